import { toReplier } from './member-name.ts';
import type { ThreadView } from './thread-view.ts';

/**
 * Something that speaks against sending a reply now. `key` tells one from the next: a newer reply or claim is a new
 * conflict. Times are of the local clock, ms.
 */
export type SendConflict =
  | { kind: 'reply'; key: string; by: string; at: number; permalink: string | null }
  | { kind: 'closed'; key: string; outcome: 'settled' | 'setAside'; reason: string }
  | { kind: 'claim'; key: string; by: string; since: number; wasMine: boolean }
  | { kind: 'typing'; key: string; by: string; since: number };

/** Facts and promises may hold a press back once; who types is a hint and only told (design.md §2.2). */
export function isHolding({ kind }: SendConflict): boolean {
  return kind !== 'typing';
}

/**
 * What is known against my sending a reply into this thread now, the weightiest first. `isOwnHandle` tells my own
 * accounts, whose replies are not somebody else's. `now`: local clock, ms.
 */
export function toSendConflicts(
  view: ThreadView,
  isOwnHandle: (handle: string) => boolean,
  now: number,
): SendConflict[] {
  const { thread, replies, presence, names, me, connection } = view;
  const toLocal = (serverTime: number) => serverTime - connection.clockOffset;
  const found: SendConflict[] = replies
    .filter(({ memberId, handle }) =>
      memberId === null ? !isOwnHandle(handle) : memberId !== me?.id,
    )
    .map(({ id, memberId, handle, at, permalink }): SendConflict => ({
      kind: 'reply',
      key: `reply ${id}`,
      by: toReplier(names, { memberId, handle: `@${handle.replace(/^@/, '')}` }),
      at,
      permalink,
    }))
    .reverse();
  if (thread.outcome !== 'open') {
    const { outcome, outcomeReason: reason = '' } = thread;
    found.push({ kind: 'closed', key: `closed ${outcome}`, outcome, reason });
  }
  const { claim } = thread;
  if (claim && claim.memberId !== me?.id && toLocal(claim.leaseUntil) > now) {
    found.push({
      kind: 'claim',
      key: `claim ${claim.fence}`,
      by: names[claim.memberId] ?? 'A teammate',
      since: toLocal(claim.since),
      wasMine: me !== null && claim.from === me.id,
    });
  }
  for (const { memberId, kind, since } of presence) {
    if (kind !== 'typing' || memberId === me?.id) continue;
    const by = names[memberId] ?? 'A teammate';
    found.push({ kind: 'typing', key: `typing ${memberId}`, by, since: toLocal(since) });
  }
  return found;
}
