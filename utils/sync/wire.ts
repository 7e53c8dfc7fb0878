/**
 * Everything that travels between extension and server, checked on both ends. Shared with `server/`.
 * The protocol is described in docs/protocol.md.
 */
import { z } from 'zod';
import { boardViewSchema } from '#utils/model/board-view.ts';
import { brandSchema } from '#utils/model/brand.ts';
import { deskSchema } from '#utils/model/desk.ts';
import { guideSchema } from '#utils/model/guide.ts';
import { libraryEntrySchema } from '#utils/model/library.ts';
import { partnerSchema } from '#utils/model/partner.ts';
import { routingSchema } from '#utils/model/routing.ts';
import { collectionSchema, storySchema } from '#utils/model/story.ts';
import { memberSchema } from '#utils/model/team.ts';
import { teamSiteSchema } from '#utils/model/team-site.ts';
import {
  claimSchema,
  HAND_OVER_NOTE_MAX,
  outcomeSchema,
  presenceSchema,
  replySchema,
  threadSchema,
} from '#utils/model/thread.ts';

/** Raised when the protocol changes; both ends name it, the client in the header `hearback-protocol`. */
export const PROTOCOL_VERSION = 5;
/** The oldest client that the server talks to. */
export const PROTOCOL_OLDEST = 1;
/** Lease of a claim, ms (reliability.md §4.6). */
export const CLAIM_LEASE_MS = 10 * 60_000;
/** Mutations in one push (reliability.md §4.3). */
export const PUSH_MAX = 200;
/** Changes in one page of a pull (reliability.md §4.4). */
export const PULL_MAX = 500;
/** Threads that are asked for at once. */
export const THREADS_MAX = 50;
/** Erased records that a snapshot names: those of the last 90 days, unless somebody erased by the thousand. */
export const ERASED_MAX = 10_000;
export { HEARTBEAT_MS } from './heartbeat.ts';
export { mutationSchema } from './wire-facts.ts';
export type { Mutation, MutationKind } from './wire-facts.ts';
/** Presence not renewed for this long is gone. */
export const PRESENCE_TTL_MS = 30_000;

const id = z.string().min(1).max(320);

// ── Facts (`wire-facts.ts`), pushed by clients ────────────────────────────────────────────────────────────

export const pushRequestSchema = z.strictObject({
  epoch: z.string().max(60),
  /** Results up to here have arrived; the server may forget them. */
  ackMid: z.number().int().nonnegative(),
  /** One by one without gaps, rising from the device's last `mid` + 1; older ones are answered from store. */
  mutations: z
    .array(z.strictObject({ mid: z.number().int().positive(), mutation: z.unknown() }))
    .max(PUSH_MAX),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** Why a fact was refused for good. It is shown to the person; the facts behind it still go through. */
export const refusalSchema = z.object({
  /** `erased`: the team had this erased; it is dropped without telling anybody its words. */
  code: z.enum(['invalid', 'forbidden', 'not_found', 'too_many', 'erased']),
  message: z.string().max(500),
});
export type Refusal = z.infer<typeof refusalSchema>;

export const pushResponseSchema = z.object({
  results: z.array(
    z.object({
      mid: z.number().int(),
      ok: z.boolean(),
      /** Number of the team's newest change before this fact was applied, then or just now. */
      after: z.number().int().nonnegative().optional(),
      refusal: refusalSchema.optional(),
    }),
  ),
  head: z.number().int(),
  serverTime: z.number().int(),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;

// ── Changes, pulled by clients ────────────────────────────────────────────────────────────────────────────

/** A place in a team's history. `mark` is random per change, so a restored server is noticed. */
export const cursorSchema = z.object({
  epoch: z.string().max(60),
  seq: z.number().int().nonnegative(),
  mark: z.string().max(40),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** The records that are synced, by kind. `body` of a change is the full record. */
export const recordSchemas = {
  thread: threadSchema,
  reply: replySchema,
  story: storySchema,
  collection: collectionSchema,
  library: libraryEntrySchema,
  brand: brandSchema,
  site: teamSiteSchema,
  member: memberSchema,
  guide: guideSchema,
  desk: deskSchema,
  partner: partnerSchema,
  routing: routingSchema,
  view: boardViewSchema,
} as const;
export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];

/** Checked only in outline: a body that a client cannot read is kept raw, never dropped (F23). */
export const changeSchema = z.object({
  seq: z.number().int().positive(),
  mark: z.string().max(40),
  kind: z.string().max(40),
  id,
  op: z.enum(['put', 'del']),
  /** With `del`: erased on somebody's request, or older than the team keeps; else removed by a person. */
  reason: z.enum(['erase', 'retention']).optional(),
  body: z.unknown().optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const pullResponseSchema = z.object({
  epoch: z.string().max(60),
  changes: z.array(changeSchema).max(PULL_MAX),
  next: cursorSchema,
  more: z.boolean(),
  head: z.number().int(),
  serverTime: z.number().int(),
  /** How long threads, replies and what hangs on them are kept, days; a browser applies it by itself too. */
  retentionDays: z.number().int().positive().optional(),
});
export type PullResponse = z.infer<typeof pullResponseSchema>;

/** A record as it stands; `seq` is the change that last touched it. */
const recordRowSchema = z.object({
  kind: z.string().max(40),
  id,
  seq: z.number().int(),
  body: z.unknown().optional(),
});

/** A page of the whole state, for a new device or after a reset; rows carry the `seq` that last changed them. */
export const snapshotResponseSchema = z.object({
  /** Where to pull from once all pages are in. */
  cursor: cursorSchema,
  rows: z.array(recordRowSchema),
  /** Opaque; give it back for the next page, null at the end. */
  after: z.string().max(4_000).nullable(),
  /**
   * On the last page: records erased lately, newest first. A browser that was away must drop what it keeps of them
   * itself, as with `del` and reason `erase`.
   */
  erased: z
    .array(z.object({ kind: z.string().max(40), id }))
    .max(ERASED_MAX)
    .optional(),
  serverTime: z.number().int(),
});
export type SnapshotResponse = z.infer<typeof snapshotResponseSchema>;

/** Threads that a browser has let go and met again: it lacks what did not change since. */
export const threadsRequestSchema = z.strictObject({ ids: z.array(id).min(1).max(THREADS_MAX) });
export type ThreadsRequest = z.infer<typeof threadsRequestSchema>;

/** The threads with all their replies; those that the team does not have are left out. */
export const threadsResponseSchema = z.object({
  rows: z.array(recordRowSchema),
  serverTime: z.number().int(),
});
export type ThreadsResponse = z.infer<typeof threadsResponseSchema>;

// ── Claims ────────────────────────────────────────────────────────────────────────────────────────────────

export const claimRequestSchema = z.strictObject({
  action: z.enum(['take', 'renew', 'release', 'takeOver', 'handOver']),
  threadId: id,
  /** Needed for `renew`, `release` and `handOver`. */
  fence: z.number().int().nonnegative().optional(),
  /** With `handOver`: the teammate who gets it. */
  to: z.string().min(1).max(60).optional(),
  /** With `handOver`. */
  note: z.string().max(HAND_OVER_NOTE_MAX).optional(),
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** `granted: false` with the present holder is an answer, not an error. */
export const claimResponseSchema = z.object({
  granted: z.boolean(),
  claim: claimSchema.nullable(),
  serverTime: z.number().int(),
});
export type ClaimResponse = z.infer<typeof claimResponseSchema>;

/** Asked by the send guard (docs/protocol.md): what is new in a thread? */
export const guardRequestSchema = z.strictObject({
  threadId: id,
  /** Replies that the person can see already. */
  knownReplyIds: z.array(id).max(100),
});
export type GuardRequest = z.infer<typeof guardRequestSchema>;

export const guardResponseSchema = z.object({
  claim: claimSchema.nullable(),
  fence: z.number().int(),
  outcome: outcomeSchema,
  /** Replies that the asker does not know yet, oldest first. */
  replies: z.array(replySchema).max(100),
  /** Teammates other than the asker who type in this thread now. */
  presence: z.array(presenceSchema),
  serverTime: z.number().int(),
});
export type GuardResponse = z.infer<typeof guardResponseSchema>;

// ── Errors ────────────────────────────────────────────────────────────────────────────────────────────────

/** Body of every answer that is not 2xx. `message` is for people: what happened, then what to do. */
export const errorBodySchema = z.object({
  code: z.enum([
    'bad_request',
    'unauthorized',
    /** The token is of somebody who is no longer in the team: nothing of it may stay in their browser. */
    'removed',
    'forbidden',
    'not_found',
    'invite_unknown',
    'invite_expired',
    'invite_used',
    'gap',
    'reset',
    /** Two copies of one browser profile use the same numbers: ask for a device of one's own. */
    'device_cloned',
    /** This version of Hearback is too old for the server. */
    'too_old',
    'too_large',
    'too_many',
    'unavailable',
    'internal',
  ]),
  message: z.string().max(500),
  /** With `gap`: the `mid` that was expected. */
  expected: z.number().int().optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
