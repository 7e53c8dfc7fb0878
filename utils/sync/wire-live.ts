/**
 * The frames of the live channel and its stand-in where WebSockets are blocked. Shared with `server/`. All of it is
 * a hint; the pull is what counts. Described in docs/protocol.md.
 */
import { z } from 'zod';
import { presenceKindSchema, presenceSchema } from '#utils/model/thread.ts';
import { changeSchema, cursorSchema } from './wire.ts';

const id = z.string().min(1).max(320);

/** First frame within 5 s: `hello`. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().max(200), cursor: cursorSchema }),
  z.strictObject({ type: z.literal('hb') }),
  z.strictObject({
    type: z.literal('presence'),
    threadId: id,
    kind: presenceKindSchema,
  }),
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;

export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), serverTime: z.number(), presence: z.array(presenceSchema) }),
  z.object({ type: z.literal('hb'), serverTime: z.number() }),
  /**
   * Rows after `from`, where the history of `epoch` has `mark`; a client whose cursor is elsewhere pulls instead. By
   * the number alone, rows of a server that went back in time would seem to follow.
   */
  z.object({
    type: z.literal('changes'),
    from: z.number().int(),
    mark: z.string().max(40).exactOptional(),
    epoch: z.string().max(60).exactOptional(),
    changes: z.array(changeSchema),
    serverTime: z.number(),
  }),
  /** There is something new: pull. */
  z.object({ type: z.literal('poke'), head: z.number().int() }),
  z.object({
    type: z.literal('presence'),
    threadId: id,
    memberId: z.string().max(60),
    kind: presenceKindSchema,
    since: z.number().int(),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** How long `POST /v1/wait` waits for news, ms; an extension's worker may not wait 30 s for an answer. */
export const WAIT_MS = 20_000;

/** The live channel where WebSockets are blocked: answered at news, or after `WAIT_MS` without any. */
export const waitRequestSchema = z.strictObject({
  cursor: cursorSchema,
  /** All threads that this device is present on now. */
  presence: z.array(z.strictObject({ threadId: id, kind: presenceKindSchema })).max(20),
  /** What the device shows of the others, as `presenceMark` of the last answer; empty at first. */
  presenceMark: z.string().max(60),
});
export type WaitRequest = z.infer<typeof waitRequestSchema>;

export const waitResponseSchema = z.object({
  head: z.number().int(),
  /** The history that `head` is a number of; missing from servers before it was told. */
  epoch: z.string().max(60).exactOptional(),
  presence: z.array(presenceSchema),
  presenceMark: z.string().max(60),
  serverTime: z.number().int(),
});
export type WaitResponse = z.infer<typeof waitResponseSchema>;

/** Close codes of the live channel. */
export const CLOSE_UNAUTHORIZED = 4401;
export const CLOSE_BAD_FRAME = 4400;
export const CLOSE_SLOW = 4408;
