import type { HearbackDb, MetaValues, SyncState } from './schema.ts';

/** Loads a single value; undefined when it was never saved. */
export async function loadMeta<K extends keyof MetaValues>(
  db: HearbackDb,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key);
  return row?.value as MetaValues[K] | undefined;
}

export async function saveMeta<K extends keyof MetaValues>(
  db: HearbackDb,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, value });
}

export async function removeMeta(db: HearbackDb, key: keyof MetaValues): Promise<void> {
  await db.meta.delete(key);
}

const neverSynced: SyncState = {
  cursor: { epoch: '', seq: 0, mark: '' },
  asOf: null,
  clockOffset: 0,
  trouble: null,
};

/** How far this browser is in the team's history. */
export async function loadSyncState(db: HearbackDb): Promise<SyncState> {
  return (await loadMeta(db, 'sync')) ?? neverSynced;
}

/** Changes some of it; a missing state counts as never synced. */
export async function changeSyncState(db: HearbackDb, part: Partial<SyncState>): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await saveMeta(db, 'sync', { ...(await loadSyncState(db)), ...part });
  });
}

/** Forgets everything of the team: on leaving, or when another account joins. */
export async function wipeTeamData(db: HearbackDb): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const databaseId = await loadMeta(db, 'databaseId');
    for (const table of db.tables) await table.clear();
    // It is still the same database; without its id it would look as if the browser had cleared it.
    if (databaseId !== undefined) await saveMeta(db, 'databaseId', databaseId);
  });
}
