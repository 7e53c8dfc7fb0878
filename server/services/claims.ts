import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest, ClaimResponse } from '#utils/sync/wire.ts';
import type { Claim, Thread } from '#utils/model/thread.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import {
  grantClaim,
  loadRunningClaim,
  passClaim,
  releaseClaim,
  renewClaim,
} from '../store/claims.ts';
import { readNow } from '../store/database.ts';
import { loadActiveDevice } from '../store/device-tokens.ts';
import { loadRecord } from '../store/records.ts';
import { toStorable } from '../store/storable.ts';
import { isLead } from './actor.ts';
import type { Actor } from './actor.ts';
import { ServiceError, unauthorized } from './service-error.ts';
import { commitTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

/**
 * Decides one claim (reliability.md §4.6). Asking again after a lost answer is safe: the holder's own `take` is
 * a renewal, a release of what is free is done, a thread that was handed over stays with who got it. Not granted:
 * `claim` is the present holder's, null when the thread is closed. Throws `not_found` for a thread or a teammate
 * that the team has no record of, `unauthorized` for somebody who was removed meanwhile.
 */
export async function decideClaim(
  context: ServerContext,
  asking: Actor,
  request: ClaimRequest,
): Promise<ClaimResponse> {
  const { threadId, action } = request;
  const lost = action === 'take' ? await loseAtOnce(context, asking, threadId) : null;
  if (lost !== null) return lost;
  const { teamId, deviceId } = asking;
  const { value, serverTime } = await commitTeam(context, teamId, asking, async (write) => {
    // As they stand now: a removal gives back what they hold only once, and a demotion counts at once.
    const actor = await loadActiveDevice(write.tx, teamId, deviceId);
    if (!actor) throw unauthorized();
    const thread = await loadRecord(write.tx, teamId, 'thread', threadId);
    if (!thread) {
      throw new ServiceError('not_found', 'The team has no record of this thread yet. Try again.');
    }
    const claim = await decisions[action](write, actor, request, thread);
    if (claim !== 'refused') return { granted: true, claim };
    // Read again after losing: another process may have granted it since.
    const present = await loadRecord(write.tx, teamId, 'thread', threadId);
    return { granted: false, claim: present?.claim ?? null };
  });
  return { ...value, serverTime: serverTime ?? (await readNow(context.store)) };
}

/**
 * A thread that somebody else holds is refused without a turn in the team's line; null: not so clear. Says no only,
 * for what was read may be over by now: yes is said by the one statement of the store.
 */
async function loseAtOnce(
  { store }: ServerContext,
  { teamId, memberId }: Actor,
  threadId: string,
): Promise<ClaimResponse | null> {
  const claim = await loadRunningClaim(store, teamId, threadId);
  if (claim === null || claim.memberId === memberId) return null;
  const { serverTime, ...present } = claim;
  return { granted: false, claim: present, serverTime };
}

/** The claim as it stands after a granted request; null when it was given back. */
type Decision = (
  write: TeamWrite,
  actor: Actor,
  request: ClaimRequest,
  thread: Thread,
) => Promise<Claim | null | 'refused'>;

const decisions: Record<ClaimRequest['action'], Decision> = {
  take: (write, actor, request) => obtain(write, actor, request.threadId, false),
  takeOver: (write, actor, request) => obtain(write, actor, request.threadId, true),
  renew,
  release,
  handOver,
};

async function obtain(
  { tx, teamId, touch }: TeamWrite,
  actor: Actor,
  threadId: string,
  isTakeOver: boolean,
): Promise<Claim | 'refused'> {
  const key = { ...actor, threadId };
  const evenIfHeld = isTakeOver && isLead(actor);
  const grant = () => grantClaim(tx, key, CLAIM_LEASE_MS, evenIfHeld, isTakeOver);
  const granted = await grant();
  // One's own lease may run out after the first statement and before the second; then it is free.
  const claim = granted ?? (await renewClaim(tx, key, CLAIM_LEASE_MS, null)) ?? (await grant());
  if (!claim) return 'refused';
  touch('thread', threadId);
  if (granted?.from !== undefined) {
    await insertAudit(tx, teamId, actor.memberId, 'claim.takenOver', threadId);
  }
  return claim;
}

async function renew(
  { tx, touch }: TeamWrite,
  actor: Actor,
  { threadId, fence }: ClaimRequest,
): Promise<Claim | 'refused'> {
  const claim = await renewClaim(tx, { ...actor, threadId }, CLAIM_LEASE_MS, needFence(fence));
  if (!claim) return 'refused';
  touch('thread', threadId);
  return claim;
}

async function release(
  { tx, touch }: TeamWrite,
  actor: Actor,
  { threadId, fence }: ClaimRequest,
  thread: Thread,
): Promise<null | 'refused'> {
  if (await releaseClaim(tx, { ...actor, threadId }, needFence(fence))) {
    touch('thread', threadId);
    return null;
  }
  // Free under the same fence: an earlier release has done it, and its answer was lost.
  return thread.claim === null && thread.fence === fence ? null : 'refused';
}

async function handOver(
  { tx, teamId, touch }: TeamWrite,
  actor: Actor,
  request: ClaimRequest,
  thread: Thread,
): Promise<Claim | 'refused'> {
  const { threadId, to } = request;
  const fence = needFence(request.fence);
  if (to === undefined || to === actor.memberId) {
    throw new ServiceError('bad_request', 'Handing over needs the teammate who gets the thread.');
  }
  if (!(await loadRecord(tx, teamId, 'member', to))) {
    throw new ServiceError('not_found', 'This teammate is not in the team any more.');
  }
  const { claim: present } = thread;
  const isTheirs = present?.memberId === to && present.from === actor.memberId;
  if (isTheirs && present.fence > fence) return present;
  const note = toStorable(request.note ?? '').trim();
  const passed = await passClaim(tx, { ...actor, threadId }, CLAIM_LEASE_MS, {
    fence,
    to,
    note: note === '' ? null : note,
    isLead: isLead(actor),
  });
  if (!passed) return 'refused';
  touch('thread', threadId);
  await insertAudit(tx, teamId, actor.memberId, 'claim.handedOver', threadId);
  return passed;
}

function needFence(fence: number | undefined): number {
  if (fence !== undefined) return fence;
  throw new ServiceError(
    'bad_request',
    'Renewing, releasing or handing over a claim needs its fence.',
  );
}
