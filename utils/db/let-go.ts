/**
 * Threads that this browser has let go to make room. Their team goes on with them, and tells again only what changes:
 * so all the rest of one that turns up again has to be asked for (docs/protocol.md, "Pull").
 */
import { loadMeta, removeMeta, saveMeta } from './meta.ts';
import type { HearbackDb } from './schema.ts';

/** Notes that threads seen up to `seenAt` (server clock, ms) are let go. Call in the transaction that does so. */
export async function noteLetGo(db: HearbackDb, seenAt: number): Promise<void> {
  const until = (await loadMeta(db, 'letGo'))?.until ?? -Infinity;
  if (seenAt > until) await saveMeta(db, 'letGo', { until: seenAt });
}

/**
 * Notes those of the threads that may be more than what this browser has of them. Call in the transaction in which
 * they turn up, before the server's state of them is written.
 */
export async function noteTurnedUp(db: HearbackDb, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length === 0 || (await loadMeta(db, 'letGo')) === undefined) return;
  const rows = await db.threads.bulkGet([...threadIds]);
  const lacking = threadIds.filter((_, index) => !isConfirmed(rows[index]));
  if (lacking.length === 0) return;
  const known = (await loadMeta(db, 'incomplete')) ?? [];
  await saveMeta(db, 'incomplete', [...new Set([...known, ...lacking])]);
}

/** What turned up and has to be asked for. New threads turn up too, but come whole by themselves. */
export async function listIncomplete(db: HearbackDb): Promise<string[]> {
  return db.transaction('rw', db.threads, db.meta, async () => {
    const ids = await loadMeta(db, 'incomplete');
    if (ids === undefined) return [];
    const until = (await loadMeta(db, 'letGo'))?.until ?? -Infinity;
    const rows = await db.threads.bulkGet(ids);
    const isWhole = (row: (typeof rows)[number]) => isConfirmed(row) && row.seenAt > until;
    const left = ids.filter((_, index) => !isWhole(rows[index]));
    await keepIncomplete(db, left);
    return left;
  });
}

/** These are whole now. Call in the transaction that has written them. */
export async function dropIncomplete(db: HearbackDb, ids: readonly string[]): Promise<void> {
  const left = (await loadMeta(db, 'incomplete')) ?? [];
  await keepIncomplete(
    db,
    left.filter((id) => !ids.includes(id)),
  );
}

/** The whole state is about to be loaded. */
export async function forgetLetGo(db: HearbackDb): Promise<void> {
  await removeMeta(db, 'letGo');
  await removeMeta(db, 'incomplete');
}

async function keepIncomplete(db: HearbackDb, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) await removeMeta(db, 'incomplete');
  else await saveMeta(db, 'incomplete', [...ids]);
}

function isConfirmed<R extends { seq: number }>(row: R | undefined): row is R {
  return row !== undefined && row.seq > 0;
}
