import { expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { saveBoxDraft } from './drafts.ts';
import { changeSyncState, loadMeta, loadSyncState, saveMeta } from './meta.ts';
import { recordFacts, settleFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
import { hearServerTime } from './server-time.ts';
import { noteExchange } from './trouble.ts';
import { runLocalUpkeep } from './upkeep.ts';

const DAY_MS = 24 * 60 * 60_000;
const context = { memberId: 'me', now: at };

async function dbWithOldThreads(ids: readonly string[], claims: Record<string, string> = {}) {
  const db = emptyDb();
  await db.transaction('rw', [...recordTables(db), db.outbox], async () => {
    for (const id of ids) {
      const memberId = claims[id];
      const claim = memberId ? { memberId, fence: 1, since: at, leaseUntil: at } : null;
      const ageDays = id.startsWith('new') ? 29 : 31;
      const seenAt = at - ageDays * DAY_MS;
      await putBase(db, 'thread', id, 1, aThread({ id, seenAt, claim }), context);
      const reply = aReply({ id: `reply-${id}`, threadId: id });
      await putBase(db, 'reply', reply.id, 1, reply, context);
    }
  });
  hearServerTime(db, at);
  await saveMeta(db, 'account', {
    server: '',
    token: 't',
    deviceId: 'd',
    memberId: 'me',
    epoch: 'e',
    team: { id: 'acme', name: 'Acme' },
  });
  return db;
}

test('lets go of what the team does not keep, with its replies', async () => {
  const db = await dbWithOldThreads(['old', 'new']);
  await changeSyncState(db, { retentionDays: 30 });
  await runLocalUpkeep(db);
  expect(await db.threads.toCollection().primaryKeys()).toEqual(['new']);
  expect(await db.replies.toCollection().primaryKeys()).toEqual(['reply-new']);
});

test('keeps what I claimed, what waits, what has a draft', async () => {
  const ids = ['old-mine', 'old-theirs', 'old-waiting', 'old-answered', 'old-drafted'];
  const db = await dbWithOldThreads(ids, { 'old-mine': 'me', 'old-theirs': 'ana' });
  const { memberId: _memberId, ...reply } = aReply({ id: 'x:9', threadId: 'old-answered' });
  await recordFacts(
    db,
    [
      { kind: 'thread.see', args: { id: 'old-waiting', post: aPost(), match: aThread().match } },
      { kind: 'reply.record', args: reply },
    ],
    context,
  );
  await saveBoxDraft(db, 'old-drafted', 'Half an answer');
  await changeSyncState(db, { retentionDays: 30 });
  await runLocalUpkeep(db);
  expect((await db.threads.toCollection().primaryKeys()).sort()).toEqual([
    'old-answered',
    'old-drafted',
    'old-mine',
    'old-waiting',
  ]);
});

test('keeps everything until the server has said how long', async () => {
  const db = await dbWithOldThreads(['old']);
  await runLocalUpkeep(db);
  expect(await db.threads.count()).toBe(1);
});

test('lets nothing go before the server was heard in this worker’s life', async () => {
  const db = emptyDb();
  const old = aThread({ id: 'old', seenAt: at - 400 * DAY_MS });
  await db.transaction('rw', [...recordTables(db), db.outbox], () =>
    putBase(db, 'thread', 'old', 1, old, context),
  );
  // Known from an earlier life; who knows what happened to the clock since.
  await changeSyncState(db, { retentionDays: 30, clockOffset: 0, asOf: at });
  await runLocalUpkeep(db);
  expect(await db.threads.count()).toBe(1);
});

test('lets the sent log and drafts go by the server’s clock alone', async () => {
  const db = await dbWithOldThreads([]);
  const yearBehind = { memberId: 'me', now: at - 365 * DAY_MS };
  const see = { id: 'x:1', post: aPost(), match: aThread().match };
  await recordFacts(db, [{ kind: 'thread.see', args: see }], yearBehind);
  await settleFacts(db, [{ mid: 1, refusal: null }], yearBehind, at);
  await db.drafts.put({ threadId: 'x:1', text: 'Half', at: yearBehind.now });
  hearServerTime(db, at + 14 * DAY_MS);
  await runLocalUpkeep(db);
  expect([await db.sent.count(), await db.drafts.count()]).toEqual([1, 1]);
  hearServerTime(db, at + 45 * DAY_MS);
  await runLocalUpkeep(db);
  expect([await db.sent.count(), await db.drafts.count()]).toEqual([0, 0]);
});

test('has everything loaded anew, once, when the server turns out to have been ahead', async () => {
  const db = await dbWithOldThreads(['new']);
  const cursor = { epoch: 'e', seq: 7, mark: 'm' };
  await changeSyncState(db, { retentionDays: 30, cursor });
  await noteExchange(db, at, { serverTime: at + 365 * DAY_MS });
  await runLocalUpkeep(db);
  expect(await db.threads.count()).toBe(0);
  // By seconds a clock may well be set back.
  await noteExchange(db, at, { serverTime: at + 365 * DAY_MS - 60_000 });
  expect((await loadSyncState(db)).cursor).toEqual(cursor);
  await noteExchange(db, at, { serverTime: at });
  expect((await loadSyncState(db)).cursor).toEqual({ epoch: 'e', seq: 0, mark: '' });
  await changeSyncState(db, { cursor });
  await noteExchange(db, at, { serverTime: at });
  expect((await loadSyncState(db)).cursor).toEqual(cursor);
});

test('fills the reserve', async () => {
  const db = await dbWithOldThreads([]);
  await runLocalUpkeep(db);
  expect((await loadMeta(db, 'reserve'))?.length).toBeGreaterThan(100_000);
});
