import { toReplier } from './member-name.ts';
import type { Reply } from './thread.ts';
import type { ThreadView } from './thread-view.ts';

/**
 * The one thing that is said of a thread. Facts of the page outrank the server's promise, which outranks
 * presence (design.md §2.2); the three are never mixed.
 */
export type ThreadStatus =
  | { state: 'setAside'; level: 'promise'; reason: string }
  | { state: 'doubled'; level: 'fact'; replies: Reply[] }
  | { state: 'answered'; level: 'fact'; by: string; reply: Reply }
  | { state: 'mine'; level: 'promise'; msLeft: number; since: number }
  | { state: 'theirs'; level: 'promise'; by: string; msLeft: number; since: number }
  | { state: 'unsure'; level: 'none'; reason: string }
  | { state: 'typing' | 'looking' | 'idle'; level: 'presence'; by: string; since: number }
  | { state: 'open'; level: 'none' };

/** Decides what is said of a thread at `now` (local clock, ms). */
export function toThreadStatus(view: ThreadView, now: number): ThreadStatus {
  const { thread, replies, presence, names, me, connection } = view;
  const serverNow = now + connection.clockOffset;
  if (thread.outcome === 'setAside') {
    return { state: 'setAside', level: 'promise', reason: thread.outcomeReason ?? '' };
  }
  const [first] = replies;
  if (first) {
    // Two posts by one teammate are one answer in two parts; two teammates are a double answer.
    const people = new Set(replies.map((reply) => reply.memberId ?? reply.handle));
    if (people.size > 1) return { state: 'doubled', level: 'fact', replies };
    return { state: 'answered', level: 'fact', by: toReplier(names, first), reply: first };
  }
  const { claim } = thread;
  if (claim && claim.leaseUntil > serverNow) {
    const msLeft = claim.leaseUntil - serverNow;
    if (claim.memberId === me?.id) {
      return { state: 'mine', level: 'promise', msLeft, since: claim.since };
    }
    const by = names[claim.memberId] ?? 'A teammate';
    return { state: 'theirs', level: 'promise', by, msLeft, since: claim.since };
  }
  if (!thread.match.sure) return { state: 'unsure', level: 'none', reason: thread.match.reason };
  for (const kind of ['typing', 'looking', 'idle'] as const) {
    const hint = presence.find((one) => one.kind === kind);
    if (hint) {
      const by = names[hint.memberId] ?? 'A teammate';
      return { state: kind, level: 'presence', by, since: hint.since };
    }
  }
  return { state: 'open', level: 'none' };
}
