/** What happens in the queue by itself as time goes on, and whom it concerns. */
import { isForgotten, isSnoozed } from './queue-state.ts';
import type { QueueThread } from './queue-state.ts';
import type { DeskClocks } from './clocks.ts';

const MINUTE = 60_000;
/** A claim that was left is first its holder's; after so long it is the leads' to see to. */
export const ESCALATE_AFTER_MS = 30 * MINUTE;

/**
 * `warned`: a customer should hear back soon. `breached`: they should have. `left`: a claim of one's own has run out.
 * `escalated`: one of somebody else, half an hour ago. `forMe`: somebody or a rule says it is for this teammate.
 */
export type QueueEventKind = 'warned' | 'breached' | 'left' | 'escalated' | 'forMe';

export interface QueueEvent {
  kind: QueueEventKind;
  threadId: string;
  /** Server clock, ms. */
  at: number;
}

/** Who is told, and of which time; moments on the server's clock, ms: after `from`, up to `to`. */
export interface QueueWatch {
  from: number;
  to: number;
  memberId: string;
  isLead: boolean;
  clocks: DeskClocks;
}

/** Whether a thread may have an event at all; without its replies, which are many to read. */
export function mayHaveEvent({ thread }: Pick<QueueThread, 'thread'>, watch: QueueWatch): boolean {
  if (thread.outcome !== 'open') return false;
  return findEvents({ thread, replies: [] }, watch).length > 0 || thread.followUps !== undefined;
}

/** Events of one thread, one at the most of each kind. */
export function findEvents(entry: QueueThread, watch: QueueWatch): QueueEvent[] {
  const { thread } = entry;
  const { to, memberId, isLead } = watch;
  if (thread.outcome !== 'open' || isSnoozed(entry, to)) return [];
  const found: QueueEvent[] = [];
  const note = (kind: QueueEventKind, at: number) => {
    if (at > watch.from && at <= to) found.push({ kind, threadId: thread.id, at });
  };
  const { route } = thread;
  const holder = thread.claim && thread.claim.leaseUntil > to ? thread.claim.memberId : null;
  // Somebody sees to it: leads are told all the same once it is late.
  const isMine = holder === memberId || (holder === null && route?.assignee === memberId);
  const clock = route?.deskId === undefined ? null : watch.clocks.of(entry, route.deskId);
  if (clock !== null && (isMine || isLead)) {
    // Of being soon and being late in one time the worse is told.
    if (clock.dueAt <= to) note('breached', clock.dueAt);
    else if (isMine || holder === null) note('warned', clock.warnAt);
  }
  if (isForgotten(entry, to)) {
    const left = thread.claim ?? thread.lapsed;
    if (left?.memberId === memberId) note('left', left.leaseUntil);
    else if (left && isLead) note('escalated', left.leaseUntil + ESCALATE_AFTER_MS);
  }
  if (route?.assignee === memberId && (route.by !== memberId || route.ruleId !== undefined)) {
    note('forMe', route.at);
  }
  return found;
}

/** Minutes since midnight, local. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Whether a minute of the day is quiet; from 22:00 to 7:00 goes over midnight, and from 8:00 to 8:00 is never. */
export function isQuiet(minute: number, { from, to }: QuietHours): boolean {
  if (from <= to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}
