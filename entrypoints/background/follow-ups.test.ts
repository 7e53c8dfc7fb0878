import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPost, aReply, aStory, aThread } from '#tests/support/builders.ts';
import { HearbackDb } from '#utils/db/schema.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { createThreadHandlers } from './handlers/threads.ts';
import type { Services } from './services.ts';
import { toChangeFacts } from './story-changes.ts';

const sender = { kind: 'content', tabId: 1, frameId: 0, origin: 'https://x.com' } as const;
const said = (over: object = {}) =>
  aPost({ id: '3', text: 'That did it', permalink: 'https://x.com/ada_example/status/3', ...over });

let db: HearbackDb;
let told: Mutation[];
let takesNews: boolean;
let count = 0;

const report = (...posts: ReturnType<typeof said>[]) => {
  const services = {
    db,
    engine: { context: async () => ({ memberId: 'me', now: 1 }) },
    takeNews: () => takesNews,
    recordFromPage: async (news: Mutation[]) => void told.push(...news),
  } as unknown as Services;
  const replies = posts.map((post) => ({ threadId: 'x:1', post, source: 'seen' as const }));
  return createThreadHandlers(services)['reply.report']({ replies }, sender);
};

beforeEach(async () => {
  db = new HearbackDb(`follow-ups-${count++}`);
  told = [];
  takesNews = true;
  const body = aThread();
  const { seenAt, outcome } = body;
  await db.threads.put({ id: 'x:1', seq: 1, body, base: body, seenAt, outcome, holder: '' });
  const reply = aReply({ id: 'x:2', threadId: 'x:1' });
  await db.replies.put({ id: 'x:2', seq: 1, body: reply, base: reply, threadId: 'x:1' });
});
afterEach(() => db.delete());

describe('what a customer wrote after an answer', () => {
  test('is told to the team, with the time of the page', async () => {
    await report(said({ time: 77 }));
    expect(told).toEqual([
      {
        kind: 'thread.followUp',
        args: {
          id: 'x:1',
          followUp: {
            id: 'x:3',
            text: 'That did it',
            permalink: 'https://x.com/ada_example/status/3',
            at: 77,
          },
        },
      },
    ]);
  });

  test('is told behind the answer that the page shows along with it', async () => {
    await db.replies.clear();
    const answer = aPost({ id: '2', author: { handle: 'ben_acme' }, permalink: null });
    await report(answer, said());
    expect(told.map(({ kind }) => kind)).toEqual(['reply.record', 'thread.followUp']);
  });

  test('is not that of an unanswered thread, or what is known', async () => {
    await db.replies.clear();
    await report(said());
    const thread = (await db.threads.get('x:1'))?.body;
    const followUps = [{ id: 'x:3', text: 'Known', permalink: null, at: 1 }];
    await db.threads.update('x:1', { body: { ...thread!, followUps } });
    await db.replies.put({
      id: 'x:2',
      seq: 1,
      body: aReply({ id: 'x:2', threadId: 'x:1' }),
      base: null,
      threadId: 'x:1',
    });
    await report(said());
    expect(told).toEqual([]);
  });

  test('of another site is refused', async () => {
    const post = aPost({ site: 'reddit', id: 't1_3' });
    await expect(report(post)).rejects.toThrow();
  });

  test('is refused where a page brings more than anybody reads', async () => {
    takesNews = false;
    await expect(report(said())).rejects.toThrow();
  });
});

describe('a post that is a story', () => {
  const put = async (over: object = {}) => {
    const story = aStory({ id: '1', ...over });
    await db.stories.put({ id: 'x:1', seq: 1, body: story, base: story, savedAt: 1 });
    return story;
  };

  test('that reads otherwise now is told, once', async () => {
    const { post } = await put();
    const other = { ...post, text: 'Other words' };
    expect(await toChangeFacts(db, other)).toEqual([
      {
        kind: 'story.notice',
        args: { id: 'x:1', change: { kind: 'edited', text: 'Other words' } },
      },
    ]);
    await put({ changed: { kind: 'edited', text: 'Other  words', by: 'me', at: 1 } });
    expect(await toChangeFacts(db, other)).toEqual([]);
  });

  test('that reads as before again is told too', async () => {
    const { post } = await put({ changed: { kind: 'edited', text: 'Other', by: 'me', at: 1 } });
    expect(await toChangeFacts(db, { ...post, text: ` ${post.text}\n` })).toEqual([
      { kind: 'story.notice', args: { id: 'x:1', change: null } },
    ]);
  });

  test('of which a page shows the beginning alone says nothing', async () => {
    const { post } = await put();
    expect(await toChangeFacts(db, { ...post, text: 'My…', truncated: true })).toEqual([]);
    expect(await toChangeFacts(db, { ...post, id: '9' })).toEqual([]);
  });
});
