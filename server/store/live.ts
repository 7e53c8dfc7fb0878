/** What the live channel asks every few seconds, for all open sockets of a team at once. */
import type { Sql } from './database.ts';

/** How far a team's history has come. */
export interface TeamHead {
  teamId: string;
  epoch: string;
  seq: number;
}

/** Teams in one statement; SQLite takes a thousand parameters at least. */
const TEAMS_AT_ONCE = 500;

/** The newest change of each of these teams. */
export async function listHeads(sql: Sql, teamIds: readonly string[]): Promise<TeamHead[]> {
  const heads: TeamHead[] = [];
  for (let from = 0; from < teamIds.length; from += TEAMS_AT_ONCE) {
    const some = teamIds.slice(from, from + TEAMS_AT_ONCE);
    const marks = some.map(() => '?').join(', ');
    const rows = await sql.all(
      `SELECT team_id, epoch, seq FROM team WHERE team_id IN (${marks})`,
      some,
    );
    for (const { team_id, epoch, seq } of rows) {
      heads.push({ teamId: String(team_id), epoch: String(epoch), seq: Number(seq) });
    }
  }
  return heads;
}

/** The devices of a team whose token stands and whose member is still in it. */
export async function listActiveDevices(sql: Sql, teamId: string): Promise<Set<string>> {
  const rows = await sql.all(
    `SELECT device.device_id FROM device
     JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
     WHERE device.team_id = ? AND device.revoked_at IS NULL AND member.deleted_at IS NULL`,
    [teamId],
  );
  return new Set(rows.map((row) => String(row.device_id)));
}
