import { describe, expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Change, Cursor, Mutation } from '#utils/sync/wire.ts';
import {
  applyChanges,
  applySnapshotPage,
  finishSnapshot,
  rereadQuarantine,
  toRecordKey,
} from './changes.ts';
import { changeSyncState, loadSyncState } from './meta.ts';
import { recordFacts, settleFacts } from './outbox.ts';

const context = { memberId: 'me', now: at };
const start: Cursor = { epoch: 'e', seq: 0, mark: '' };
const next: Cursor = { epoch: 'e', seq: 2, mark: 'm2' };

function aChange(seq: number, part: Partial<Change> = {}): Change {
  return { seq, mark: `m${seq}`, kind: 'thread', id: 'x:1', op: 'put', body: aThread(), ...part };
}

async function dbAt(cursor: Cursor) {
  const db = emptyDb();
  await changeSyncState(db, { cursor });
  return db;
}

describe('applyChanges', () => {
  test('stores rows together with the cursor behind them', async () => {
    const db = await dbAt(start);
    expect(await applyChanges(db, start, [aChange(1), aChange(2)], next, context)).toBe(true);
    expect((await loadSyncState(db)).cursor).toEqual(next);
    expect(await db.threads.get('x:1')).toMatchObject({ seq: 2 });
  });

  test('comes to the last state of a record that a page changes more than once', async () => {
    const db = await dbAt(start);
    const changes = [
      aChange(1),
      aChange(2, { id: 'x:2', body: aThread({ id: 'x:2' }) }),
      aChange(3, { op: 'del', body: null }),
      aChange(4, { id: 'x:2', body: aThread({ id: 'x:2', fence: 7 }) }),
      aChange(5, { id: 'x:3', op: 'del', body: null }),
      aChange(6, { id: 'x:3', body: aThread({ id: 'x:3' }) }),
    ];
    await applyChanges(db, start, changes, next, context);
    const rows = await db.threads.toArray();
    expect(rows.map(({ id, seq, body }) => [id, seq, body.fence])).toEqual([
      ['x:2', 4, 7],
      ['x:3', 6, 0],
    ]);
  });

  test('lays what waits on top of each record of a page', async () => {
    const db = await dbAt(start);
    const aside = (id: string): Mutation => ({
      kind: 'thread.setOutcome',
      args: { id, outcome: 'setAside', reason: 'Not us' },
    });
    await recordFacts(db, [aside('x:1'), aside('x:3')], context);
    const ids = ['x:1', 'x:2', 'x:3'];
    const changes = ids.map((id, n) => aChange(n + 1, { id, body: aThread({ id }) }));
    await applyChanges(db, start, changes, next, context);
    const rows = await db.threads.toArray();
    expect(rows.map(({ outcome }) => outcome)).toEqual(['setAside', 'open', 'setAside']);
    expect(rows.map(({ base }) => base?.outcome)).toEqual(['open', 'open', 'open']);
  });

  test('asks the database a few times for a page of any length', async () => {
    const db = await dbAt(start);
    let requests = 0;
    db.close({ disableAutoOpen: false });
    db.use({
      stack: 'dbcore',
      name: 'count',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          const count = <A, R>(work: (asked: A) => R) => {
            return (asked: A) => {
              requests += 1;
              return work(asked);
            };
          };
          const { get, getMany, query, mutate, openCursor } = table;
          return {
            ...table,
            get: count(get),
            getMany: count(getMany),
            query: count(query),
            mutate: count(mutate),
            openCursor: count(openCursor),
          };
        },
      }),
    });
    const changes = Array.from({ length: 500 }, (_, n) =>
      aChange(n + 1, { id: `x:${n}`, body: aThread({ id: `x:${n}` }) }),
    );
    await applyChanges(db, start, changes, next, context);
    expect(await db.threads.count()).toBe(500);
    expect(requests).toBeLessThan(20);
  });

  test('writes nothing when the cursor has moved on meanwhile', async () => {
    const db = await dbAt(next);
    expect(await applyChanges(db, start, [aChange(1)], next, context)).toBe(false);
    expect(await db.threads.count()).toBe(0);
  });

  test.each([
    ['an unknown kind', { kind: 'poll' }],
    ['a body of a newer form', { body: { id: 'x:1', shape: 'unknown' } }],
  ])('keeps %s raw and passes it', async (_what, part) => {
    const db = await dbAt(start);
    const change = aChange(2, part);
    await applyChanges(db, start, [change], next, context);
    expect(await db.quarantine.toArray()).toEqual([{ seq: 2, change }]);
    expect((await loadSyncState(db)).cursor.seq).toBe(2);
  });

  test('removes what the server deleted', async () => {
    const db = await dbAt(start);
    await applyChanges(
      db,
      start,
      [aChange(1), aChange(2, { op: 'del', body: null })],
      next,
      context,
    );
    expect(await db.threads.count()).toBe(0);
  });
});

describe('rereadQuarantine', () => {
  test('asks for the whole state where something was kept raw', async () => {
    const db = await dbAt(next);
    await db.quarantine.put({ seq: 2, change: aChange(2, { kind: 'poll' }) });
    await rereadQuarantine(db);
    expect((await loadSyncState(db)).cursor).toEqual({ epoch: 'e', seq: 0, mark: '' });
    expect(await db.quarantine.count()).toBe(0);
  });

  test('changes nothing where all was read', async () => {
    const db = await dbAt(next);
    await rereadQuarantine(db);
    expect((await loadSyncState(db)).cursor).toEqual(next);
  });
});

describe('finishSnapshot', () => {
  test('removes what the snapshot did not hold, but nothing that waits', async () => {
    const db = await dbAt(start);
    const rows = ['x:1', 'x:2'].map((id) => ({
      kind: 'thread',
      id,
      seq: 1,
      body: aThread({ id }),
    }));
    await applySnapshotPage(db, rows, context);
    const { post, match } = aThread();
    await recordFacts(db, [{ kind: 'thread.see', args: { id: 'x:3', post, match } }], context);
    const seen = new Set([toRecordKey('thread', 'x:1')]);
    await finishSnapshot(db, { seen, erased: [] }, next, context);
    expect((await db.threads.toCollection().primaryKeys()).sort()).toEqual(['x:1', 'x:3']);
    expect((await loadSyncState(db)).cursor).toEqual(next);
  });

  test('leaves of a waited record only what the waiting facts say', async () => {
    const db = await dbAt(start);
    const body = aThread();
    await applySnapshotPage(db, [{ kind: 'thread', id: 'x:1', seq: 1, body }], context);
    await recordFacts(db, [{ kind: 'thread.confirm', args: { id: 'x:1' } }], context);
    await finishSnapshot(db, { seen: new Set(), erased: [] }, next, context);
    expect(await db.threads.count()).toBe(0);
    expect(await db.outbox.count()).toBe(1);
  });

  test('drops all that speaks of what was erased, and nothing else', async () => {
    const db = await dbAt(start);
    const { match } = aThread();
    const seeing = (id: string, text: string): Mutation => {
      return { kind: 'thread.see', args: { id: `x:${id}`, post: aPost({ id, text }), match } };
    };
    await recordFacts(db, [seeing('1', 'canary-1'), seeing('2', 'canary-2')], context);
    const results = [1, 2].map((mid) => ({ mid, refusal: null }));
    await settleFacts(db, results, context, at);
    await recordFacts(db, [seeing('1', 'canary-1'), seeing('2', 'canary-2')], context);
    const erased = [{ kind: 'thread', id: 'x:1' }];
    await finishSnapshot(db, { seen: new Set(), erased }, next, context);
    const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(all).not.toContain('canary-1');
    expect(all.match(/canary-2/gu)?.length).toBeGreaterThanOrEqual(2);
    expect((await db.sent.toArray()).map(({ mid }) => mid)).toEqual([1, 2]);
  });

  test('keeps what was erased once and lives again', async () => {
    const db = await dbAt(start);
    await applySnapshotPage(db, [{ kind: 'thread', id: 'x:1', seq: 1, body: aThread() }], context);
    const names = {
      seen: new Set([toRecordKey('thread', 'x:1')]),
      erased: [{ kind: 'thread', id: 'x:1' }],
    };
    await finishSnapshot(db, names, next, context);
    expect(await db.threads.count()).toBe(1);
  });
});
