import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { loadMeta, loadSyncState } from '#utils/db/meta.ts';
import { loadWaiting, settleFacts } from '#utils/db/outbox.ts';
import { HearbackDb } from '#utils/db/schema.ts';
import { isBarred } from '#utils/db/trouble.ts';
import v1 from './db-v1.json' with { type: 'json' };

let count = 0;

/** A database as version 1 has left it. */
async function aVersion1(more: (db: Dexie) => Promise<unknown> = async () => null) {
  count += 1;
  const db = new Dexie(`stored-${count}`);
  db.version(1).stores(v1.stores);
  for (const [table, rows] of Object.entries(v1.rows)) await db.table(table).bulkAdd(rows);
  await more(db);
  db.close();
  return db.name;
}

async function expectKept(db: HearbackDb) {
  expect(await loadWaiting(db, 10)).toEqual(v1.rows.outbox);
  expect(await db.drafts.toArray()).toEqual(v1.rows.drafts);
  expect((await db.threads.get('x:1'))?.body).toEqual(v1.rows.threads[0]?.body);
  expect(await loadMeta(db, 'account')).toMatchObject({ token: 'acme.token' });
}

describe('a database of version 1', () => {
  test('keeps everything over the upgrade', async () => {
    const db = new HearbackDb(await aVersion1());
    await expectKept(db);
    expect(isBarred(await loadSyncState(db))).toBe(true);
    await settleFacts(db, [{ mid: 5, refusal: null }], { memberId: 'me', now: 1 }, 1);
    expect(await db.sent.count()).toBe(1);
    db.close();
  });

  test('stays as it was when the upgrade is broken off', async () => {
    const name = await aVersion1();
    const dying = new HearbackDb(name);
    dying.version(3).upgrade((transaction) => transaction.abort());
    await expect(dying.open()).rejects.toThrow();
    dying.close();
    const old = new Dexie(name);
    old.version(1).stores(v1.stores);
    await old.open();
    expect(old.backendDB().version).toBe(10);
    expect(await old.table('outbox').toArray()).toEqual(v1.rows.outbox);
    old.close();
    const db = new HearbackDb(name);
    await expectKept(db);
    db.close();
  });
});
