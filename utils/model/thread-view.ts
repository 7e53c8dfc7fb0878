import { z } from 'zod';
import { roleSchema } from './team.ts';
import { presenceSchema, replySchema, threadSchema } from './thread.ts';
import { triageSchema } from './triage.ts';

/** How the extension stands to the team's server: joined and live, joined but away, or used without a team. */
export const connectionSchema = z.object({
  state: z.enum(['live', 'offline', 'alone']),
  /** Local clock, ms: the last moment at which the team's state was known; null when never. */
  asOf: z.number().int().nullable(),
  /** Server clock minus local clock, ms. For display only. */
  clockOffset: z.number(),
  /** Facts waiting to be sent. */
  waiting: z.number().int().nonnegative(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** Everything that chip, popup and panel need to show one thread. Names are resolved, nothing else is needed. */
export const threadViewSchema = z.object({
  thread: threadSchema,
  /** Oldest first. */
  replies: z.array(replySchema),
  /** Teammates other than me, who look or type now. */
  presence: z.array(presenceSchema),
  story: z.object({ savedBy: z.string(), savedAt: z.number() }).nullable(),
  brandName: z.string(),
  /** Member id → name, for everybody who occurs above. */
  names: z.record(z.string(), z.string()),
  me: z.object({ id: z.string(), role: roleSchema }).nullable(),
  connection: connectionSchema,
  /** What the post is; absent where nobody asked, as in a chip. */
  triage: triageSchema.optional(),
});
export type ThreadView = z.infer<typeof threadViewSchema>;
