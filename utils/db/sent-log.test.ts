import { describe, expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { loadMeta } from './meta.ts';
import { loadWaiting, recordFacts, settleFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
import type { HearbackDb } from './schema.ts';
import { isVoid, pruneSent, requeueSent, startNumbersAnew } from './sent-log.ts';

const context = { memberId: 'me', now: at };
const DAY_MS = 24 * 60 * 60_000;

const seeing = (id: string, text = 'Acme?'): Mutation => ({
  kind: 'thread.see',
  args: { id: `x:${id}`, post: aPost({ id, text }), match: aThread().match },
});
const accepted = (...mids: number[]) => mids.map((mid) => ({ mid, refusal: null }));

/** Facts 1 to 5, of which the first three were answered. */
async function dbWithFacts() {
  const db = emptyDb();
  await recordFacts(
    db,
    ['1', '2', '3', '4', '5'].map((id) => seeing(id)),
    context,
  );
  await settleFacts(db, accepted(1, 2, 3), context, at);
  return db;
}

const numbered = async (db: HearbackDb) =>
  (await loadWaiting(db, 100)).map(({ mid, recordId }) => `${mid} ${recordId}`);

describe('the sent log', () => {
  test('keeps what was answered, in order', async () => {
    const db = await dbWithFacts();
    expect((await db.sent.toArray()).map(({ mid, recordId }) => [mid, recordId])).toEqual([
      [1, 'x:1'],
      [2, 'x:2'],
      [3, 'x:3'],
    ]);
  });

  test('keeps the number of a refused fact without its words', async () => {
    const db = await dbWithFacts();
    const refusal = { code: 'invalid', message: 'No.' } as const;
    await settleFacts(db, [{ mid: 4, refusal }], context, at);
    const row = await db.sent.where('mid').equals(4).first();
    expect(row && isVoid(row)).toBe(true);
    expect(JSON.stringify(row)).not.toContain('x:4');
  });

  test('forgets after fourteen days', async () => {
    const db = await dbWithFacts();
    await pruneSent(db, at + 14 * DAY_MS);
    expect(await db.sent.count()).toBe(3);
    await pruneSent(db, at + 14 * DAY_MS + 1);
    expect(await db.sent.count()).toBe(0);
    expect(await loadMeta(db, 'sentBytes')).toBe(0);
  });

  test('forgets the oldest beyond five megabytes', async () => {
    const db = emptyDb();
    const long = Array.from({ length: 260 }, (_, index) => seeing(`${index}`, 'é'.repeat(10_000)));
    await recordFacts(db, long, context);
    await settleFacts(db, accepted(...long.map((_, index) => index + 1)), context, at);
    const bytes = (await db.sent.toArray()).reduce((sum, row) => sum + row.bytes, 0);
    expect(bytes).toBeLessThanOrEqual(5_000_000);
    expect(bytes).toBeGreaterThan(4_900_000);
    expect(await loadMeta(db, 'sentBytes')).toBe(bytes);
    expect((await db.sent.orderBy('id').last())?.mid).toBe(260);
  });
});

describe('requeueSent', () => {
  test('puts back what the server forgot, under the same numbers', async () => {
    const db = await dbWithFacts();
    await requeueSent(db, 1);
    await requeueSent(db, 1);
    expect(await numbered(db)).toEqual(['2 x:2', '3 x:3', '4 x:4', '5 x:5']);
    expect(await db.sent.count()).toBe(1);
  });

  test('changes nothing where the server knows all', async () => {
    const db = await dbWithFacts();
    await requeueSent(db, 3);
    expect(await numbered(db)).toEqual(['4 x:4', '5 x:5']);
  });

  test('keeps the numbers of facts whose answer was lost', async () => {
    const db = await dbWithFacts();
    await requeueSent(db, 5);
    expect(await numbered(db)).toEqual(['4 x:4', '5 x:5']);
  });

  test('closes a hole that the log has no facts for', async () => {
    const db = await dbWithFacts();
    await db.sent.where('mid').below(3).delete();
    await requeueSent(db, 1);
    expect(await numbered(db)).toEqual(['2 x:3', '3 x:4', '4 x:5']);
    await recordFacts(db, [seeing('6')], context);
    expect((await numbered(db)).at(-1)).toBe('5 x:6');
  });

  test('goes on behind a server that knows more', async () => {
    const db = await dbWithFacts();
    await requeueSent(db, 9);
    expect(await numbered(db)).toEqual(['10 x:4', '11 x:5']);
  });

  test('goes on from a server that knows less than was kept, with nothing waiting', async () => {
    const db = await dbWithFacts();
    await settleFacts(db, accepted(4, 5), context, at);
    await db.sent.clear();
    await requeueSent(db, 2);
    await recordFacts(db, [seeing('6')], context);
    expect(await numbered(db)).toEqual(['3 x:6']);
  });

  test('lets the server keep the answers that it must not forget yet', async () => {
    const db = await dbWithFacts();
    await requeueSent(db, 1);
    expect((await loadMeta(db, 'outboxCounter'))?.acked).toBe(1);
  });
});

describe('facts about a thread that another browser saw', () => {
  const settled = (id: string): Mutation => ({
    kind: 'thread.setOutcome',
    args: { id: `x:${id}`, outcome: 'settled', reason: '' },
  });
  const answered = (id: string): Mutation => {
    const { memberId: _memberId, ...reply } = aReply({ id: 'x:r', threadId: `x:${id}` });
    return { kind: 'reply.record', args: reply };
  };

  /** Facts 1 to 4 about thread 9, which came from the server; the first three were answered. */
  async function dbWithOthersThread() {
    const db = emptyDb();
    const post = aPost({ id: '9' });
    const thread = aThread({ id: 'x:9', post, seenBy: 'ana', seenAt: 5 });
    await db.transaction('rw', [...recordTables(db), db.outbox], () =>
      putBase(db, 'thread', 'x:9', 1, thread, context),
    );
    await recordFacts(db, [seeing('1'), answered('9'), settled('9'), settled('9')], context);
    await settleFacts(db, accepted(1, 2, 3), context, at);
    return db;
  }

  const told = async (db: HearbackDb) =>
    (await loadWaiting(db, 100)).map(({ mid, mutation }) => `${mid} ${mutation.kind}`);

  test('are told with the thread, once, before the first of them', async () => {
    const db = await dbWithOthersThread();
    await requeueSent(db, 0);
    const all = [
      '1 thread.see',
      '2 thread.see',
      '3 reply.record',
      '4 thread.setOutcome',
      '5 thread.setOutcome',
    ];
    expect(await told(db)).toEqual(all);
    const sighting = await db.outbox.get(2);
    const { post, match } = aThread({ post: aPost({ id: '9' }) });
    expect(sighting).toMatchObject({ kind: 'thread', recordId: 'x:9', at: 5 });
    expect(sighting?.mutation.args).toEqual({ id: 'x:9', post, match });
    await requeueSent(db, 0, true);
    expect(await told(db)).toEqual(all);
    await recordFacts(db, [seeing('8')], context);
    expect((await told(db)).at(-1)).toBe('6 thread.see');
  });

  test('are told with the thread where nothing else was forgotten, in another history only', async () => {
    const db = await dbWithOthersThread();
    await requeueSent(db, 3);
    expect(await told(db)).toEqual(['4 thread.setOutcome']);
    await requeueSent(db, 3, true);
    expect(await told(db)).toEqual(['4 thread.see', '5 thread.setOutcome']);
  });

  test('keep their numbers where the server knows them and only the answer was lost', async () => {
    const db = await dbWithOthersThread();
    await recordFacts(db, [answered('9')], context);
    await requeueSent(db, 4, true);
    expect(await told(db)).toEqual(['4 thread.setOutcome', '5 thread.see', '6 reply.record']);
  });

  test('are told alone where this browser has the thread no more', async () => {
    const db = await dbWithOthersThread();
    await db.threads.delete('x:9');
    await requeueSent(db, 1);
    expect(await told(db)).toEqual([
      '2 reply.record',
      '3 thread.setOutcome',
      '4 thread.setOutcome',
    ]);
  });

  test('need no sighting behind one of this browser itself', async () => {
    const db = await dbWithFacts();
    await recordFacts(db, [settled('2')], context);
    await requeueSent(db, 0, true);
    expect((await told(db)).at(-1)).toBe('6 thread.setOutcome');
  });

  test('are told with the thread by a new device that the server has forgotten', async () => {
    const db = await dbWithOthersThread();
    await startNumbersAnew(db, true);
    expect(await told(db)).toHaveLength(5);
  });
});

describe('starting numbers anew', () => {
  test('numbers what waits from one, never telling old facts as the new device', async () => {
    const db = await dbWithFacts();
    await startNumbersAnew(db, false);
    expect(await numbered(db)).toEqual(['1 x:4', '2 x:5']);
    await requeueSent(db, 0);
    expect(await numbered(db)).toEqual(['1 x:4', '2 x:5']);
  });

  test('tells a server again that has forgotten the device', async () => {
    const db = await dbWithFacts();
    await startNumbersAnew(db, true);
    expect(await numbered(db)).toEqual(['1 x:1', '2 x:2', '3 x:3', '4 x:4', '5 x:5']);
    expect(await loadMeta(db, 'sentBytes')).toBe(0);
  });
});
