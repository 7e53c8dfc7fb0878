import type { Member } from '#utils/model/team.ts';
import type { Sql } from './database.ts';

/** Writes the whole record. */
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
