import { describe, expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { noteTrouble } from '#utils/db/trouble.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { Post } from '#utils/model/post.ts';
import { createServices } from '../services.ts';
import { createStoryHandlers } from './stories.ts';
import { createThreadHandlers } from './threads.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 2, origin: 'https://www.reddit.com' };
const { match } = aThread();

function aWorker() {
  const db = emptyDb();
  const services = createServices(db);
  const threads = createThreadHandlers(services);
  const stories = createStoryHandlers(services);
  const mention = (post: Post, threadId = `${post.site}:${post.id}`) => ({ threadId, post, match });
  const see = (post: Post, sender = onX) =>
    threads['mention.report']({ mentions: [mention(post)] }, sender);
  return { db, threads, stories, mention, see };
}

describe('a content script', () => {
  test('is shown the threads that it reports', async () => {
    const { see } = aWorker();
    expect((await see(aPost())).map((view) => view.thread.id)).toEqual(['x:1']);
  });

  test.each(['thread.claim', 'thread.release', 'thread.takeOver', 'thread.reopen'] as const)(
    'may not ask for %s on another site',
    async (name) => {
      const { threads, see } = aWorker();
      await see(aPost());
      await expect(threads[name]({ threadId: 'x:1' }, onReddit)).rejects.toThrow(/own site/u);
    },
  );

  test('may neither close, confirm, look at nor save threads of another site', async () => {
    const { db, threads, stories, see } = aWorker();
    await see(aPost());
    const threadId = 'x:1';
    const asks = [
      () => threads['thread.setAside']({ threadId, reason: 'no' }, onReddit),
      () => threads['thread.confirm']({ threadId, isUs: false }, onReddit),
      () => threads['presence.report']({ threadId, kind: 'typing' }, onReddit),
      () => stories['story.save']({ threadId, note: '', tags: [] }, onReddit),
    ];
    for (const ask of asks) await expect(ask()).rejects.toThrow(/own site/u);
    expect((await db.threads.get(threadId))?.body.outcome).toBe('open');
    expect(await db.stories.count()).toBe(0);
  });

  test('is not shown a thread of another site under which it files its own post', async () => {
    const { threads, mention, see } = aWorker();
    await see(aPost());
    const own = aPost({ site: 'reddit', id: 't3_1', permalink: null });
    const asked = threads['mention.report']({ mentions: [mention(own, 'x:1')] }, onReddit);
    await expect(asked).rejects.toThrow(/own site/u);
  });

  test('has its own posts taken though others in the batch are foreign', async () => {
    const { db, threads, mention } = aWorker();
    const foreign = aPost({ site: 'reddit', id: 't3_1', permalink: null });
    const mentions = [mention(foreign), mention(aPost())];
    const views = await threads['mention.report']({ mentions }, onX);
    expect(views).toHaveLength(1);
    expect(await db.threads.toCollection().primaryKeys()).toEqual(['x:1']);
  });

  test('does not make a record of a follow-up in a thread, which the team would refuse', async () => {
    const { db, threads, mention } = aWorker();
    const followUp = aPost({ id: '2', text: 'Acme, hello?', parentId: '1' });
    const mentions = [mention(aPost()), mention(followUp, 'x:1')];
    await threads['mention.report']({ mentions }, onX);
    expect(await db.outbox.count()).toBe(1);
  });

  test('does not record replies to threads that are not known', async () => {
    const { db, threads } = aWorker();
    const replies = [{ threadId: 'x:9', post: aPost({ id: '10' }), source: 'seen' as const }];
    await threads['reply.report']({ replies }, onX);
    expect(await db.outbox.count()).toBe(0);
  });

  test('is told when it brings more posts than anybody reads', async () => {
    const { db, threads, mention } = aWorker();
    const flood = async () => {
      for (let round = 0; round < 14; round += 1) {
        const mentions = Array.from({ length: 50 }, (_, index) =>
          mention(aPost({ id: `${round * 50 + index}` })),
        );
        await threads['mention.report']({ mentions }, onX);
      }
    };
    await expect(flood()).rejects.toThrow(/in an hour/u);
    expect(await db.threads.count()).toBe(600);
  });

  test('does not write over what somebody noted about a story', async () => {
    const { db, stories, see } = aWorker();
    await see(aPost());
    const page: Sender = { kind: 'page', tabId: null, origin: null };
    await stories['story.save']({ threadId: 'x:1', note: 'Ask him', tags: ['kettle'] }, page);
    await stories['story.save']({ threadId: 'x:1', note: '', tags: [] }, onX);
    expect((await db.stories.get('x:1'))?.body).toMatchObject({
      note: 'Ask him',
      tags: ['kettle'],
    });
  });
});

test('what is known keeps its mark while the disk is full', async () => {
  const { db, threads, mention, see } = aWorker();
  await see(aPost());
  await noteTrouble(db, 'storageFull');
  const mentions = [mention(aPost()), mention(aPost({ id: '2' }))];
  const views = await threads['mention.report']({ mentions }, onX);
  expect(views.map(({ thread }) => thread.id)).toEqual(['x:1']);
  await expect(see(aPost({ id: '3' }))).rejects.toThrow(/disk is full/u);
});

test('two accounts that answered in one report are both learned', async () => {
  const { db, threads, see } = aWorker();
  const account = { server: 'https://team.example', token: 't', deviceId: 'd', memberId: 'me' };
  const team = { id: 'acme', name: 'Acme' };
  await db.meta.put({ key: 'account', value: { ...account, team, epoch: 'e' } });
  const me = { id: 'me', name: 'Me', role: 'member' as const, handles: [] };
  await db.members.put({ id: 'me', seq: 1, base: me, body: me });
  await see(aPost());
  const sentBy = (handle: string, id: string) => ({
    threadId: 'x:1',
    post: aPost({ id, author: { handle }, time: at }),
    source: 'sent' as const,
  });
  const replies = [sentBy('one_acme', '8'), sentBy('two_acme', '9')];
  await threads['reply.report']({ replies }, onX);
  const handles = (await db.members.get('me'))?.body.handles.map(({ handle }) => handle);
  expect(handles).toEqual(['one_acme', 'two_acme']);
});
