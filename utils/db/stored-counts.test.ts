import { expect, it } from 'vitest';
import { aBrand, aReply } from '#tests/support/builders.ts';
import { aDesk } from '#tests/support/board-builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { countStored } from './stored-counts.ts';

it('counts each table as people call it', async () => {
  const db = emptyDb();
  const reply = aReply();
  await db.replies.put({ id: reply.id, threadId: 'x:1', seq: 1, base: reply, body: reply });
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  await db.desks.put({ id: 'support', seq: 1, base: aDesk(), body: aDesk() });
  await db.drafts.put({ threadId: 'x:1', text: 'a', at: 1 });
  expect(await countStored(db)).toEqual({
    threads: 0,
    replies: 1,
    stories: 0,
    pictures: 0,
    library: 0,
    team: 2,
    drafts: 1,
    waiting: 0,
  });
});
