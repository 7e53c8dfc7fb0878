import { expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { loadSyncState, saveMeta, wipeTeamData } from '#utils/db/meta.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Sentinel } from '#utils/platform/sentinel.ts';
import { watchDatabase } from './database-watch.ts';

function aStore() {
  const store = {
    sentinel: null as Sentinel | null,
    load: async () => store.sentinel,
    save: async (sentinel: Sentinel) => {
      store.sentinel = sentinel;
    },
  };
  return store;
}

async function join(db: HearbackDb) {
  const team = { id: 'acme', name: 'Acme' };
  await saveMeta(db, 'account', {
    server: 'https://team.example',
    token: 'secret-token',
    deviceId: 'd',
    memberId: 'me',
    epoch: 'e',
    team,
  });
}

const record = (db: HearbackDb) =>
  recordFacts(
    db,
    [
      {
        kind: 'thread.see',
        args: { id: 'x:1', post: aPost({ text: 'canary' }), match: aThread().match },
      },
    ],
    { memberId: 'me', now: at },
  );

test('a first start is no loss', async () => {
  const store = aStore();
  const db = emptyDb();
  expect(await watchDatabase(db, store).check()).toBe(false);
  expect(await watchDatabase(db, store).check()).toBe(false);
  expect((await loadSyncState(db)).trouble).toBeNull();
});

test('a deleted database is told with the number of facts that are lost', async () => {
  const store = aStore();
  const before = emptyDb();
  const watch = watchDatabase(before, store);
  await watch.check();
  await join(before);
  await record(before);
  await record(before);
  await watch.note();
  const after = emptyDb();
  expect(await watchDatabase(after, store).check()).toBe(true);
  const { trouble, troubleKind } = await loadSyncState(after);
  expect(trouble).toBe(
    'The browser deleted what Hearback had kept. 2 facts that were not sent yet are lost. Join the team again with a new invite link.',
  );
  expect(troubleKind).toBe('cleared');
  expect(await watchDatabase(after, store).check()).toBe(false);
});

test('leaving the team is no loss', async () => {
  const store = aStore();
  const db = emptyDb();
  const watch = watchDatabase(db, store);
  await watch.check();
  await join(db);
  await watch.note();
  await wipeTeamData(db);
  expect(await watchDatabase(db, store).check()).toBe(false);
});

test('nothing secret and nobody’s words are kept outside of the database', async () => {
  const store = aStore();
  const db = emptyDb();
  await join(db);
  await record(db);
  await watchDatabase(db, store).check();
  expect(Object.keys(store.sentinel ?? {}).sort()).toEqual(['databaseId', 'isJoined', 'waiting']);
  expect(JSON.stringify(store.sentinel)).not.toMatch(/canary|secret/);
});
