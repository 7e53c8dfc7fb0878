import { expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Change, Mutation } from '#utils/sync/wire.ts';
import { applyChanges } from './changes.ts';
import { saveBoxDraft, saveDraft } from './drafts.ts';
import { changeSyncState } from './meta.ts';
import { recordFacts, settleFacts } from './outbox.ts';

const CANARY = 'canary-7f3';
const context = { memberId: 'me', now: at };
const start = { epoch: 'e', seq: 0, mark: '' };

const seeing = (id: string, text: string): Mutation => ({
  kind: 'thread.see',
  args: { id: `x:${id}`, post: aPost({ id, text }), match: aThread().match },
});
const { memberId: _memberId, ...reply } = aReply({ text: CANARY });

/** Everything that can be kept of thread x:1, and thread x:7 beside it. */
async function dbFullOfIt() {
  const db = emptyDb();
  await changeSyncState(db, { cursor: start });
  const answer: Mutation = { kind: 'reply.record', args: reply };
  const offered: Mutation = {
    kind: 'library.save',
    args: { id: reply.id, kind: 'reply', text: 'Hi', question: CANARY, tags: [], at },
  };
  const noted: Mutation = {
    kind: 'story.save',
    args: { id: 'x:1', post: aPost({ text: CANARY }), note: CANARY, tags: [], permission: 'none' },
  };
  await recordFacts(db, [seeing('1', CANARY), seeing('7', 'Other'), answer, noted], context);
  await settleFacts(
    db,
    [1, 2, 3].map((mid) => ({ mid, refusal: null })),
    context,
    at,
  );
  const refusal = { code: 'forbidden', message: 'No.' } as const;
  await settleFacts(db, [{ mid: 4, refusal }], context, at);
  await recordFacts(db, [noted, answer, offered, seeing('7', 'Other, longer')], context);
  await saveDraft(db, 'x:1', CANARY);
  await saveBoxDraft(db, 'x:1', CANARY);
  const raw = { seq: 9, mark: 'm', kind: 'reply', id: reply.id, op: 'put' as const, body: CANARY };
  await db.quarantine.put({ seq: 9, change: raw });
  return db;
}

const dump = async (db: Awaited<ReturnType<typeof dbFullOfIt>>) =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

test('an erased thread leaves no byte in any table', async () => {
  const db = await dbFullOfIt();
  expect(await dump(db)).toContain(CANARY);
  const gone: Change = {
    seq: 1,
    mark: 'm1',
    kind: 'thread',
    id: 'x:1',
    op: 'del',
    reason: 'erase',
    body: null,
  };
  await applyChanges(db, start, [gone], { epoch: 'e', seq: 1, mark: 'm1' }, context);
  // The library entry itself is a record of its own, which the server changes.
  await db.library.clear();
  expect(await dump(db)).not.toContain(CANARY);
  expect(await db.threads.toCollection().primaryKeys()).toEqual(['x:7']);
});

test('numbers stay without holes after erasing', async () => {
  const db = await dbFullOfIt();
  const gone: Change = {
    seq: 1,
    mark: 'm1',
    kind: 'thread',
    id: 'x:1',
    op: 'del',
    reason: 'erase',
    body: null,
  };
  await applyChanges(db, start, [gone], { epoch: 'e', seq: 1, mark: 'm1' }, context);
  expect((await db.outbox.toArray()).map(({ mid }) => mid)).toEqual([5, 6, 7, 8]);
  expect((await db.sent.toArray()).map(({ mid }) => mid)).toEqual([1, 2, 3, 4]);
});

test('a fact of something erased goes without a trace when the server says so', async () => {
  const db = emptyDb();
  await recordFacts(db, [seeing('1', CANARY)], context);
  await saveDraft(db, 'x:1', CANARY);
  const refusal = { code: 'erased', message: 'Erased.' } as const;
  await settleFacts(db, [{ mid: 1, refusal }], context, at);
  expect(await dump(db)).not.toContain(CANARY);
  expect(await db.refused.count()).toBe(0);
});

test('a record that only got too old leaves what waits for it', async () => {
  const db = await dbFullOfIt();
  const old: Change = {
    seq: 1,
    mark: 'm1',
    kind: 'thread',
    id: 'x:7',
    op: 'del',
    reason: 'retention',
    body: null,
  };
  await applyChanges(db, start, [old], { epoch: 'e', seq: 1, mark: 'm1' }, context);
  expect(await db.threads.get('x:7')).toBeDefined();
});
