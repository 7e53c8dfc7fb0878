/** Reads from a team's history whether two teammates ever held one thread at once (P4, and P5 for grants). */
import type { Claim, Thread } from '#utils/model/thread.ts';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { AnsweredAt } from './claim-answers.ts';

/** A row of the server's table of changes. */
export interface LoggedChange {
  seq: number;
  kind: string;
  id: string;
  op: string;
  body: string | null;
  member_id: string | null;
  device_id: string | null;
}

/** Between the grant and its answer, ms, and by how far the server's clock may have stepped; leases are 10 minutes. */
const TOLERANCE_MS = 120_000;

/**
 * What is wrong with the grants of this history; `leads` may take over, and hand over for others. `answeredAt` says
 * by nobody's clock but the simulation's when a lease began or was prolonged, under `id fence`.
 */
export function judgeClaims(
  log: readonly LoggedChange[],
  leads: ReadonlySet<string>,
  answeredAt: AnsweredAt = new Map(),
): string[] {
  const found: string[] = [];
  const lasts = new Map<string, { claim: Claim | null; fence: number }>();
  for (const { kind, id, body, member_id: by, seq } of log) {
    if (kind !== 'thread' || body === null) continue;
    const { claim, fence } = JSON.parse(body) as Thread;
    const last = lasts.get(id) ?? { claim: null, fence: 0 };
    lasts.set(id, { claim, fence });
    if (fence < last.fence) found.push(`P5 ${id} fence fell to ${fence} at ${seq}`);
    if (!claim) continue;
    if (claim.fence !== fence) found.push(`P5 ${id} is held under an older fence at ${seq}`);
    const isSame = last.claim?.memberId === claim.memberId;
    if (!isSame && last.claim && fence === last.fence) {
      found.push(`P5 ${id} changed hands under fence ${fence} at ${seq}`);
    }
    if (isSame || !last.claim) continue;
    const began = answeredAt.get(`${id} ${fence}`)?.first ?? Infinity;
    const before = answeredAt.get(`${id} ${last.fence}`)?.last ?? 0;
    const isTime = began - before >= CLAIM_LEASE_MS - TOLERANCE_MS;
    const isRunOut = claim.since >= last.claim.leaseUntil && isTime;
    const isGivenAway = by !== null && (by === last.claim.memberId || leads.has(by));
    if (!isRunOut && !isGivenAway) {
      found.push(`P4 ${id} had two holders at ${seq}: a grant before the lease ran out`);
    }
  }
  return found;
}
