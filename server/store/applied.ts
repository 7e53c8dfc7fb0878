import type { Refusal } from '#utils/sync/wire.ts';
import type { Sql } from './database.ts';
import { inFewLengths } from './in-few-lengths.ts';

/** What one fact of a device came to. */
export interface AppliedRow {
  /** Of the fact as it was sent; the same `mid` with another hash is another fact. */
  hash: string;
  refusal: Refusal | null;
  /** Number of the team's newest change before it. */
  after: number;
}

/** Keeps the results of facts, by their `mid`. */
export async function insertApplied(
  tx: Sql,
  teamId: string,
  deviceId: string,
  applied: ReadonlyMap<number, AppliedRow>,
): Promise<void> {
  for (const some of inFewLengths([...applied])) {
    await tx.run(
      `INSERT INTO applied (team_id, device_id, mid, hash, refusal, after_seq)
       VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      some.flatMap(([mid, { hash, refusal, after }]) => [
        teamId,
        deviceId,
        mid,
        hash,
        refusal === null ? null : JSON.stringify(refusal),
        after,
      ]),
    );
  }
}

/** The kept result; null when it is so old that it was forgotten. */
export async function loadApplied(
  tx: Sql,
  teamId: string,
  deviceId: string,
  mid: number,
): Promise<AppliedRow | null> {
  const row = await tx.get(
    'SELECT hash, refusal, after_seq FROM applied WHERE team_id = ? AND device_id = ? AND mid = ?',
    [teamId, deviceId, mid],
  );
  if (!row) return null;
  return {
    hash: String(row.hash),
    refusal: row.refusal === null ? null : (JSON.parse(String(row.refusal)) as Refusal),
    after: Number(row.after_seq),
  };
}

/**
 * Forgets up to `limit` results that their device has heard of, except its newest `kept`: by those a copied profile is
 * known that still counts from an older number. How many went.
 */
export async function pruneApplied(
  sql: Sql,
  teamId: string,
  kept: number,
  limit: number,
): Promise<number> {
  // CROSS JOIN keeps SQLite to this order, which reads no result that stays.
  return sql.run(
    `DELETE FROM applied WHERE team_id = ? AND (device_id, mid) IN (
       SELECT old.device_id, old.mid FROM device CROSS JOIN applied AS old
       WHERE device.team_id = ? AND old.team_id = device.team_id AND old.device_id = device.device_id
         AND old.mid <= CASE WHEN acked_mid < last_mid - ? THEN acked_mid ELSE last_mid - ? END
       LIMIT ?)`,
    [teamId, teamId, kept, kept, limit],
  );
}
