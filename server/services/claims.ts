import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest, ClaimResponse } from '#utils/sync/wire.ts';
import type { Claim } from '#utils/model/thread.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { grantClaim, releaseClaim, renewClaim } from '../store/claims.ts';
import { readNow } from '../store/database.ts';
import { loadRecord } from '../store/records.ts';
import { isLead } from './actor.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';
import { writeTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

/**
 * Decides one claim (reliability.md §4.6). Asking again after a lost answer is safe: the holder's own `take` is
 * a renewal, a release of what is free is done. Not granted: `claim` is the present holder's, null when the
 * thread is closed. Throws `not_found` for a thread that the team has no record of.
 */
export async function decideClaim(
  context: ServerContext,
  actor: Actor,
  request: ClaimRequest,
): Promise<ClaimResponse> {
  const { teamId } = actor;
  const { threadId, action } = request;
  return writeTeam(context, teamId, actor, async (write) => {
    const thread = await loadRecord(write.tx, teamId, 'thread', threadId);
    if (!thread) {
      throw new ServiceError('not_found', 'The team has no record of this thread yet. Try again.');
    }
    const serverTime = await readNow(write.tx);
    if (action === 'release') {
      const isReleased = await release(write, actor, request);
      // Free under the same fence: an earlier release has done it, and its answer was lost.
      const isFree = thread.claim === null && thread.fence === request.fence;
      if (isReleased || isFree) return { granted: true, claim: null, serverTime };
      return { granted: false, claim: await loadPresentClaim(write, threadId), serverTime };
    }
    const claim = await obtain(write, actor, request);
    if (!claim) {
      return { granted: false, claim: await loadPresentClaim(write, threadId), serverTime };
    }
    write.touch('thread', threadId);
    if (action === 'takeOver' && thread.claim && thread.claim.memberId !== actor.memberId) {
      await insertAudit(write.tx, teamId, actor.memberId, 'claim.takenOver', threadId);
    }
    return { granted: true, claim, serverTime };
  });
}

/** Read again after losing: another process may have granted it since. */
async function loadPresentClaim(
  { tx, teamId }: TeamWrite,
  threadId: string,
): Promise<Claim | null> {
  return (await loadRecord(tx, teamId, 'thread', threadId))?.claim ?? null;
}

async function obtain(
  { tx }: TeamWrite,
  actor: Actor,
  { action, threadId, fence }: ClaimRequest,
): Promise<Claim | null> {
  const key = { ...actor, threadId };
  if (action === 'renew') return renewClaim(tx, key, CLAIM_LEASE_MS, needFence(fence));
  const evenIfHeld = action === 'takeOver' && isLead(actor);
  return (
    (await grantClaim(tx, key, CLAIM_LEASE_MS, evenIfHeld)) ??
    (await renewClaim(tx, key, CLAIM_LEASE_MS, null))
  );
}

async function release(
  { tx, touch }: TeamWrite,
  actor: Actor,
  { threadId, fence }: ClaimRequest,
): Promise<boolean> {
  const isReleased = await releaseClaim(tx, { ...actor, threadId }, needFence(fence));
  if (isReleased) touch('thread', threadId);
  return isReleased;
}

function needFence(fence: number | undefined): number {
  if (fence !== undefined) return fence;
  throw new ServiceError('bad_request', 'Renewing or releasing a claim needs its fence.');
}
