import { describe, expect, it } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Post } from '#utils/model/post.ts';
import type { HearbackDb } from './schema.ts';
import { findErasableAuthor, findErasablePost } from './find-erasable.ts';

async function putThread(db: HearbackDb, post: Post): Promise<void> {
  const body = aThread({ id: `${post.site}:${post.id}`, post });
  const row = { id: body.id, seq: 1, body, base: body };
  await db.threads.put({ ...row, seenAt: at, outcome: 'open', holder: '' });
}

const aPageOf = (permalink: string) =>
  aPost({ site: 'generic', id: permalink, permalink, text: `Said at ${permalink}` });

async function aFilledDb() {
  const db = emptyDb();
  const put = (post: Post) => putThread(db, post);
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
  expect(await findErasablePost(db, link)).toMatchObject({
    what: { postKey: 'x:1' },
    threads: 1,
    replies: 1,
    stories: 0,
    post: { handle: 'ada_example', permalink: 'https://x.com/ada_example/status/1' },
  });
});

it('videos of one author are told apart', async () => {
  const db = emptyDb();
  for (const id of ['7569000000000000001', '7569000000000000002']) {
    const permalink = `https://www.tiktok.com/@ada_example/video/${id}`;
    await putThread(db, aPost({ site: 'tiktok', id, permalink }));
  }
  const link = 'https://www.tiktok.com/@ada_example/video/7569000000000000002?lang=en';
  expect(await findErasablePost(db, link)).toMatchObject({
    what: { postKey: 'tiktok:7569000000000000002' },
    threads: 1,
  });
});

it.each([
  ['youtube', 'https://www.youtube.com/watch?v=abc&lc=', 'Ugw1', 'Ugw2'],
  ['github', 'https://github.com/acme/lamp/issues/7#issuecomment-', '1', '2'],
  ['facebook', 'https://www.facebook.com/acme/posts/7?comment_id=', '1', '2'],
  ['phpbb', 'https://forum.example/viewtopic.php?t=7#p', '1', '2'],
] as const)('on %s, another post of the same page is not meant', async (site, start, id, other) => {
  const db = emptyDb();
  await putThread(db, aPost({ site, id: `${site}/${id}`, permalink: start + id }));
  expect(await findErasablePost(db, start + other)).toBeNull();
  const found = await findErasablePost(db, `${start + id}`);
  expect(found).toMatchObject({ what: { postKey: `${site}:${site}/${id}` } });
});

it.each([
  [
    'facebook',
    'https://www.facebook.com/acme/posts/7?comment_id=1',
    'https://m.facebook.com/acme/posts/7/?comment_id=1&__cft__[0]=AZ&__tn__=R*F&mibextid=x',
  ],
  [
    'facebook',
    'https://www.facebook.com/acme/posts/7',
    'https://de-de.facebook.com/acme/posts/7?rdid=x&share_url=y',
  ],
  [
    'reddit',
    'https://www.reddit.com/r/lamps/comments/1abcde/my_lamp/',
    'https://np.reddit.com/r/lamps/comments/1abcde/my_lamp/?share_id=x',
  ],
  [
    'x',
    'https://mobile.twitter.com/ada_example/status/1',
    'https://www.x.com/ada_example/status/1',
  ],
  ['generic', 'https://forum.example/t/7?p=1', 'https://www.forum.example/t/7/?p=1&fbclid=x'],
  [
    'youtube',
    'https://www.youtube.com/watch?v=abc&lc=Ugw1',
    'https://m.youtube.com/watch?lc=Ugw1&v=abc&si=x&t=12s&pp=y',
  ],
  [
    'linkedin',
    'https://www.linkedin.com/feed/update/urn:li:activity:7',
    'linkedin.com/feed/update/urn:li:activity:7/?trk=public_post&rcm=AC',
  ],
  [
    'github',
    'https://github.com/acme/lamp/issues/7#issuecomment-1',
    'https://github.com/acme/lamp/issues/7?notification_referrer_id=N#issuecomment-1',
  ],
] as const)('on %s, a link as it is copied is known', async (site, permalink, link) => {
  const db = emptyDb();
  await putThread(db, aPost({ site, id: '1', permalink }));
  expect(await findErasablePost(db, link)).toMatchObject({ what: { postKey: `${site}:1` } });
});

it('an answer of the team is a post of its own', async () => {
  const found = await findErasablePost(await aFilledDb(), 'https://x.com/ana_acme/status/9');
  expect(found).toMatchObject({ what: { postKey: 'x:9' }, threads: 0, replies: 1, stories: 0 });
  expect(found).toMatchObject({ post: { handle: 'ana_acme' } });
});

describe('on a page of any kind', () => {
  const blog = 'https://blog.example/post';
  const forum = 'https://forum.example/viewtopic.php';
  const addresses = [
    `${blog}#comment-12`,
    `${blog}#comment-13`,
    `${forum}?p=12`,
    `${forum}?p=13`,
    `${forum}?f=2&t=7`,
  ];
  const aPages = async () => {
    const db = emptyDb();
    for (const permalink of addresses) await putThread(db, aPageOf(permalink));
    return db;
  };

  it.each([
    [`${blog}#comment-12`, 0],
    [`${blog}/?utm_source=mail#comment-13`, 1],
    [`${forum}?p=12`, 2],
    [`${forum}?sid=4f5a&p=13`, 3],
    ['forum.example/viewtopic.php?t=7&f=2', 4],
  ])('%s is that post, none beside it', async (link, index) => {
    const permalink = addresses[index];
    expect(await findErasablePost(await aPages(), link)).toMatchObject({
      what: { postKey: `generic:${permalink}` },
      post: { permalink, text: `Said at ${permalink}` },
    });
  });

  it.each([blog, `${blog}#comment-1`, `${blog}?p=12`, forum, `${forum}?p=12#p13`, `${forum}?p=1`])(
    '%s is none of the posts there',
    async (link) => {
      expect(await findErasablePost(await aPages(), link)).toBeNull();
    },
  );
});

it('an address that two posts have is neither of them', async () => {
  const db = emptyDb();
  const { permalink } = aPageOf('https://blog.example/post');
  await putThread(db, aPost({ site: 'generic', id: 'one', permalink }));
  await putThread(db, aPost({ site: 'generic', id: 'two', permalink }));
  expect(await findErasablePost(db, 'https://blog.example/post')).toBe('several');
});

it('a thread with its story is one post', async () => {
  const db = await aFilledDb();
  const said = { id: 'x:1', post: aPost(), note: '', tags: [], permission: 'none' as const };
  const story = { ...said, savedBy: 'ana', savedAt: at };
  await db.stories.put({ id: 'x:1', seq: 1, savedAt: at, body: story, base: story });
  expect(await findErasablePost(db, 'https://x.com/ada_example/status/1')).toMatchObject({
    what: { postKey: 'x:1' },
    threads: 1,
    stories: 1,
  });
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
