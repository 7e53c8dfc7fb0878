import { describe, expect, test } from 'vitest';
import { aBrand, aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { wipeTeamData } from '#utils/db/meta.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { noteTrouble } from '#utils/db/trouble.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import { createServices } from '../services.ts';
import { createStoryHandlers } from './stories.ts';
import { createThreadHandlers } from './threads.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 2, origin: 'https://www.reddit.com' };
const { match } = aThread();

async function aWorker() {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
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
    const { see } = await aWorker();
    expect((await see(aPost())).map((view) => view.thread.id)).toEqual(['x:1']);
  });

  test.each(['thread.claim', 'thread.release', 'thread.takeOver', 'thread.reopen'] as const)(
    'may not ask for %s on another site',
    async (name) => {
      const { threads, see } = await aWorker();
      await see(aPost());
      await expect(threads[name]({ threadId: 'x:1' }, onReddit)).rejects.toThrow(/own site/u);
    },
  );

  test('may neither close, confirm, look at nor save threads of another site', async () => {
    const { db, threads, stories, see } = await aWorker();
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
    const { threads, mention, see } = await aWorker();
    await see(aPost());
    const own = aPost({ site: 'reddit', id: 't3_1', permalink: null });
    const asked = threads['mention.report']({ mentions: [mention(own, 'x:1')] }, onReddit);
    await expect(asked).rejects.toThrow(/own site/u);
  });

  test('has its own posts taken though others in the batch are foreign', async () => {
    const { db, threads, mention } = await aWorker();
    const foreign = aPost({ site: 'reddit', id: 't3_1', permalink: null });
    const mentions = [mention(foreign), mention(aPost())];
    const views = await threads['mention.report']({ mentions }, onX);
    expect(views).toHaveLength(1);
    expect(await db.threads.toCollection().primaryKeys()).toEqual(['x:1']);
  });

  test('does not make a record of a follow-up in a thread, which the team would refuse', async () => {
    const { db, threads, mention } = await aWorker();
    const followUp = aPost({ id: '2', text: 'Acme, hello?', parentId: '1' });
    const mentions = [mention(aPost()), mention(followUp, 'x:1')];
    await threads['mention.report']({ mentions }, onX);
    expect(await db.outbox.count()).toBe(1);
  });

  test('does not record replies to threads that are not known', async () => {
    const { db, threads } = await aWorker();
    const replies = [{ threadId: 'x:9', post: aPost({ id: '10' }), source: 'seen' as const }];
    await threads['reply.report']({ replies }, onX);
    expect(await db.outbox.count()).toBe(0);
  });

  test('is told when it brings more posts than anybody reads', async () => {
    const { db, threads, mention } = await aWorker();
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

  test('is told so for stories too, and for all of its tabs together', async () => {
    const { db, stories, see } = await aWorker();
    await see(aPost());
    const save = (id: string) => {
      const post = aPost({ id });
      return stories['story.save']({ threadId: toPostKey(post), post, note: '', tags: [] }, onX);
    };
    for (let id = 100; id < 699; id += 1) await save(`${id}`);
    await expect(save('700')).rejects.toThrow(/in an hour/u);
    expect(await db.stories.count()).toBe(599);
  });

  test.each([
    ['thread.claim', {}],
    ['thread.release', {}],
    ['thread.takeOver', {}],
    ['thread.setAside', { reason: 'no' }],
    ['thread.reopen', {}],
    ['thread.confirm', { isUs: true }],
  ] as const)('may not ask for %s where no thread is known', async (name, part) => {
    const { db, threads } = await aWorker();
    const act = threads[name] as (request: object, sender: Sender) => Promise<unknown>;
    const asked = act({ threadId: 'x:9', ...part }, onX);
    await expect(asked).rejects.toMatchObject({ code: 'not_found' });
    expect(await db.outbox.count()).toBe(0);
  });

  test('tells the next team nothing of what it saw for the last one', async () => {
    const { db, threads, mention, see } = await aWorker();
    await see(aPost());
    await wipeTeamData(db);
    await see(aPost({ id: '2' }));
    await threads['mention.report']({ mentions: [mention(aPost())] }, onX);
    expect(await db.outbox.count()).toBe(0);
    expect(await db.threads.count()).toBe(0);
  });

  test('does not write over what somebody noted about a story', async () => {
    const { db, stories, see } = await aWorker();
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
  const { db, threads, mention, see } = await aWorker();
  await see(aPost());
  await noteTrouble(db, 'storageFull');
  const mentions = [mention(aPost()), mention(aPost({ id: '2' }))];
  const views = await threads['mention.report']({ mentions }, onX);
  expect(views.map(({ thread }) => thread.id)).toEqual(['x:1']);
  await expect(see(aPost({ id: '3' }))).rejects.toThrow(/disk is full/u);
});

const meOf = async (db: HearbackDb) => (await db.members.get('me'))?.body;

/** Makes the browser a member's, with an empty roster entry. */
async function join(db: HearbackDb): Promise<void> {
  const account = { server: 'https://team.example', token: 't', deviceId: 'd', memberId: 'me' };
  const team = { id: 'acme', name: 'Acme' };
  await db.meta.put({ key: 'account', value: { ...account, team, epoch: 'e' } });
  const me = { id: 'me', name: 'Me', role: 'member' as const, handles: [] };
  await db.members.put({ id: 'me', seq: 1, base: me, body: me });
}

test('two accounts that answered in one report are both learned', async () => {
  const { db, threads, see } = await aWorker();
  await join(db);
  await see(aPost());
  const sentBy = (handle: string, id: string) => ({
    threadId: 'x:1',
    post: aPost({ id, author: { handle }, time: at }),
    source: 'sent' as const,
  });
  const replies = [sentBy('one_acme', '8'), sentBy('two_acme', '9')];
  await threads['reply.report']({ replies }, onX);
  const handles = (await meOf(db))?.handles.map(({ handle }) => handle);
  expect(handles).toEqual(['one_acme', 'two_acme']);
});

describe('on a forum', () => {
  const forum: Sender = { kind: 'content', tabId: 3, origin: 'https://forum.example' };
  const forumPost = (id: string, part: Partial<Post> = {}) =>
    aPost({ site: 'generic', id: `forum.example/t/1#${id}`, permalink: null, ...part });

  const answerAs = async (...handles: string[]) => {
    const { db, threads, see } = await aWorker();
    await join(db);
    const asked = forumPost('1');
    await see(asked, forum);
    const replies = handles.map((handle, at) => ({
      threadId: toPostKey(asked),
      post: forumPost(`${at + 2}`, { author: { handle } }),
      source: 'sent' as const,
    }));
    await threads['reply.report']({ replies }, forum);
    return db;
  };

  test('a handle is learned for this host alone, once', async () => {
    const db = await answerAs('Ana', 'ana');
    const learned = { site: 'generic', handle: 'Ana@forum.example' };
    expect((await meOf(db))?.handles).toEqual([learned]);
    expect(await db.replies.count()).toBe(2);
  });

  test('a page that makes accounts up does not fill the roster', async () => {
    const db = await answerAs(...Array.from({ length: 20 }, (_, at) => `account_${at}`));
    expect((await meOf(db))?.handles).toHaveLength(5);
    expect(await db.replies.count()).toBe(20);
  });

  test('a name that is too long with its host is not learned', async () => {
    const db = await answerAs('a'.repeat(190));
    expect((await meOf(db))?.handles).toEqual([]);
  });

  test('what a teammate has sent is no mention', async () => {
    const { db, threads, see } = await aWorker();
    await join(db);
    const asked = forumPost('1');
    await see(asked, forum);
    const post = forumPost('2', { text: 'Here at Acme we rinse it.' });
    const reply = { threadId: toPostKey(asked), post, source: 'sent' as const };
    await threads['reply.report']({ replies: [reply] }, forum);
    expect(await see(post, forum)).toEqual([]);
    expect(await db.threads.toCollection().primaryKeys()).toEqual([toPostKey(asked)]);
  });
});
