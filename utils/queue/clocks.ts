/** When a customer should hear back by what a desk has promised. Only answers in public stop a clock. */
import type { Desk } from '#utils/model/desk.ts';
import { findOpenQuestion } from './queue-state.ts';
import type { QueueThread } from './queue-state.ts';
import { toWorkingTime } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

const MINUTE = 60_000;
/** A clock warns once so much of its time is used up. */
const WARN_SHARE = 0.75;

/** A clock that runs; moments on the server's clock, ms. */
export interface Clock {
  /** `first`: nobody has answered yet. `next`: the customer has written more than thanks since the last answer. */
  kind: 'first' | 'next';
  startedAt: number;
  warnAt: number;
  dueAt: number;
}

/** Desks with their working hours, to be asked for many threads. */
export interface DeskClocks {
  /** The clock that runs in a thread of a desk; null where none does, or the desk promises nothing. */
  of(entry: QueueThread, deskId: string): Clock | null;
}

/**
 * The clocks of a team's desks. A first answer is waited for from when the team first saw the mention: what nobody knew of,
 * nobody could answer.
 */
export function toDeskClocks(desks: readonly Desk[]): DeskClocks {
  const known = new Map<string, { desk: Desk; time: WorkingTime }>();
  for (const desk of desks) known.set(desk.id, { desk, time: toWorkingTime(desk.hours) });
  return {
    of(entry, deskId) {
      const found = known.get(deskId);
      const start = findStart(entry);
      if (!found || !start) return null;
      const { desk, time } = found;
      const minutes = start.kind === 'first' ? desk.firstReply : desk.nextReply;
      if (minutes === null) return null;
      const dueAt = time.add(start.startedAt, minutes * MINUTE);
      if (dueAt === Infinity) return null;
      return { ...start, warnAt: time.add(start.startedAt, minutes * MINUTE * WARN_SHARE), dueAt };
    },
  };
}

/** How a clock stands at a moment (server clock, ms). */
export function clockAt(
  { warnAt, dueAt }: Pick<Clock, 'warnAt' | 'dueAt'>,
  now: number,
): 'running' | 'warned' | 'breached' {
  if (now >= dueAt) return 'breached';
  return now >= warnAt ? 'warned' : 'running';
}

function findStart(entry: QueueThread): Pick<Clock, 'kind' | 'startedAt'> | null {
  const { thread, replies } = entry;
  if (thread.outcome !== 'open') return null;
  if (replies.length === 0) return { kind: 'first', startedAt: thread.seenAt };
  const question = findOpenQuestion(entry);
  return question && { kind: 'next', startedAt: question.at };
}
