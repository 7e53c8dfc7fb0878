import { randomUUID } from 'node:crypto';
import type { Team } from '#utils/model/team.ts';
import type { Database, Row, Sql } from './database.ts';

/** A team with its place in time. */
export interface TeamRow extends Team {
  /** Changes when the history was replaced, as by a restored backup. */
  epoch: string;
  /** Number of the newest change. */
  seq: number;
  /** Changes up to here may have been compacted away. */
  floor: number;
  /** How long threads and what hangs on them are kept. */
  retentionDays: number;
}

/** Makes a team with an empty history. */
export async function insertTeam(sql: Sql, team: Team & { epoch: string }): Promise<void> {
  await sql.run('INSERT INTO team (team_id, name, epoch, created_at) VALUES (?, ?, ?, db_now())', [
    team.id,
    team.name,
    team.epoch,
  ]);
}

/** A team by its id. */
export async function loadTeam(sql: Sql, teamId: string): Promise<TeamRow | null> {
  const row = await sql.get('SELECT * FROM team WHERE team_id = ?', [teamId]);
  return row && toTeamRow(row);
}

/** The oldest team on this server: the one that a server started by hand is for. */
export async function loadFirstTeam(sql: Sql): Promise<TeamRow | null> {
  const row = await sql.get('SELECT * FROM team ORDER BY created_at, team_id LIMIT 1');
  return row && toTeamRow(row);
}

/** All teams on this server, the oldest first. */
export async function listTeams(sql: Sql): Promise<TeamRow[]> {
  return (await sql.all('SELECT * FROM team ORDER BY created_at, team_id')).map(toTeamRow);
}

/** Sets how long a team keeps threads and what hangs on them. */
export async function updateRetention(tx: Sql, teamId: string, days: number): Promise<void> {
  await tx.run('UPDATE team SET retention_days = ? WHERE team_id = ?', [days, teamId]);
}

/** Says that the team's history was replaced: cursors of before are answered with `reset`. */
export async function updateEpoch(tx: Sql, teamId: string, epoch: string): Promise<void> {
  await tx.run('UPDATE team SET epoch = ? WHERE team_id = ?', [epoch, teamId]);
}

/** As `updateEpoch`, with a new epoch that nobody has seen: what a restore ends with. */
export async function rotateEpoch(store: Database, teamId: string): Promise<string> {
  const epoch = randomUUID();
  await store.transaction((tx) => updateEpoch(tx, teamId, epoch), teamId);
  return epoch;
}

function toTeamRow(row: Row): TeamRow {
  return {
    id: String(row.team_id),
    name: String(row.name),
    epoch: String(row.epoch),
    seq: Number(row.seq),
    floor: Number(row.floor),
    retentionDays: Number(row.retention_days),
  };
}
