import { toAge } from '#components/ui/age.ts';
import { toPastName } from '#utils/model/member-name.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toMemberName } from './status-words.ts';
import { threadWords as words } from './words.ts';

/** How a thread came to its holder, or how its holder lost it. */
export interface ClaimHistory {
  /** A sentence; `{name}` stands where `name` goes. */
  line: string;
  name: string;
  /** What was written at handing over; empty when nothing was. */
  note: string;
}

/**
 * What is to be said of how a claim changed hands, at `now` (local clock, ms): handed over (it has a note, though it
 * may be empty), taken over, or run out. Null when it was simply claimed, or is free.
 */
export function toClaimHistory(view: ThreadView, now: number): ClaimHistory | null {
  const { claim, outcome } = view.thread;
  if (!claim || outcome !== 'open' || view.replies.length > 0) return null;
  const me = view.me?.id;
  const serverNow = now + view.connection.clockOffset;
  const nameOf = (memberId: string) => toPastName(view.names, memberId);
  const say = (line: string, name: string, note = '') => ({ line, name, note });
  if (claim.leaseUntil <= serverNow) {
    const age = toAge(serverNow - claim.leaseUntil);
    return claim.memberId === me
      ? say(words.ranOutMine(age), '')
      : say(words.ranOut(age), nameOf(claim.memberId));
  }
  if (claim.from === undefined) return null;
  if (claim.note !== undefined) {
    if (claim.memberId === me) return say(words.handedToMe, nameOf(claim.from), claim.note);
    if (claim.from === me) return say(words.handedByMe, nameOf(claim.memberId), claim.note);
    return say(words.handed(toMemberName(view, claim.memberId)), nameOf(claim.from), claim.note);
  }
  const age = toAge(serverNow - claim.since);
  if (claim.from === me) return say(words.takenFromMe(age), nameOf(claim.memberId));
  if (claim.memberId === me) return say(words.takenByMe, nameOf(claim.from));
  return say(words.taken(nameOf(claim.memberId), age), nameOf(claim.from));
}
