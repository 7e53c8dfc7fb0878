import { z } from 'zod';
import { postSchema } from './post.ts';

/** A saved customer story. */
export const storySchema = z.object({
  /** Key of the post: one post is one story, whoever saves it. */
  id: z.string().min(1).max(320),
  post: postSchema,
  note: z.string().max(2_000),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  permission: z.enum(['none', 'asked', 'granted', 'declined', 'withdrawn']),
  savedBy: z.string().max(60),
  savedAt: z.number().int(),
});
export type Story = z.infer<typeof storySchema>;
