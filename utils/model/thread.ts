import { z } from 'zod';
import { matchSchema } from './brand.ts';
import { FOLLOW_UPS_MAX, followUpSchema } from './follow-up.ts';
import { HAND_OVER_NOTE_MAX } from './hand-over.ts';
import { lookSchema } from './look.ts';
import { postSchema, webUrlSchema } from './post.ts';
import { routeSchema, snoozeSchema } from './thread-route.ts';
import { labelSchema } from './triage.ts';

export { HAND_OVER_NOTE_MAX };

/** One teammate's lease on a thread, granted only by the server. */
export const claimSchema = z.object({
  memberId: z.string().max(60),
  /** Rises with every grant; an act under an older fence is out of date. */
  fence: z.number().int().nonnegative(),
  /** Server clock, ms. */
  since: z.number().int(),
  /** Server clock, ms. */
  leaseUntil: z.number().int(),
  /** Who held it before, when it was taken over from them or handed over by them. */
  from: z.string().max(60).optional(),
  /** What they wrote when handing over. */
  note: z.string().max(HAND_OVER_NOTE_MAX).optional(),
});
export type Claim = z.infer<typeof claimSchema>;

/** A claim that ran out, and nobody has taken the thread since: who was at it. */
export const lapsedClaimSchema = claimSchema.pick({
  memberId: true,
  since: true,
  leaseUntil: true,
});
export type LapsedClaim = z.infer<typeof lapsedClaimSchema>;

/** What became of a thread. `answered` is derived from replies and never stored here. */
export const outcomeSchema = z.enum(['open', 'settled', 'setAside']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** How the customer of a settled thread took it; `none`: no reaction. */
export const happinessSchema = z.enum(['happy', 'unhappy', 'none']);
export type Happiness = z.infer<typeof happinessSchema>;

/**
 * The conversation under a post that mentions the brand, as the team's record; the unit that is claimed.
 * Its id is the key of that post (`toPostKey`), so everybody who finds it makes the same record.
 */
export const threadSchema = z.object({
  id: z.string().min(1).max(320),
  /** The mention that opened it. */
  post: postSchema,
  match: matchSchema,
  /** Who spotted it first, and when (server clock, ms). */
  seenBy: z.string().max(60),
  seenAt: z.number().int(),
  outcome: outcomeSchema,
  /** Why it was set aside, in a person's words. */
  outcomeReason: z.string().max(300).optional(),
  /** Of a settled thread, where somebody said so. */
  happiness: happinessSchema.optional(),
  /** What a person said the post is. */
  label: labelSchema.optional(),
  /** A draft that the team looks at before it is used. */
  look: lookSchema.optional(),
  /** What the customer wrote after the team had answered, oldest first. */
  followUps: z.array(followUpSchema).max(FOLLOW_UPS_MAX).optional(),
  /** Where it was sent in the team; absent: nobody and no rule has said. */
  route: routeSchema.optional(),
  snooze: snoozeSchema.optional(),
  claim: claimSchema.nullable(),
  lapsed: lapsedClaimSchema.optional(),
  /** Highest fence ever granted. */
  fence: z.number().int().nonnegative(),
  /** When two teammates turned out to have answered (server clock, ms). */
  doubledAt: z.number().int().optional(),
});
export type Thread = z.infer<typeof threadSchema>;

/**
 * What the send guard found when a person went to send, and how long it was from the server's last word to the
 * reply being seen in the page: only within that window can a double answer happen. ms.
 */
export const guardReportSchema = z.object({
  found: z.enum(['clear', 'warned', 'noAnswer']),
  windowMs: z.number().int().nonnegative(),
});
export type GuardReport = z.infer<typeof guardReportSchema>;

/** A teammate's public answer in a thread: seen on a page, or noticed when it was sent. */
export const replySchema = z.object({
  /** Key of the reply's own post, so that all who see it make the same record. */
  id: z.string().min(1).max(320),
  threadId: z.string().min(1).max(320),
  memberId: z.string().max(60).nullable(),
  handle: z.string().max(200),
  text: z.string().max(10_000),
  permalink: webUrlSchema.nullable(),
  /** When it was posted, else when it was first seen; ms. */
  at: z.number().int(),
  /** `sent`: Hearback noticed it being sent. `seen`: read from the page later. */
  source: z.enum(['sent', 'seen']),
  /** The fence of the sender's claim; absent when it was sent without one. */
  fence: z.number().int().nonnegative().optional(),
  guard: guardReportSchema.optional(),
  /** Stamped by the server: it was sent while somebody else held the claim. */
  stale: z.boolean().optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** What a device tells of itself on a thread. */
export const presenceKindSchema = z.enum(['looking', 'typing', 'idle', 'gone']);
export type PresenceKind = z.infer<typeof presenceKindSchema>;

/** Looking, typing, or with the page open but idle. Never stored; dies within seconds. */
export const presenceSchema = z.object({
  memberId: z.string().max(60),
  threadId: z.string().max(320),
  kind: z.enum(['looking', 'typing', 'idle']),
  /** Server clock, ms. */
  since: z.number().int(),
});
export type Presence = z.infer<typeof presenceSchema>;
