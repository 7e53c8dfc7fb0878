import { describe, expect, test } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { eventually } from '#tests/support/eventually.ts';
import { forgetUsedUnlessInBox, noteUsed } from '#utils/db/uses.ts';
import { saveBoxDraft } from '#utils/db/drafts.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { Happiness } from '#utils/model/thread.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { learnFromOutcomes } from './suggestion-use.ts';
import { createServices } from './services.ts';
import { createSnippetHandlers } from './handlers/snippets.ts';
import { createThreadHandlers } from './handlers/threads.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const panel: Sender = { kind: 'page', tabId: null, origin: null };
const threadId = 'x:1';
const text = 'Hi Ada, hold the button under the lid for five seconds.';

async function aWorker() {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const add = (id: string) => {
    const body = aLibraryEntry({ id, text });
    return db.library.put({ id, seq: 1, at: body.at, body, base: body });
  };
  for (const id of ['one', 'two', 'three']) await add(id);
  const services = createServices(db);
  const threads = createThreadHandlers(services);
  const { match } = aThread();
  await threads['mention.report']({ mentions: [{ threadId, post: aPost(), match }] }, onX);
  return {
    db,
    use: (entryId: string, words = text) => noteUsed(db, threadId, { entryId, text: words }),
    send: (sent: string, id = '2') => {
      const post = aPost({ id, parentId: '1', text: sent, permalink: null });
      return threads['reply.report']({ replies: [{ threadId, post, source: 'sent' }] }, onX);
    },
    settle: (happiness: Happiness) => threads['thread.settle']({ threadId, happiness }, panel),
    reopen: () => threads['thread.reopen']({ threadId }, panel),
    dismiss: (entryId: string) =>
      createSnippetHandlers(services)['suggestion.dismiss']({ threadId, entryId }, panel),
    /** What the team is told of uses, in order. */
    told: async () =>
      (await db.outbox.toArray())
        .map(({ mutation }): Mutation => mutation)
        .filter((mutation) => mutation.kind === 'library.use')
        .map(({ args: { id, use, kept } }) => [id, use, ...(kept === undefined ? [] : [kept])]),
  };
}

describe('a suggestion that was used', () => {
  test('is told with the share of it that was sent', async () => {
    const { db, use, send, told } = await aWorker();
    await use('one');
    await send('Hi Ada, please hold the button for five seconds. ^BC');
    expect(await told()).toEqual([['one', 'sent', 0.73]]);
    expect((await db.library.get('one'))?.body.uses).toMatchObject({ sent: 1, kept: 0.73 });
  });

  test('is told once, not again with the next reply', async () => {
    const { use, send, told } = await aWorker();
    await use('one');
    await send(text);
    await send('Thanks for trying it out', '3');
    expect(await told()).toEqual([['one', 'sent', 1]]);
  });

  test('is told beside others that stand in the reply, and without those that were replaced', async () => {
    const { use, send, told } = await aWorker();
    await use('one', 'We send you a new lid this week.');
    await use('two');
    await use('three', 'Does that help you?');
    await send(`${text} Does that help you?`);
    expect(await told()).toEqual([
      ['two', 'sent', 1],
      ['three', 'sent', 1],
    ]);
  });

  test('is told with nothing kept when all of it was written over', async () => {
    const { use, send, told } = await aWorker();
    await use('one');
    await send('Sorry about that, a colleague writes to you.');
    expect(await told()).toEqual([['one', 'sent', 0]]);
  });

  test('is forgotten with its draft, unless it stands in the box of the site', async () => {
    const { db, use, send, told } = await aWorker();
    await use('one');
    await saveBoxDraft(db, threadId, text);
    await forgetUsedUnlessInBox(db, threadId);
    expect((await db.uses.get(threadId))?.used).toHaveLength(1);
    await saveBoxDraft(db, threadId, null);
    await forgetUsedUnlessInBox(db, threadId);
    await send(text);
    expect(await told()).toEqual([]);
  });

  test('is nothing to tell of what was written without one', async () => {
    const { send, told } = await aWorker();
    await send(text);
    expect(await told()).toEqual([]);
  });

  test('was not known here any more: nothing is told, and no other team hears of it', async () => {
    const { use, send, told } = await aWorker();
    await use('gone');
    await send(text);
    expect(await told()).toEqual([]);
  });
});

describe('how the customer took it', () => {
  test.each(['happy', 'unhappy'] as const)('%s counts for what was sent, once', async (mood) => {
    const { db, use, send, settle, reopen, told } = await aWorker();
    await use('one');
    await send(text);
    await settle(mood);
    // The reply itself is an entry of the library by now.
    const outcome = [
      ['one', mood],
      ['x:2', mood],
    ];
    await eventually(async () => expect((await told()).slice(1)).toEqual(outcome));
    await reopen();
    await settle('happy');
    expect(await learnFromOutcomes(db, [threadId])).toEqual([]);
    expect((await told()).slice(1)).toEqual(outcome);
  });

  test('without a reaction counts for nothing', async () => {
    const { db, use, send, settle, told } = await aWorker();
    await use('one');
    await send(text);
    await settle('none');
    await eventually(async () => expect((await db.uses.get(threadId))?.sent).toEqual([]));
    expect(await told()).toHaveLength(1);
    expect((await db.threads.get(threadId))?.body).toMatchObject({
      outcome: 'settled',
      happiness: 'none',
    });
  });

  test('counts for what was written without a suggestion too', async () => {
    const { send, settle, told } = await aWorker();
    await send('Sorry about that, a colleague writes to you.');
    await settle('happy');
    await eventually(async () => expect(await told()).toEqual([['x:2', 'happy']]));
  });
});

test('a suggestion that was sent away is told so, and is no use of the draft', async () => {
  const { db, use, send, dismiss, told } = await aWorker();
  await use('one');
  await dismiss('one');
  expect((await db.uses.get(threadId))?.dismissed).toEqual(['one']);
  await send(text);
  expect(await told()).toEqual([['one', 'dismissed']]);
});
