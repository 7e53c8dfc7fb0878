/**
 * What keeps the tables from growing for ever. Each statement does one chunk and stands alone, so any number of
 * processes may work at once, and a writer never waits long.
 */
import type { RecordKind } from '#utils/sync/wire.ts';
import { readNow } from './database.ts';
import type { Sql } from './database.ts';

/**
 * Drops up to `limit` changes older than `olderThanMs` that a later change of the same record, as old as that, has
 * made superfluous: every change carries the whole record. How many went.
 */
export async function compactChanges(
  sql: Sql,
  teamId: string,
  olderThanMs: number,
  limit: number,
): Promise<number> {
  const before = (await readNow(sql)) - olderThanMs;
  // `+ 0` hides the age of the later change from SQLite's planner, which would else walk through all old changes for
  // each old change by the index of ages, rather than look at the few of the same record.
  return sql.run(
    `DELETE FROM change WHERE team_id = ? AND seq IN (
       SELECT old.seq FROM change AS old
       WHERE old.team_id = ? AND old.at < ? AND EXISTS (
         SELECT 1 FROM change AS later
         WHERE later.team_id = old.team_id AND later.kind = old.kind AND later.id = old.id
           AND later.seq > old.seq AND later.at + 0 < ?)
       LIMIT ?)`,
    [teamId, teamId, before, before, limit],
  );
}

/**
 * Drops up to `limit` of the oldest removals from the history, and raises the floor, so that a device which has not
 * pulled since starts again from a snapshot. To be called in a transaction. How many went.
 */
export async function dropTombstones(
  tx: Sql,
  teamId: string,
  olderThanMs: number,
  limit: number,
): Promise<number> {
  const rows = await tx.all(
    `SELECT gone.seq FROM change AS gone
     WHERE gone.team_id = ? AND gone.op = 'del' AND gone.at < db_now() - ? AND NOT EXISTS (
       SELECT 1 FROM change AS later
       WHERE later.team_id = gone.team_id AND later.kind = gone.kind AND later.id = gone.id
         AND later.seq > gone.seq)
     ORDER BY gone.seq LIMIT ?`,
    [teamId, olderThanMs, limit],
  );
  const floor = Number(rows.at(-1)?.seq ?? 0);
  if (floor === 0) return 0;
  await tx.run('UPDATE team SET floor = ? WHERE team_id = ? AND floor < ?', [floor, teamId, floor]);
  for (const { seq } of rows) {
    await tx.run('DELETE FROM change WHERE team_id = ? AND seq = ?', [teamId, seq ?? 0]);
  }
  return rows.length;
}

/**
 * Drops up to `limit` rows of records that have been gone for `olderThanMs`. Members stay: others name them. So do a
 * thread and its replies while the library keeps such a reply, for by them the entry is found when the post is erased.
 * To be called in a transaction. How many went.
 */
export async function dropRemovedRecords(
  tx: Sql,
  teamId: string,
  olderThanMs: number,
  limit: number,
): Promise<number> {
  const before = (await readNow(tx)) - olderThanMs;
  let dropped = 0;
  for (const kind of [
    'library',
    'story',
    'collection',
    'brand',
    'site',
    'guide',
    'desk',
    'partner',
    'routing',
    'view',
  ] satisfies RecordKind[]) {
    dropped += await dropRows(tx, kind, '', [teamId, before, limit - dropped]);
  }
  const isKept = `AND NOT EXISTS (
    SELECT 1 FROM library WHERE library.team_id = reply.team_id AND library.id = reply.id)`;
  dropped += await dropRows(tx, 'reply', isKept, [teamId, before, limit - dropped]);
  return dropped + (await dropThreads(tx, [teamId, before, limit - dropped]));
}

/** What is dropped: of which team, gone before which moment, and how many rows at the most. */
type Dropped = [teamId: string, before: number, limit: number];

async function dropRows(
  tx: Sql,
  kind: RecordKind,
  condition: string,
  [teamId, before, limit]: Dropped,
): Promise<number> {
  return tx.run(
    `DELETE FROM ${kind} WHERE team_id = ? AND id IN (
       SELECT id FROM ${kind} WHERE team_id = ? AND deleted_at < ? ${condition} LIMIT ?)`,
    [teamId, teamId, before, limit],
  );
}

async function dropThreads(tx: Sql, [teamId, before, limit]: Dropped): Promise<number> {
  const rows = await tx.all(
    `DELETE FROM thread WHERE team_id = ? AND id IN (
       SELECT id FROM thread WHERE team_id = ? AND deleted_at < ? AND NOT EXISTS (
         SELECT 1 FROM reply WHERE reply.team_id = thread.team_id AND reply.thread_id = thread.id)
       LIMIT ?)
     RETURNING fence`,
    [teamId, teamId, before, limit],
  );
  const highest = rows.reduce((most, { fence }) => Math.max(most, Number(fence)), 0);
  await tx.run('UPDATE team SET fence_base = ? WHERE team_id = ? AND fence_base < ?', [
    highest,
    teamId,
    highest,
  ]);
  return rows.length;
}
