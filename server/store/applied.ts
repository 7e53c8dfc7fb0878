import type { Refusal } from '#utils/sync/wire.ts';
import type { Sql } from './database.ts';

/** What one fact of a device came to. */
export interface AppliedRow {
  /** Of the fact as it was sent; the same `mid` with another hash is another fact. */
  hash: string;
  refusal: Refusal | null;
}

/** Keeps the result of a fact. */
export async function insertApplied(
  tx: Sql,
  teamId: string,
  deviceId: string,
  mid: number,
  applied: AppliedRow,
): Promise<void> {
  await tx.run(
    'INSERT INTO applied (team_id, device_id, mid, hash, refusal) VALUES (?, ?, ?, ?, ?)',
    [
      teamId,
      deviceId,
      mid,
      applied.hash,
      applied.refusal === null ? null : JSON.stringify(applied.refusal),
    ],
  );
}

/** The kept result; null when the device has confirmed it already. */
export async function loadApplied(
  tx: Sql,
  teamId: string,
  deviceId: string,
  mid: number,
): Promise<AppliedRow | null> {
  const row = await tx.get(
    'SELECT hash, refusal FROM applied WHERE team_id = ? AND device_id = ? AND mid = ?',
    [teamId, deviceId, mid],
  );
  if (!row) return null;
  return {
    hash: String(row.hash),
    refusal: row.refusal === null ? null : (JSON.parse(String(row.refusal)) as Refusal),
  };
}

/** Forgets what the device has heard of. */
export async function pruneApplied(
  tx: Sql,
  teamId: string,
  deviceId: string,
  ackedMid: number,
): Promise<void> {
  await tx.run('DELETE FROM applied WHERE team_id = ? AND device_id = ? AND mid <= ?', [
    teamId,
    deviceId,
    ackedMid,
  ]);
}
