import { expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { saveBoxDraft } from './drafts.ts';
import { changeSyncState, loadMeta, saveMeta } from './meta.ts';
import { recordFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
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
  await runLocalUpkeep(db, at);
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
  await runLocalUpkeep(db, at);
  expect((await db.threads.toCollection().primaryKeys()).sort()).toEqual([
    'old-answered',
    'old-drafted',
    'old-mine',
    'old-waiting',
  ]);
});

test('keeps everything until the server has said how long', async () => {
  const db = await dbWithOldThreads(['old']);
  await runLocalUpkeep(db, at);
  expect(await db.threads.count()).toBe(1);
});

test('fills the reserve', async () => {
  const db = await dbWithOldThreads([]);
  await runLocalUpkeep(db, at);
  expect((await loadMeta(db, 'reserve'))?.length).toBeGreaterThan(100_000);
});
