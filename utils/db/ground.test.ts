import { expect, test } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aReply, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { recordFacts } from './outbox.ts';

const context = { memberId: 'me', now: 1 };
const { match } = aThread();
const { memberId: _reader, ...reply } = aReply();
const { memberId: _writer, ...entry } = aLibraryEntry({ id: reply.id, kind: 'reply' });

const brand: Mutation = { kind: 'brand.save', args: aBrand() };
const seen: Mutation = { kind: 'thread.see', args: { id: 'x:1', post: aPost(), match } };
const facts: Mutation[] = [
  { kind: 'thread.setOutcome', args: { id: 'x:1', outcome: 'open', reason: '' } },
  { kind: 'thread.confirm', args: { id: 'x:1' } },
  { kind: 'reply.record', args: reply },
  { kind: 'library.save', args: entry },
];

test('what a page tells is kept while its ground is there, be it told in the same breath', async () => {
  const db = emptyDb();
  await recordFacts(db, [brand], context);
  await recordFacts(db, [seen, ...facts], context, true);
  expect(await db.outbox.count()).toBe(2 + facts.length);
});

test.each([seen, ...facts])('$kind of a page is dropped without its ground', async (fact) => {
  const db = emptyDb();
  await recordFacts(db, [fact], context, true);
  expect(await db.outbox.count()).toBe(0);
});

test('what a person does in our own pages is never dropped', async () => {
  const db = emptyDb();
  await recordFacts(db, [seen, ...facts], context);
  expect(await db.outbox.count()).toBe(1 + facts.length);
});
