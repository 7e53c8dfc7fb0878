import type { Sql } from '../store/database.ts';
import { recordKinds } from '#utils/sync/wire.ts';
import { countOpenInvites } from '../store/invites.ts';
import { listTeams } from '../store/teams.ts';
import type { TeamRow } from '../store/teams.ts';
import { judge } from './finding.ts';
import type { Finding } from './finding.ts';

/** Younger changes are never compacted, so their numbers have no holes. */
const WHOLE_MS = 6 * 24 * 60 * 60_000;
/** More open links than a person keeps track of. */
const INVITES_MANY = 20;
const RESTORE = 'Restore the last good backup; browsers send what they did since.';

/** Whether what the tables say of each team can be true. */
export async function checkTeams(sql: Sql): Promise<Finding[]> {
  const teams = await listTeams(sql);
  if (teams.length === 0) {
    return [{ level: 'warn', what: 'no team yet', todo: 'Run start; it makes one.' }];
  }
  const findings: Finding[] = [];
  for (const team of teams) findings.push(...(await checkTeam(sql, team)));
  return findings;
}

async function checkTeam(sql: Sql, team: TeamRow): Promise<Finding[]> {
  const { id } = team;
  const holes = await countHoles(sql, team);
  const ahead = await countAhead(sql, team);
  const leases = await count(
    sql,
    `SELECT COUNT(*) AS total FROM thread WHERE team_id = ? AND holder IS NOT NULL
       AND (lease_until IS NULL OR claimed_at IS NULL OR fence < 1)`,
    id,
  );
  const results = await count(
    sql,
    `SELECT COUNT(*) AS total FROM device WHERE team_id = ? AND (acked_mid > last_mid OR EXISTS (
       SELECT 1 FROM applied WHERE applied.team_id = device.team_id
         AND applied.device_id = device.device_id AND applied.mid > device.last_mid))`,
    id,
  );
  const people = 'SELECT COUNT(*) AS total FROM member WHERE team_id = ? AND deleted_at IS NULL';
  const members = await count(sql, people, id);
  const owners = await count(sql, `${people} AND role = 'owner'`, id);
  const invites = await countOpenInvites(sql, id);
  return [
    judge(holes === 0, `history without holes, up to ${team.seq}`, {
      level: 'fail',
      todo: `${holes} changes of the last days are missing. ${RESTORE}`,
    }),
    judge(ahead === 0, 'no record is newer than the history', {
      level: 'fail',
      todo: `${ahead} records or changes are. ${RESTORE}`,
    }),
    judge(leases === 0, 'every claim has one holder, a lease, a fence', {
      level: 'fail',
      todo: `${leases} have not. ${RESTORE}`,
    }),
    judge(results === 0, 'results of facts match what each device sent', {
      level: 'fail',
      todo: `For ${results} devices they do not. ${RESTORE}`,
    }),
    judge(members === 0 || owners > 0, `${members} members, ${owners} of them owners`, {
      level: 'fail',
      todo: 'Nobody can change roles. Run members role NAME owner.',
    }),
    judge(invites <= INVITES_MANY, `${invites} open invites`, {
      level: 'warn',
      todo: 'Each lets one person in for three days. Look in the log who made them.',
    }),
  ];
}

async function countHoles(sql: Sql, { id }: TeamRow): Promise<number> {
  const row = await sql.get(
    `SELECT COUNT(*) AS present, COALESCE(MAX(seq) - MIN(seq) + 1, 0) AS expected FROM change
     WHERE team_id = ? AND at > db_now() - ?`,
    [id, WHOLE_MS],
  );
  return Number(row?.expected) - Number(row?.present);
}

async function countAhead(sql: Sql, { id, seq }: TeamRow): Promise<number> {
  let total = 0;
  for (const table of [...recordKinds, 'change']) {
    const query = `SELECT COUNT(*) AS total FROM ${table} WHERE team_id = ? AND seq > ?`;
    total += Number((await sql.get(query, [id, seq]))?.total);
  }
  return total;
}

async function count(sql: Sql, query: string, teamId: string): Promise<number> {
  return Number((await sql.get(query, [teamId]))?.total);
}
