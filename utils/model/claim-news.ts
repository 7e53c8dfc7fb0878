import { toPastName } from './member-name.ts';
import type { Claim } from './thread.ts';
import type { ThreadView } from './thread-view.ts';

/** What happened to my claim, or brought me one, that I did not do here. */
export type ClaimNews =
  | { kind: 'ranOut' }
  | { kind: 'handedToMe'; by: string; note: string }
  | { kind: 'mineFrom'; by: string };

/**
 * Compares the claim that was known before with the one of now. That somebody else has it by now is told as a
 * conflict (`toSendConflicts`). `now`: local clock, ms.
 */
export function toClaimNews(before: Claim | null, view: ThreadView, now: number): ClaimNews | null {
  const { thread, me, names, replies, connection } = view;
  if (!me) return null;
  const serverNow = now + connection.clockOffset;
  const { claim } = thread;
  const isMine = claim?.memberId === me.id;
  if (isMine && claim.leaseUntil > serverNow) {
    const isNew = before?.fence !== claim.fence;
    if (!isNew || claim.from === undefined || claim.from === me.id) return null;
    const by = toPastName(names, claim.from);
    if (claim.note !== undefined) return { kind: 'handedToMe', by, note: claim.note };
    return { kind: 'mineFrom', by };
  }
  const wasMine = before?.memberId === me.id;
  // A claim that ended early was given back, by a person or by the reply.
  const hasEnded = wasMine && (before?.leaseUntil ?? 0) <= serverNow;
  const isFree = claim === null || isMine;
  if (!hasEnded || !isFree || thread.outcome !== 'open') return null;
  if (replies.some(({ memberId }) => memberId === me.id)) return null;
  return { kind: 'ranOut' };
}
