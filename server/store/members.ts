import type { Member } from '#utils/model/team.ts';
import type { Sql } from './database.ts';

/** Writes the whole record. A tombstone stays one: who was removed comes back only as somebody new. */
export async function saveMember(sql: Sql, teamId: string, member: Member): Promise<void> {
  await sql.run(
    `INSERT INTO member (team_id, id, role, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (team_id, id) DO UPDATE SET role = excluded.role, body = excluded.body`,
    [teamId, member.id, member.role, JSON.stringify(member)],
  );
}

/** The team's roster. */
export async function listMembers(sql: Sql, teamId: string): Promise<Member[]> {
  const rows = await sql.all(
    'SELECT body FROM member WHERE team_id = ? AND deleted_at IS NULL ORDER BY id',
    [teamId],
  );
  return rows.map((row) => JSON.parse(String(row.body)) as Member);
}

/** How many people are in the team. */
export async function countMembers(sql: Sql, teamId: string): Promise<number> {
  const row = await sql.get(
    'SELECT COUNT(*) AS total FROM member WHERE team_id = ? AND deleted_at IS NULL',
    [teamId],
  );
  return Number(row?.total);
}

/** The owners; their rows stay locked until the end of the transaction, so that two acts never remove the last two. */
export async function lockOwners(tx: Sql, teamId: string): Promise<string[]> {
  const rows = await tx.all(
    `UPDATE member SET role = role
     WHERE team_id = ? AND role = 'owner' AND deleted_at IS NULL RETURNING id`,
    [teamId],
  );
  return rows.map((row) => String(row.id));
}

/** Leaves a tombstone: what the member did stays, under a name that nobody else gets. */
export async function removeMember(tx: Sql, teamId: string, memberId: string): Promise<void> {
  await tx.run(
    `UPDATE member SET deleted_at = db_now() WHERE team_id = ? AND id = ? AND deleted_at IS NULL`,
    [teamId, memberId],
  );
}
