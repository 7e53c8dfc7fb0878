import { describe, expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { loadWaiting, recordFacts, settleFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
import type { HearbackDb } from './schema.ts';

const context = { memberId: 'me', now: at };

const seeing: Mutation = {
  kind: 'thread.see',
  args: { id: 'x:1', post: aPost(), match: aThread().match },
};
const settingAside: Mutation = {
  kind: 'thread.setOutcome',
  args: { id: 'x:1', outcome: 'setAside', reason: 'Spam' },
};

/** The server's state of the thread arrives. */
function takeBase(db: HearbackDb, seq: number, part: Parameters<typeof aThread>[0] = {}) {
  return db.transaction('rw', [...recordTables(db), db.outbox], () =>
    putBase(db, 'thread', 'x:1', seq, aThread(part), context),
  );
}

const shown = async (db: HearbackDb) => (await db.threads.get('x:1'))?.body;

describe('recordFacts', () => {
  test('shows a fact at once', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    expect(await shown(db)).toMatchObject({ id: 'x:1', outcome: 'open', seenBy: 'me' });
  });

  test('numbers facts without gaps over calls', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await recordFacts(db, [settingAside], context);
    expect((await loadWaiting(db, 10)).map(({ mid }) => mid)).toEqual([1, 2]);
  });

  test('stores nothing when one fact of a batch cannot be stored', async () => {
    const db = emptyDb();
    const broken = { kind: 'thread.see', args: { id: undefined } } as unknown as Mutation;
    await expect(recordFacts(db, [seeing, broken], context)).rejects.toThrow();
    expect(await loadWaiting(db, 10)).toEqual([]);
    expect(await shown(db)).toBeUndefined();
  });
});

describe('settleFacts', () => {
  test('keeps an accepted fact visible until the server state comes', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    await recordFacts(db, [settingAside], context);
    expect(await shown(db)).toMatchObject({ outcome: 'setAside', post: { id: '1' } });
  });

  test('leaves a record removed whose fact was pulled, removed by others, then answered again', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null, isPulled: true }], context, at);
    expect(await shown(db)).toBeUndefined();
  });

  test('undoes a refused fact, with the reason kept', async () => {
    const db = emptyDb();
    await takeBase(db, 5);
    await recordFacts(db, [settingAside], context);
    const refusal = { code: 'forbidden', message: 'Leads only.' } as const;
    await settleFacts(db, [{ mid: 1, refusal }], context, at);
    expect((await shown(db))?.outcome).toBe('open');
    expect(await db.refused.toArray()).toMatchObject([{ refusal, mutation: settingAside }]);
  });

  test('takes a repeated result for a fact that is gone calmly', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    expect(await shown(db)).toBeDefined();
  });
});

describe('putBase', () => {
  test('applies waiting facts on top of the server state', async () => {
    const db = emptyDb();
    await recordFacts(db, [settingAside], context);
    await takeBase(db, 5, { match: { reason: 'server' } });
    expect(await shown(db)).toMatchObject({ outcome: 'setAside', match: { reason: 'server' } });
  });

  test('ignores a state older than the stored one', async () => {
    const db = emptyDb();
    await takeBase(db, 5, { seenBy: 'newer' });
    await takeBase(db, 4, { seenBy: 'older' });
    expect((await shown(db))?.seenBy).toBe('newer');
  });
});
