/** What travels of stories apart from their records: pictures, and links to collections. Shared with `server/`; described in docs/protocol.md. */
import { z } from 'zod';
import { PICTURE_MAX } from '#utils/model/story-limits.ts';
import { shareRequestSchema, shareSchema } from '#utils/model/share.ts';
import type { Share, ShareRequest } from '#utils/model/share.ts';
import { pictureSchema } from '#utils/model/story.ts';

const storyId = z.string().min(1).max(320);

/** The bytes of a story's picture, Base64. */
export const pictureSendSchema = z.strictObject({
  storyId,
  hash: pictureSchema.shape.hash,
  type: pictureSchema.shape.type,
  data: z
    .string()
    .max(Math.ceil(PICTURE_MAX / 3) * 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});
export type PictureSend = z.infer<typeof pictureSendSchema>;

export const pictureQuerySchema = z.strictObject({ story: storyId });

export const pictureResponseSchema = pictureSendSchema.omit({ storyId: true }).strip();
export type PictureResponse = z.infer<typeof pictureResponseSchema>;

// ── Links by which people outside the team read a collection ──────────────────────────────────────────────

export { shareRequestSchema, shareSchema };
export type { Share, ShareRequest };

/** The link is told once: the server keeps a hash of its token. */
export const shareResponseSchema = z.object({ share: shareSchema, link: z.string().max(2_000) });
export type ShareResponse = z.infer<typeof shareResponseSchema>;

export const sharesResponseSchema = z.object({ shares: z.array(shareSchema) });
export type SharesResponse = z.infer<typeof sharesResponseSchema>;

export const shareEndSchema = z.strictObject({ id: z.string().min(1).max(60) });

/** Asked by the page that such a link opens. */
export const sharedRequestSchema = z.strictObject({ token: z.string().min(10).max(200) });

/** What the page shows. */
export interface SharedCollection {
  name: string;
  /** Server clock, ms. */
  expiresAt: number;
  /** All that may be shown; `stories` are the newest of them. */
  total: number;
  stories: {
    site: string;
    author: string;
    handle: string;
    title?: string;
    text: string;
    permalink: string | null;
    time: number | null;
    lang?: string;
    arc: { from: 'customer' | 'team'; text: string }[];
  }[];
}
