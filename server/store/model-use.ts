import type { Sql } from './database.ts';

/** Days that are remembered. */
const KEPT_DAYS = 31;

/** The tokens that a team has used or has under way on a day. */
export async function readModelUse(sql: Sql, teamId: string, day: number): Promise<number> {
  const row = await sql.get('SELECT tokens FROM model_use WHERE team_id = ? AND day = ?', [
    teamId,
    day,
  ]);
  return Number(row?.tokens ?? 0);
}

/** Counts tokens before they are used; false, and nothing is counted, when the day would have more than `max`. */
export async function takeModelTokens(
  sql: Sql,
  teamId: string,
  day: number,
  tokens: number,
  max: number,
): Promise<boolean> {
  if (tokens > max) return false;
  const taken = await sql.run(
    `INSERT INTO model_use (team_id, day, tokens) VALUES (?, ?, ?)
     ON CONFLICT (team_id, day) DO UPDATE SET tokens = model_use.tokens + excluded.tokens
     WHERE model_use.tokens + excluded.tokens <= ?`,
    [teamId, day, tokens, max],
  );
  return taken > 0;
}

/** Puts what was really used in the place of what was counted before. It may go over the day's allowance. */
export async function settleModelTokens(
  sql: Sql,
  teamId: string,
  day: number,
  counted: number,
  used: number,
): Promise<void> {
  await sql.run(
    `UPDATE model_use SET tokens = CASE WHEN tokens + ? > 0 THEN tokens + ? ELSE 0 END
     WHERE team_id = ? AND day = ?`,
    [used - counted, used - counted, teamId, day],
  );
}

/** Forgets days that are long over. */
export async function pruneModelUse(sql: Sql, teamId: string): Promise<void> {
  await sql.run('DELETE FROM model_use WHERE team_id = ? AND day < db_now() / 86400000 - ?', [
    teamId,
    KEPT_DAYS,
  ]);
}
