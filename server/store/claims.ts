/**
 * Leases on threads. Each grant is one compare-and-set statement on the database's clock, so two grants can
 * never overlap, however many processes ask (reliability.md §4.6).
 */
import type { Claim } from '#utils/model/thread.ts';
import type { Sql } from './database.ts';
import { isStorable } from './storable.ts';
import { toClaim } from './threads.ts';

interface ClaimKey {
  teamId: string;
  threadId: string;
  memberId: string;
  deviceId: string;
}

const CLAIM_COLUMNS = 'holder, fence, claimed_at, lease_until, lapsed, claim_from, claim_note';
const SET_FREE = `holder = NULL, holder_device = NULL, claimed_at = NULL, lease_until = NULL, lapsed = 0,
  claim_from = NULL, claim_note = NULL`;
const NEXT_FENCE = `(SELECT CASE WHEN team.fence_base > thread.fence THEN team.fence_base ELSE thread.fence END + 1
  FROM team WHERE team.team_id = thread.team_id)`;
/** How far fences leap where the clock is of no use. */
const FENCE_LEAP = 1_000_000;

/**
 * Grants the claim under a new fence if nobody holds it or its lease has run out; `evenIfHeld` takes it from a
 * living holder too, `namesFrom` keeps whose it was. Null when it is not to be had, and for the holder's own
 * running lease (renew that).
 */
export async function grantClaim(
  sql: Sql,
  key: ClaimKey,
  leaseMs: number,
  evenIfHeld: boolean,
  namesFrom = evenIfHeld,
): Promise<Claim | null> {
  // A lease that everybody was told has run out is free, even if the database's clock was set back since.
  const row = await sql.get(
    `UPDATE thread SET holder = ?, holder_device = ?, fence = ${NEXT_FENCE}, lapsed = 0,
       claimed_at = db_now(), lease_until = db_now() + ?,
       claim_from = CASE WHEN ? = 1 AND holder <> ? THEN holder ELSE NULL END, claim_note = NULL
     WHERE team_id = ? AND id = ? AND deleted_at IS NULL AND outcome = 'open'
       AND (holder IS NULL OR lapsed = 1 OR lease_until <= db_now() OR (? = 1 AND holder <> ?))
     RETURNING ${CLAIM_COLUMNS}`,
    [
      key.memberId,
      key.deviceId,
      leaseMs,
      namesFrom ? 1 : 0,
      key.memberId,
      key.teamId,
      key.threadId,
      evenIfHeld ? 1 : 0,
      key.memberId,
    ],
  );
  return row && toClaim(row);
}

/** The claim on an open thread whose lease runs, with the time of the look; null: it may be had, or is unknown. */
export async function loadRunningClaim(
  sql: Sql,
  teamId: string,
  threadId: string,
): Promise<(Claim & { serverTime: number }) | null> {
  if (!isStorable(threadId)) return null;
  const row = await sql.get(
    `SELECT ${CLAIM_COLUMNS}, db_now() AS now FROM thread
     WHERE team_id = ? AND id = ? AND deleted_at IS NULL AND outcome = 'open' AND holder IS NOT NULL
       AND lapsed = 0 AND lease_until > db_now()`,
    [teamId, threadId],
  );
  const claim = row && toClaim(row);
  return claim && { ...claim, serverTime: Number(row.now) };
}

/**
 * Prolongs the holder's own claim, fence unchanged; with a fence only that one, and then even after the lease ran
 * out, for the fence proves that nobody else took it. Null when it is not the member's any more.
 */
export async function renewClaim(
  sql: Sql,
  key: ClaimKey,
  leaseMs: number,
  fence: number | null,
): Promise<Claim | null> {
  const row = await sql.get(
    `UPDATE thread SET holder_device = ?, lapsed = 0, lease_until = db_now() + ?
     WHERE team_id = ? AND id = ? AND deleted_at IS NULL AND holder = ?
       AND (fence = ? OR (? = 1 AND lapsed = 0 AND lease_until > db_now()))
     RETURNING ${CLAIM_COLUMNS}`,
    [
      key.deviceId,
      leaseMs,
      key.teamId,
      key.threadId,
      key.memberId,
      fence ?? -1,
      fence === null ? 1 : 0,
    ],
  );
  return row && toClaim(row);
}

/**
 * Gives the claim to a teammate under a new fence and lease, with a note; the present `fence` must be told. A lead
 * moves whoever's claim it is, and also assigns a free thread; everybody else only their own. Null when it is not
 * the actor's to give, or the teammate holds it already.
 */
export async function passClaim(
  sql: Sql,
  key: Omit<ClaimKey, 'deviceId'>,
  leaseMs: number,
  wish: { fence: number; to: string; note: string | null; isLead: boolean },
): Promise<Claim | null> {
  const row = await sql.get(
    `UPDATE thread SET holder = ?, holder_device = NULL, fence = ${NEXT_FENCE}, lapsed = 0,
       claimed_at = db_now(), lease_until = db_now() + ?, claim_from = ?, claim_note = ?
     WHERE team_id = ? AND id = ? AND deleted_at IS NULL AND outcome = 'open' AND fence = ?
       AND (? = 1 OR holder = ?) AND (holder IS NULL OR holder <> ?)
     RETURNING ${CLAIM_COLUMNS}`,
    [
      wish.to,
      leaseMs,
      key.memberId,
      wish.note,
      key.teamId,
      key.threadId,
      wish.fence,
      wish.isLead ? 1 : 0,
      key.memberId,
      wish.to,
    ],
  );
  return row && toClaim(row);
}

/**
 * Lets the next grant of every thread have a fence that no history which was replaced can have given. The clock sees to
 * it that this holds for two restores of one copy too: nobody grants a thread as often as milliseconds pass. Claims that
 * run keep theirs.
 */
export async function leapFences(tx: Sql, teamId: string): Promise<void> {
  const row = await tx.get(
    `SELECT fence_base, db_now() AS now, (SELECT MAX(fence) FROM thread
       WHERE thread.team_id = team.team_id) AS highest
     FROM team WHERE team_id = ?`,
    [teamId],
  );
  const highest = Math.max(Number(row?.fence_base), Number(row?.highest));
  const now = Number(row?.now);
  const base = now > highest ? now : highest + FENCE_LEAP;
  await tx.run('UPDATE team SET fence_base = ? WHERE team_id = ?', [base, teamId]);
}

/** Gives a claim back; with a fence only that one. False when it is not the member's. */
export async function releaseClaim(
  sql: Sql,
  key: Omit<ClaimKey, 'deviceId'>,
  fence: number | null,
): Promise<boolean> {
  const released = await sql.run(
    `UPDATE thread SET ${SET_FREE}
     WHERE team_id = ? AND id = ? AND holder = ? AND (? = -1 OR fence = ?)`,
    [key.teamId, key.threadId, key.memberId, fence ?? -1, fence ?? -1],
  );
  return released > 0;
}

/** Gives back all that one device holds; the ids of those threads. */
export async function releaseDeviceClaims(
  sql: Sql,
  teamId: string,
  deviceId: string,
): Promise<string[]> {
  const rows = await sql.all(
    `UPDATE thread SET ${SET_FREE}
     WHERE team_id = ? AND holder_device = ? AND holder IS NOT NULL RETURNING id`,
    [teamId, deviceId],
  );
  return rows.map((row) => String(row.id));
}

/** Gives back all that one member holds, on whatever device; the ids of those threads. */
export async function releaseMemberClaims(
  sql: Sql,
  teamId: string,
  memberId: string,
): Promise<string[]> {
  const rows = await sql.all(
    `UPDATE thread SET ${SET_FREE} WHERE team_id = ? AND holder = ? RETURNING id`,
    [teamId, memberId],
  );
  return rows.map((row) => String(row.id));
}

/** The teams in which a lease ran out that nobody has been told of. */
export async function listTeamsWithLapsedClaims(sql: Sql): Promise<string[]> {
  const rows = await sql.all(
    `SELECT DISTINCT team_id FROM thread
     WHERE holder IS NOT NULL AND lapsed = 0 AND lease_until <= db_now()`,
  );
  return rows.map((row) => String(row.team_id));
}

/** Marks a team's claims whose lease ran out; the ids of those threads. */
export async function lapseClaims(sql: Sql, teamId: string): Promise<string[]> {
  const rows = await sql.all(
    `UPDATE thread SET lapsed = 1
     WHERE team_id = ? AND holder IS NOT NULL AND lapsed = 0 AND lease_until <= db_now() RETURNING id`,
    [teamId],
  );
  return rows.map((row) => String(row.id));
}
