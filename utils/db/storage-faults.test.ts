import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import type { DBCore, DBCoreGetRequest, DBCoreMutateRequest, DBCoreQueryRequest } from 'dexie';
import { describe, expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { saveDraft } from './drafts.ts';
import { loadMeta, loadSyncState, saveMeta } from './meta.ts';
import { recordFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
import { keepReserve } from './room.ts';
import { DATABASE_VERSION, HearbackDb } from './schema.ts';
import { StorageFullError } from './storage-faults.ts';
import { loadThreadViews } from './thread-views.ts';

const context = { memberId: 'me', now: at };
const aViewContext = {
  connection: { state: 'alone' as const, asOf: null, clockOffset: 0, waiting: 0 },
  presenceOf: () => [],
};
const seeing = (id: string): Mutation => ({
  kind: 'thread.see',
  args: { id: `x:${id}`, post: aPost({ id }), match: aThread().match },
});
const { memberId: _memberId, ...reply } = aReply();
const answering: Mutation = { kind: 'reply.record', args: reply };

/** Lets writes, and reads where `failRead` says so, fail: called with each, they throw what the disk would say. */
function breakDisk(
  db: HearbackDb,
  fail: (table: string, request: DBCoreMutateRequest) => void,
  failRead: (table: string) => void = () => undefined,
) {
  db.close({ disableAutoOpen: false });
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core: DBCore) => ({
      ...core,
      table(name: string) {
        const table = core.table(name);
        return {
          ...table,
          async mutate(request: DBCoreMutateRequest) {
            fail(name, request);
            return table.mutate(request);
          },
          async get(request: DBCoreGetRequest) {
            failRead(name);
            return table.get(request);
          },
          async query(request: DBCoreQueryRequest) {
            failRead(name);
            return table.query(request);
          },
        };
      },
    }),
  });
}

const fault = (name: string) => Object.assign(new Error(name), { name });

/** Threads of the team, of which the first is claimed by somebody. */
async function dbWithThreads(count: number) {
  const db = emptyDb();
  await db.transaction('rw', [...recordTables(db), db.outbox], async () => {
    for (let n = 0; n < count; n += 1) {
      const claim = n === 0 ? { memberId: 'ana', fence: 1, since: at, leaseUntil: at } : null;
      const body = aThread({ id: `x:old-${n}`, seenAt: at - 1_000_000 + n, claim });
      await putBase(db, 'thread', body.id, n + 1, body, context);
    }
  });
  return db;
}

describe('a full disk', () => {
  test('lets the oldest unclaimed threads go for a new fact', async () => {
    const db = await dbWithThreads(3);
    await db.drafts.put({ threadId: 'box x:old-1', text: 'Half', at });
    let rows = 3;
    breakDisk(db, (table, request) => {
      if (table !== 'threads') return;
      if (request.type === 'delete') rows -= request.keys.length;
      else if (rows >= 3) throw fault('QuotaExceededError');
    });
    await recordFacts(db, [seeing('1')], context);
    const left = await db.threads.toCollection().primaryKeys();
    expect(left.sort()).toEqual(['x:1', 'x:old-0', 'x:old-1']);
    expect((await loadSyncState(db)).trouble).toBeNull();
  });

  test('lets threads go from the reserve where not even the note of it has room', async () => {
    const db = await dbWithThreads(3);
    await keepReserve(db);
    let hasReserve = true;
    let rows = 3;
    breakDisk(db, (table, request) => {
      if (table === 'meta' && request.type === 'delete') hasReserve = false;
      else if (table === 'meta' && hasReserve) throw fault('QuotaExceededError');
      if (table !== 'threads') return;
      if (request.type === 'delete') rows -= request.keys.length;
      else if (rows >= 3) throw fault('QuotaExceededError');
    });
    await recordFacts(db, [seeing('1')], context);
    expect((await db.threads.toCollection().primaryKeys()).sort()).toEqual(['x:1', 'x:old-0']);
    expect(await loadMeta(db, 'letGo')).toEqual({ until: at - 1_000_000 + 2 });
  });

  test('pauses reading but takes what people do from the reserve', async () => {
    const db = await dbWithThreads(1);
    await keepReserve(db);
    let isFull = true;
    let hasReserve = true;
    breakDisk(db, (table, request) => {
      if (!isFull) return;
      if (table === 'meta' && request.type === 'delete') hasReserve = false;
      else if (table === 'outbox' && hasReserve) throw fault('QuotaExceededError');
    });
    await expect(recordFacts(db, [seeing('1')], context)).rejects.toThrow(StorageFullError);
    expect(await loadSyncState(db)).toMatchObject({ troubleKind: 'storageFull' });
    await recordFacts(db, [answering], context);
    await expect(recordFacts(db, [seeing('2')], context)).rejects.toThrow(StorageFullError);
    expect((await db.outbox.toArray()).map(({ mutation }) => mutation.kind)).toEqual([
      'reply.record',
    ]);

    isFull = false;
    await keepReserve(db);
    await recordFacts(db, [seeing('3')], context);
    expect(await loadSyncState(db)).toMatchObject({ trouble: null });
    expect(await db.outbox.count()).toBe(2);
  });

  test('stores nothing of a batch that did not fit', async () => {
    const db = emptyDb();
    breakDisk(db, (table, request) => {
      if (table === 'outbox' && request.type === 'add' && db.outbox) {
        const [row] = request.values as { mid: number }[];
        if (row?.mid === 2) throw fault('QuotaExceededError');
      }
    });
    await expect(recordFacts(db, [seeing('1'), answering], context)).rejects.toThrow(
      StorageFullError,
    );
    expect(await db.outbox.count()).toBe(0);
    expect(await db.threads.count()).toBe(0);
  });
});

describe('a lost connection to the database', () => {
  test.each(['UnknownError', 'InvalidStateError', 'DatabaseClosedError'])(
    'is opened again once after %s',
    async (name) => {
      const db = emptyDb();
      let isBroken = true;
      breakDisk(db, (table) => {
        if (table !== 'outbox' || !isBroken) return;
        isBroken = false;
        throw fault(name);
      });
      await recordFacts(db, [seeing('1')], context);
      expect(await db.outbox.toArray()).toMatchObject([{ mid: 1 }]);
    },
  );

  test.each([
    ['a read', (db: HearbackDb) => db.threads.get('x:1')],
    ['a query', (db: HearbackDb) => db.threads.orderBy('id').toArray()],
    [
      'a transaction',
      (db: HearbackDb) => db.transaction('r', db.threads, () => db.threads.get('')),
    ],
    ['a write of one row', (db: HearbackDb) => saveDraft(db, 'x:1', 'Half')],
    ['a batch of rows', (db: HearbackDb) => db.refused.bulkDelete([1])],
    ['a view', (db: HearbackDb) => loadThreadViews(db, ['x:1'], aViewContext)],
  ])('is opened again for %s', async (_name, work) => {
    const db = emptyDb();
    let faults = 0;
    const fail = () => {
      faults += 1;
      if (faults === 1) throw fault('UnknownError');
    };
    breakDisk(db, fail, fail);
    await work(db);
    expect(faults).toBeGreaterThan(1);
  });

  test('is opened once for all that failed together', async () => {
    const db = emptyDb();
    let faults = 0;
    let opened = 0;
    breakDisk(
      db,
      () => undefined,
      () => {
        faults += 1;
        if (faults <= 5) throw fault('UnknownError');
      },
    );
    db.on('ready', () => void (opened += 1), true);
    await db.open();
    await Promise.all(['1', '2', '3', '4', '5'].map((id) => db.threads.get(id)));
    expect(opened).toBe(2);
  });

  test('is told where opening again did not help', async () => {
    const db = emptyDb();
    let tries = 0;
    breakDisk(db, (table) => {
      if (table !== 'outbox') return;
      tries += 1;
      throw fault('UnknownError');
    });
    await expect(recordFacts(db, [seeing('1')], context)).rejects.toThrow('UnknownError');
    expect(tries).toBe(2);
  });
});

describe('a database that a newer version has used', () => {
  test('is refused in words, with nothing changed', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing('1')], context);
    db.close();
    const newer = new Dexie(db.name);
    const stores = Object.fromEntries(
      db.tables.map(({ name, schema }) => {
        const { primKey, indexes } = schema;
        return [name, [primKey, ...indexes].map(({ src }) => src).join(', ')];
      }),
    );
    newer.version(DATABASE_VERSION + 1).stores({ ...stores, polls: 'id' });
    await newer.open();
    newer.close();
    const older = new HearbackDb(db.name);
    await expect(loadMeta(older, 'sync')).rejects.toThrow(/newer Hearback/);
    older.close();
    const again = new Dexie(db.name);
    again.version(DATABASE_VERSION + 1).stores({ ...stores, polls: 'id' });
    expect(await again.table('outbox').count()).toBe(1);
    expect(await again.table('polls').count()).toBe(0);
    again.close();
  });
});

describe('a second context', () => {
  test('makes way for an upgrade', async () => {
    const db = emptyDb();
    await saveMeta(db, 'sentBytes', 1);
    const newer = new Dexie(db.name);
    newer.version(DATABASE_VERSION + 1).stores({ polls: 'id' });
    await newer.open();
    expect(db.isOpen()).toBe(false);
    newer.close();
  });
});
