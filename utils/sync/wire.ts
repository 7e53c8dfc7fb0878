/**
 * Everything that travels between extension and server, checked on both ends. Shared with `server/`.
 * The protocol is described in docs/protocol.md.
 */
import { z } from 'zod';
import { brandSchema } from '#utils/model/brand.ts';
import { libraryEntrySchema } from '#utils/model/library.ts';
import { storySchema } from '#utils/model/story.ts';
import { memberSchema, rosterHandleSchema, teamSchema } from '#utils/model/team.ts';
import {
  claimSchema,
  outcomeSchema,
  presenceSchema,
  replySchema,
  threadSchema,
} from '#utils/model/thread.ts';

/** Raised when old and new cannot talk any more; both ends name it. */
export const PROTOCOL_VERSION = 1;
/** Lease of a claim, ms (reliability.md §4.6). */
export const CLAIM_LEASE_MS = 10 * 60_000;
/** Mutations in one push (reliability.md §4.3). */
export const PUSH_MAX = 200;
/** Changes in one page of a pull (reliability.md §4.4). */
export const PULL_MAX = 500;
export { HEARTBEAT_MS } from './heartbeat.ts';
/** Presence not renewed for this long is gone. */
export const PRESENCE_TTL_MS = 30_000;

const id = z.string().min(1).max(320);

// ── Facts, pushed by clients ──────────────────────────────────────────────────────────────────────────────

/** What a client may tell. Who, when and which team is stamped by the server. */
export const mutationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('thread.see'),
    args: threadSchema.pick({ id: true, post: true, match: true }).strict(),
  }),
  z.strictObject({
    kind: z.literal('thread.setOutcome'),
    args: z.strictObject({ id, outcome: outcomeSchema, reason: z.string().max(300) }),
  }),
  z.strictObject({
    // A person answered "Acme?": yes, this is about us.
    kind: z.literal('thread.confirm'),
    args: z.strictObject({ id }),
  }),
  z.strictObject({
    kind: z.literal('reply.record'),
    args: replySchema.omit({ memberId: true }).strict(),
  }),
  z.strictObject({
    kind: z.literal('story.save'),
    args: storySchema.omit({ savedBy: true, savedAt: true }).strict(),
  }),
  z.strictObject({ kind: z.literal('story.remove'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('library.save'),
    args: libraryEntrySchema.omit({ memberId: true }).strict(),
  }),
  z.strictObject({ kind: z.literal('library.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('brand.save'), args: brandSchema.strict() }),
  z.strictObject({ kind: z.literal('brand.remove'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('member.update'),
    args: z.strictObject({
      id,
      name: z.string().trim().min(1).max(80),
      handles: z.array(rosterHandleSchema).max(50),
    }),
  }),
]);
export type Mutation = z.infer<typeof mutationSchema>;
export type MutationKind = Mutation['kind'];

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
  code: z.enum(['invalid', 'forbidden', 'not_found', 'too_many']),
  message: z.string().max(500),
});
export type Refusal = z.infer<typeof refusalSchema>;

export const pushResponseSchema = z.object({
  results: z.array(
    z.object({
      mid: z.number().int(),
      ok: z.boolean(),
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
  library: libraryEntrySchema,
  brand: brandSchema,
  member: memberSchema,
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
  body: z.unknown(),
});
export type Change = z.infer<typeof changeSchema>;

export const pullResponseSchema = z.object({
  epoch: z.string().max(60),
  changes: z.array(changeSchema).max(PULL_MAX),
  next: cursorSchema,
  more: z.boolean(),
  head: z.number().int(),
  serverTime: z.number().int(),
});
export type PullResponse = z.infer<typeof pullResponseSchema>;

/** A page of the whole state, for a new device or after a reset; rows carry the `seq` that last changed them. */
export const snapshotResponseSchema = z.object({
  /** Where to pull from once all pages are in. */
  cursor: cursorSchema,
  rows: z.array(
    z.object({ kind: z.string().max(40), id, seq: z.number().int(), body: z.unknown() }),
  ),
  /** Opaque; give it back for the next page, null at the end. */
  after: z.string().max(4_000).nullable(),
  serverTime: z.number().int(),
});
export type SnapshotResponse = z.infer<typeof snapshotResponseSchema>;

// ── Claims ────────────────────────────────────────────────────────────────────────────────────────────────

export const claimRequestSchema = z.strictObject({
  action: z.enum(['take', 'renew', 'release', 'takeOver']),
  threadId: id,
  /** Needed for `renew` and `release`. */
  fence: z.number().int().nonnegative().optional(),
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** `granted: false` with the present holder is an answer, not an error. */
export const claimResponseSchema = z.object({
  granted: z.boolean(),
  claim: claimSchema.nullable(),
  serverTime: z.number().int(),
});
export type ClaimResponse = z.infer<typeof claimResponseSchema>;

// ── Joining ───────────────────────────────────────────────────────────────────────────────────────────────

export const joinRequestSchema = z.strictObject({
  /** The part of the invite link after `#`. */
  invite: z.string().min(10).max(200),
  name: z.string().trim().min(1).max(80),
  device: z.string().trim().max(120),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

export const joinResponseSchema = z.object({
  token: z.string().min(20).max(200),
  deviceId: z.string().max(60),
  member: memberSchema,
  team: teamSchema,
  epoch: z.string().max(60),
});
export type JoinResponse = z.infer<typeof joinResponseSchema>;

export const inviteResponseSchema = z.object({
  link: z.string().max(2_000),
  expiresAt: z.number(),
});

// ── Errors ────────────────────────────────────────────────────────────────────────────────────────────────

/** Body of every answer that is not 2xx. `message` is for people: what happened, then what to do. */
export const errorBodySchema = z.object({
  code: z.enum([
    'bad_request',
    'unauthorized',
    'forbidden',
    'not_found',
    'invite_unknown',
    'invite_expired',
    'invite_used',
    'gap',
    'reset',
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

// ── Live channel ──────────────────────────────────────────────────────────────────────────────────────────

/** First frame within 5 s: `hello`. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().max(200), cursor: cursorSchema }),
  z.strictObject({ type: z.literal('hb') }),
  z.strictObject({
    type: z.literal('presence'),
    threadId: id,
    kind: z.enum(['looking', 'typing', 'gone']),
  }),
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;

export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), serverTime: z.number(), presence: z.array(presenceSchema) }),
  z.object({ type: z.literal('hb'), serverTime: z.number() }),
  /** Rows after `from`; a client whose cursor is elsewhere pulls instead. */
  z.object({
    type: z.literal('changes'),
    from: z.number().int(),
    changes: z.array(changeSchema),
    serverTime: z.number(),
  }),
  /** There is something new: pull. */
  z.object({ type: z.literal('poke'), head: z.number().int() }),
  z.object({
    type: z.literal('presence'),
    threadId: id,
    memberId: z.string().max(60),
    kind: z.enum(['looking', 'typing', 'gone']),
    since: z.number().int(),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** Close codes of the live channel. */
export const CLOSE_UNAUTHORIZED = 4401;
export const CLOSE_BAD_FRAME = 4400;
export const CLOSE_SLOW = 4408;
