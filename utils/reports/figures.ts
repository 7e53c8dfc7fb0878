/**
 * What became of the mentions of a period, in figures that a team may be asked about. Every definition is here and in
 * docs/reports.md; nothing is weighed or ranked.
 */
import type { Reply, Thread } from '#utils/model/thread.ts';
import { isThanks } from '#utils/text/thanks.ts';

const DAY = 24 * 60 * 60_000;
/** Older posts were found late: how long their writers waited says nothing of the team. */
export const FOUND_LATE_MS = 7 * DAY;
/** After so long without a word of the customer an answer has been enough. */
export const QUIET_MS = 3 * DAY;

/** A thread with what the team answered, oldest first. */
export interface ReportedThread {
  thread: Thread;
  replies: readonly Reply[];
}

export interface WaitFigures {
  /** ms. */
  median: number;
  /** Nine of ten customers waited no longer; ms, nearest rank. */
  p90: number;
  /** Threads that were counted. */
  of: number;
}

export interface Figures {
  /** Threads that the team first saw in the period. */
  mentions: number;
  /** Of these, with an answer in public. */
  answered: number;
  /** Set aside without an answer: not waited for. */
  setAside: number;
  /** From the post, or from its first sight where the page gives no time, to the first answer; null: none is known. */
  wait: WaitFigures | null;
  /** Answered threads that `wait` leaves out: older than a week when they were first seen. */
  foundLate: number;
  /** Answered once, by one teammate, and that was enough; of those where it is known whether it was. */
  handledInOne: { count: number; of: number };
  settled: { happy: number; unhappy: number; none: number };
  /** Answered by more than one teammate. */
  doubled: number;
}

/** Counts threads; `now` says what has been quiet for long. Server clock, ms. */
export function toFigures(threads: readonly ReportedThread[], now: number): Figures {
  const figures: Figures = {
    mentions: threads.length,
    answered: 0,
    setAside: 0,
    wait: null,
    foundLate: 0,
    handledInOne: { count: 0, of: 0 },
    settled: { happy: 0, unhappy: 0, none: 0 },
    doubled: 0,
  };
  const waits: number[] = [];
  for (const one of threads) {
    const { thread, replies } = one;
    const [first] = replies;
    if (thread.outcome === 'settled') figures.settled[thread.happiness ?? 'none'] += 1;
    if (!first) {
      if (thread.outcome === 'setAside') figures.setAside += 1;
      continue;
    }
    figures.answered += 1;
    if (countPeople(replies) > 1) figures.doubled += 1;
    const began = beganAt(thread);
    if (began === null) figures.foundLate += 1;
    else waits.push(Math.max(0, first.at - began));
    const inOne = wasHandledInOne(one, now);
    if (inOne === null) continue;
    figures.handledInOne.of += 1;
    if (inOne) figures.handledInOne.count += 1;
  }
  figures.wait = toWait(waits);
  return figures;
}

/** Since when a customer waits for a first answer; null where the post was found late. Server clock, ms. */
export function beganAt({ post, seenAt }: Thread): number | null {
  if (post.time === null) return seenAt;
  return seenAt - post.time > FOUND_LATE_MS ? null : Math.min(post.time, seenAt);
}

/**
 * Whether one answer was enough: one teammate answered, and the customer wrote nothing more than thanks. Null while nobody
 * can know, that is before it was settled or quiet for three days; thanks settle it too.
 */
export function wasHandledInOne({ thread, replies }: ReportedThread, now: number): boolean | null {
  const last = replies.at(-1);
  const first = replies[0];
  if (!first || !last) return null;
  const words = thread.followUps?.filter(({ at }) => at > first.at) ?? [];
  const asked = words.some(({ text }) => !isThanks(text));
  if (asked || countPeople(replies) > 1 || thread.happiness === 'unhappy') return false;
  const isOver = thread.outcome === 'settled' || words.length > 0 || now - last.at >= QUIET_MS;
  return isOver ? true : null;
}

/** Two posts by one teammate are one answer in two parts. */
function countPeople(replies: readonly Reply[]): number {
  return new Set(replies.map((reply) => reply.memberId ?? reply.handle)).size;
}

function toWait(waits: number[]): WaitFigures | null {
  if (waits.length === 0) return null;
  const sorted = waits.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  return { median, p90: sorted[Math.ceil(0.9 * sorted.length) - 1] ?? upper, of: sorted.length };
}
