import type { Role } from '#utils/model/team.ts';
import type { Sql } from './database.ts';

/** Keeps an invite that ends after `ttlMs`; the moment of its end. */
export async function insertInvite(
  tx: Sql,
  invite: { teamId: string; hash: string; role: Role; createdBy: string | null; ttlMs: number },
): Promise<number> {
  const row = await tx.get(
    `INSERT INTO invite (team_id, invite_hash, role, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, db_now(), db_now() + ?) RETURNING expires_at`,
    [invite.teamId, invite.hash, invite.role, invite.createdBy, invite.ttlMs],
  );
  return Number(row?.expires_at);
}

/** Uses the invite up in one statement, so that of two who try exactly one wins; its role, or null. */
export async function redeemInvite(tx: Sql, teamId: string, hash: string): Promise<Role | null> {
  const row = await tx.get(
    `UPDATE invite SET used_at = db_now()
     WHERE team_id = ? AND invite_hash = ? AND used_at IS NULL AND expires_at > db_now()
     RETURNING role`,
    [teamId, hash],
  );
  return row && (row.role as Role);
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

/** Ends the unused owner invites of a team. */
export async function expireOwnerInvites(tx: Sql, teamId: string): Promise<void> {
  await tx.run(
    `UPDATE invite SET expires_at = db_now()
     WHERE team_id = ? AND role = 'owner' AND used_at IS NULL AND expires_at > db_now()`,
    [teamId],
  );
}
