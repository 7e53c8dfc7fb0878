import { expect, it } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Post } from '#utils/model/post.ts';
import { findErasableAuthor, findErasablePost } from './find-erasable.ts';

async function aFilledDb() {
  const db = emptyDb();
  const put = async (post: Post) => {
    const body = aThread({ id: `${post.site}:${post.id}`, post });
    await db.threads.put({
      id: body.id,
      seq: 1,
      body,
      base: body,
      seenAt: at,
      outcome: 'open',
      holder: '',
    });
  };
  await put(aPost());
  await put(aPost({ id: '2', permalink: 'https://x.com/ada_example/status/2' }));
  await put(aPost({ id: '3', author: { handle: 'bea' }, permalink: 'https://x.com/bea/status/3' }));
  const reply = aReply({
    id: 'x:9',
    threadId: 'x:1',
    handle: 'ana_acme',
    permalink: 'https://x.com/ana_acme/status/9',
  });
  await db.replies.put({ id: 'x:9', threadId: 'x:1', seq: 1, body: reply, base: reply });
  return db;
}

it.each([
  'https://x.com/ada_example/status/1',
  'https://twitter.com/ada_example/status/1/?s=20#top',
  'x.com/ada_example/status/1/photo/1',
])('%s is the thread with its answers', async (link) => {
  const db = await aFilledDb();
  expect(await findErasablePost(db, link)).toEqual({
    what: { postKey: 'x:1' },
    threads: 1,
    replies: 1,
    stories: 0,
  });
});

it('an answer of the team is a post of its own', async () => {
  const found = await findErasablePost(await aFilledDb(), 'https://x.com/ana_acme/status/9');
  expect(found).toEqual({ what: { postKey: 'x:9' }, threads: 0, replies: 1, stories: 0 });
});

it.each([
  'https://x.com/ada_example/status/11',
  'https://x.com/',
  'no link',
  'javascript:alert(1)',
])('%s is nothing that is known', async (link) => {
  expect(await findErasablePost(await aFilledDb(), link)).toBeNull();
});

it('an author is found on their site only, whatever the case', async () => {
  const db = await aFilledDb();
  expect(await findErasableAuthor(db, 'x', '@Ada_Example')).toEqual({
    what: { site: 'x', author: 'Ada_Example' },
    threads: 2,
    replies: 1,
    stories: 0,
  });
  expect(await findErasableAuthor(db, 'bluesky', 'ada_example')).toMatchObject({ threads: 0 });
});
