import type { Role } from '#utils/model/team.ts';
import type { Sql } from './database.ts';

/** What an invite lets in: somebody new with a role, or (`memberId`) one more device of somebody known. */
export interface InviteGrant {
  role: Role;
  memberId: string | null;
}

/** Keeps an invite that ends after `ttlMs`; the moment of its end. */
export async function insertInvite(
  tx: Sql,
  invite: InviteGrant & { teamId: string; hash: string; createdBy: string | null; ttlMs: number },
): Promise<number> {
  const row = await tx.get(
    `INSERT INTO invite (team_id, invite_hash, role, member_id, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, db_now(), db_now() + ?) RETURNING expires_at`,
    [invite.teamId, invite.hash, invite.role, invite.memberId, invite.createdBy, invite.ttlMs],
  );
  return Number(row?.expires_at);
}

/** Uses the invite up in one statement, so that of many who try exactly one wins; what it grants, or null. */
export async function redeemInvite(
  tx: Sql,
  teamId: string,
  hash: string,
): Promise<InviteGrant | null> {
  const row = await tx.get(
    `UPDATE invite SET used_at = db_now()
     WHERE team_id = ? AND invite_hash = ? AND used_at IS NULL AND expires_at > db_now()
     RETURNING role, member_id`,
    [teamId, hash],
  );
  if (!row) return null;
  return {
    role: row.role as Role,
    memberId: row.member_id === null ? null : String(row.member_id),
  };
}

/** Why an invite could not be redeemed. */
export async function findInviteFault(
  sql: Sql,
  teamId: string,
  hash: string,
): Promise<'unknown' | 'used' | 'expired'> {
  const row = await sql.get('SELECT used_at FROM invite WHERE team_id = ? AND invite_hash = ?', [
    teamId,
    hash,
  ]);
  if (!row) return 'unknown';
  return row.used_at === null ? 'expired' : 'used';
}

/** Ends the unused invites for the first owner of a team. */
export async function expireOwnerInvites(tx: Sql, teamId: string): Promise<void> {
  await tx.run(
    `UPDATE invite SET expires_at = db_now()
     WHERE team_id = ? AND role = 'owner' AND member_id IS NULL AND used_at IS NULL
       AND expires_at > db_now()`,
    [teamId],
  );
}

/** Ends the unused invites that a member made, and those for more devices of that member. */
export async function expireMemberInvites(
  tx: Sql,
  teamId: string,
  memberId: string,
): Promise<void> {
  await tx.run(
    `UPDATE invite SET expires_at = db_now()
     WHERE team_id = ? AND (created_by = ? OR member_id = ?) AND used_at IS NULL
       AND expires_at > db_now()`,
    [teamId, memberId, memberId],
  );
}

/** Ends all unused invites of a team; how many. */
export async function expireInvites(tx: Sql, teamId: string): Promise<number> {
  return tx.run(
    `UPDATE invite SET expires_at = db_now()
     WHERE team_id = ? AND used_at IS NULL AND expires_at > db_now()`,
    [teamId],
  );
}

/** Notes that an invite was used, which this data does not know yet. */
export async function useInvite(tx: Sql, teamId: string, hash: string, at: number): Promise<void> {
  await tx.run(
    'UPDATE invite SET used_at = ? WHERE team_id = ? AND invite_hash = ? AND used_at IS NULL',
    [at, teamId, hash],
  );
}

/** How many invites wait to be used. */
export async function countOpenInvites(sql: Sql, teamId: string): Promise<number> {
  const row = await sql.get(
    `SELECT COUNT(*) AS total FROM invite
     WHERE team_id = ? AND used_at IS NULL AND expires_at > db_now()`,
    [teamId],
  );
  return Number(row?.total);
}

/** Forgets up to `limit` invites that ended more than `olderThanMs` ago; how many. */
export async function pruneInvites(
  sql: Sql,
  teamId: string,
  olderThanMs: number,
  limit: number,
): Promise<number> {
  return sql.run(
    `DELETE FROM invite WHERE team_id = ? AND invite_hash IN (
       SELECT invite_hash FROM invite WHERE team_id = ? AND expires_at < db_now() - ? LIMIT ?)`,
    [teamId, teamId, olderThanMs, limit],
  );
}
