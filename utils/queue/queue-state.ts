/** What a thread waits for, as a lead asks for it: decided from the thread, its replies and who types. */
import type { QueueState } from '#utils/model/board-view.ts';
import type { FollowUp } from '#utils/model/follow-up.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { isThanks } from '#utils/text/thanks.ts';

export interface QueueThread {
  thread: Thread;
  /** Oldest first. */
  replies: readonly Reply[];
}

/**
 * What the customer wrote first after the team's last answer and that is more than thanks: it waits for an answer. Null
 * where the team spoke last, or nobody has answered at all.
 */
export function findOpenQuestion({ thread, replies }: QueueThread): FollowUp | null {
  const last = replies.at(-1);
  if (!last || !thread.followUps) return null;
  return thread.followUps.find(({ at, text }) => at > last.at && !isThanks(text)) ?? null;
}

/** Put off, and the customer has not written more than thanks since. `now`: server clock, ms. */
export function isSnoozed({ thread }: Pick<QueueThread, 'thread'>, now: number): boolean {
  const { snooze, followUps } = thread;
  if (!snooze || snooze.until <= now) return false;
  return !followUps?.some(({ at, text }) => at > snooze.at && !isThanks(text));
}

/** Claimed, and left: the lease has run out and the holder has not answered since. `now`: server clock, ms. */
export function isForgotten({ thread, replies }: QueueThread, now: number): boolean {
  const left = thread.claim ?? thread.lapsed;
  if (!left || left.leaseUntil > now) return false;
  return !replies.some(({ at }) => at >= left.since);
}

/** Decides at `now` (server clock, ms) what a thread waits for. `isTyping`: a teammate writes in it now. */
export function toQueueState(entry: QueueThread, now: number, isTyping = false): QueueState {
  const { thread, replies } = entry;
  if (thread.outcome === 'setAside') return 'setAside';
  if (thread.outcome === 'settled') return 'settled';
  const isDoubled = new Set(replies.map((reply) => reply.memberId ?? reply.handle)).size > 1;
  const isHeld = thread.claim !== null && thread.claim.leaseUntil > now;
  const question = findOpenQuestion(entry);
  const isWaiting = replies.length > 0 && question === null;
  if (isSnoozed(entry, now)) return 'snoozed';
  if (isWaiting) return isDoubled ? 'doubled' : 'waiting';
  if (isHeld) return 'claimed';
  if (isTyping) return 'typing';
  if (isForgotten(entry, now)) return 'forgotten';
  return question === null ? 'unclaimed' : 'again';
}

/** Since when somebody waits, server clock, ms: the customer for an answer, else the team for the customer. */
export function waitsSince(entry: QueueThread): number {
  const { thread, replies } = entry;
  return findOpenQuestion(entry)?.at ?? replies.at(-1)?.at ?? thread.post.time ?? thread.seenAt;
}
