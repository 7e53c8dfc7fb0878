import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { createId } from '../auth.ts';

/** Replies kept; the oldest go first. */
const REPLIES_MAX = 200;

const handleSchema = z.string().regex(/^[\w.-]{1,40}$/);

/** A reply as the page sends it; the id is made by the page, so that it can show the reply at once. */
export const newReplySchema = z.strictObject({
  id: z.string().regex(/^r-[\w-]{4,40}$/),
  parentId: z.string().regex(/^[\w-]{1,42}$/),
  author: handleSchema,
  text: z.string().trim().min(1).max(5_000),
});

/** A reply that somebody wrote on the practice page. */
export type PracticeReply = z.infer<typeof newReplySchema> & { at: number };

/** What was written since the last start over. A page that sees another `round` loads itself again. */
export interface PracticeState {
  round: string;
  replies: PracticeReply[];
}

/** The practice page's replies, in memory: they end with the server. */
export function createReplyBoard(clock: Clock) {
  let state: PracticeState = { round: createId(), replies: [] };
  return {
    startedAt: clock.now(),
    read: (): PracticeState => state,
    /** Adds a reply; the same id again changes nothing. */
    add(reply: z.infer<typeof newReplySchema>): void {
      if (state.replies.some(({ id }) => id === reply.id)) return;
      const replies = [...state.replies, { ...reply, at: clock.now() }].slice(-REPLIES_MAX);
      state = { ...state, replies };
    },
    startOver(): void {
      state = { round: createId(), replies: [] };
    },
  };
}

export type ReplyBoard = ReturnType<typeof createReplyBoard>;

/** The handle in `?as=`, or the default one. */
export function toAccount(wanted: string | undefined): string {
  return handleSchema.safeParse(wanted).data ?? 'ada_acme';
}
