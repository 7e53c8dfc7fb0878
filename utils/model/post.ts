import { z } from 'zod';
import { POST_TEXT_MAX } from './post-key.ts';
import { siteIdSchema } from './site-schema.ts';

/** Who wrote a post, as the page shows it. */
export const authorSchema = z.object({
  /** The handle without a leading `@`; a display name where the site has no handles. */
  handle: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
});
export type Author = z.infer<typeof authorSchema>;

/** An `https:` or `http:` address (many forums have no TLS); nothing else may become a link. */
export const webUrlSchema = z
  .string()
  .max(2_000)
  .refine((value) => {
    try {
      const { protocol } = new URL(value);
      return protocol === 'https:' || protocol === 'http:';
    } catch {
      return false;
    }
  }, 'not a web address');

/** What somebody wrote, as one adapter read it from one page. */
export const postSchema = z.object({
  site: siteIdSchema,
  /** Stable within the site over views and URL variants: `status id`, `t1_…`, `host/path`. */
  id: z.string().min(1).max(300),
  author: authorSchema,
  /** The body only: white space collapsed per line, emoji images as text, no "show more". */
  text: z.string().max(POST_TEXT_MAX),
  title: z.string().max(500).optional(),
  /** Absolute address of the post itself; null where the page gives none. */
  permalink: webUrlSchema.nullable(),
  /** When it was written, ms since 1970; null where the page does not say exactly. */
  time: z.number().int().nullable(),
  /** Id of the post this one answers, where the page tells. */
  parentId: z.string().max(300).nullable(),
  /** BCP 47 language as the page declares it. */
  lang: z.string().max(35).optional(),
  quoted: z.object({ author: z.string().max(200), text: z.string().max(POST_TEXT_MAX) }).optional(),
  /** The page shows only the beginning of the text. */
  truncated: z.boolean().optional(),
  /** An advertisement. Never stored as a mention. */
  promoted: z.boolean().optional(),
});
export type Post = z.infer<typeof postSchema>;
