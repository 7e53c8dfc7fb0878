/** What travels of stories apart from their records: pictures. Shared with `server/`; described in docs/protocol.md. */
import { z } from 'zod';
import { PICTURE_MAX } from '#utils/model/story-limits.ts';
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
