import { z } from 'zod';
import { webUrlSchema } from './post.ts';

/** Kept of one thread; older ones go. */
export const FOLLOW_UPS_MAX = 20;

/**
 * What the customer wrote in a thread after the team had answered. The author is that of the thread's own post; what
 * others write there is never kept.
 */
export const followUpSchema = z.object({
  /** Key of the post. */
  id: z.string().min(1).max(320),
  text: z.string().max(2_000),
  permalink: webUrlSchema.nullable(),
  /** When it was posted, else when it was first seen; ms. */
  at: z.number().int(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** With one more, oldest first. One that is known stays as it was read first: its time may be when it was first seen. */
export function addFollowUp(known: readonly FollowUp[] | undefined, one: FollowUp): FollowUp[] {
  const all = known ?? [];
  if (all.some(({ id }) => id === one.id)) return [...all];
  return [...all, one].sort((a, b) => a.at - b.at).slice(-FOLLOW_UPS_MAX);
}
