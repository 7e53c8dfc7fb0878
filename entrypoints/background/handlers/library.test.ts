import { describe, expect, test } from 'vitest';
import { aLibraryEntry, aReply, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { createServices } from '../services.ts';
import { createLibraryHandlers } from './library.ts';

const panel: Sender = { kind: 'page', tabId: null, origin: null };

async function aLibrary() {
  const db = emptyDb();
  const thread = aThread();
  const reply = aReply({ threadId: thread.id, permalink: 'https://x.com/acme/status/9' });
  const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '' } as const;
  await db.threads.put({ id: thread.id, ...row, body: thread, base: thread });
  const ofReply = { seq: 1, threadId: thread.id, body: reply, base: reply };
  await db.replies.put({ id: reply.id, ...ofReply });
  return { db, thread, reply, handlers: createLibraryHandlers(createServices(db)) };
}

describe('the library', () => {
  test('takes an answer that was read on a page, with the post it answered', async () => {
    const { db, thread, reply, handlers } = await aLibrary();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    expect((await db.library.get(reply.id))?.body).toMatchObject({
      kind: 'reply',
      text: reply.text,
      question: thread.post.text,
      at: reply.at,
      threadId: thread.id,
      brandId: thread.match.brandId,
      permalink: reply.permalink,
    });
    const before = await db.outbox.count();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    expect(await db.outbox.count()).toBe(before);
  });

  test('says so when the answer is gone', async () => {
    const { handlers } = await aLibrary();
    await expect(handlers['library.addReply']({ replyId: 'x:none' }, panel)).rejects.toThrow(
      /not on record/u,
    );
  });

  test('keeps where and when an answer was sent when its words change', async () => {
    const { db, reply, handlers } = await aLibrary();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    const edit = { id: reply.id, kind: 'reply' as const, text: 'Better words', tags: ['a'] };
    await handlers['library.save'](edit, panel);
    const entry = (await db.library.get(reply.id))?.body;
    expect(entry).toMatchObject({ text: 'Better words', at: reply.at, permalink: reply.permalink });
    expect(entry?.earlier?.map(({ text }) => text)).toEqual([reply.text]);
  });

  test('forgets what was learned from use, of one or of all', async () => {
    const { db, handlers } = await aLibrary();
    const uses = { sent: 1, kept: 1, happy: 0, unhappy: 0, dismissed: 0, lastAt: 1 };
    for (const id of ['a', 'b', 'c']) {
      const body = aLibraryEntry({ id, uses });
      await db.library.put({ id, seq: 1, at: body.at, body, base: body });
    }
    const used = async () =>
      (await db.library.toArray()).flatMap(({ id, body }) => (body.uses ? [id] : []));
    await handlers['library.forgetUses']({ id: 'b' }, panel);
    expect(await used()).toEqual(['a', 'c']);
    await handlers['library.forgetUses']({ id: null }, panel);
    expect(await used()).toEqual([]);
  });
});
