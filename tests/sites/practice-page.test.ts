/** The server's practice page and the generic adapter are written apart; here they meet. */
import { expect, test } from 'vitest';
import { buildPage } from '#server/practice/page.ts';
import { SEED_BRAND, seedPosts } from '#server/practice/seed-posts.ts';
import { readInFakeDom } from './support/fake-dom.ts';

const PAGE_URL = 'https://team.example/practice?as=bea_acme';
const HOUR = 3_600_000;

function aPage(): string {
  return buildPage({
    account: 'bea_acme',
    brand: SEED_BRAND,
    state: {
      round: 'one',
      replies: [
        {
          id: 'r-1111',
          parentId: seedPosts[1]?.id ?? '',
          author: 'bea_acme',
          text: 'We are on it',
          at: 0,
        },
      ],
    },
    startedAt: 48 * HOUR,
    now: 49 * HOUR,
  });
}

test('every post of the practice page is read', async () => {
  const { posts, account } = await readInFakeDom({ html: aPage(), url: PAGE_URL });
  expect(account).toBe('bea_acme');
  expect(posts).toHaveLength(seedPosts.length + 1);
  for (const seed of seedPosts) {
    const post = posts.find(({ id }) => id === `team.example/practice#p-${seed.id}`);
    expect(post?.author.handle).toBe(seed.author);
    expect(post?.time).toBe(48 * HOUR - seed.minutesAgo * 60_000);
    expect(post?.text.replace(/\n+/gu, '\n')).toBe(seed.paragraphs.join('\n'));
  }
});

test('a reply on the practice page stands under the post that it answers', async () => {
  const { posts } = await readInFakeDom({ html: aPage(), url: PAGE_URL });
  const reply = posts.find(({ id }) => id === 'team.example/practice#p-r-1111');
  expect(reply?.parentId).toBe(`team.example/practice#p-${seedPosts[1]?.id}`);
});

test('each reply box of the practice page that is open answers its own post', async () => {
  const html = aPage().replaceAll(/(<form [^>]*) hidden>/gu, '$1>');
  const { places, boxes } = await readInFakeDom({ html, url: PAGE_URL });
  const withBox = seedPosts.filter(({ editor }) => editor === 'plain' || editor === 'editable');
  expect(withBox.length).toBeGreaterThan(1);
  expect(boxes.map(({ answers }) => answers)).toEqual(
    withBox.map(({ id }) => `team.example/practice#p-${id}`),
  );
  for (const { replyBox, submit } of places) expect(submit !== null).toBe(replyBox !== null);
});

test('no reply box of the practice page is found while it is closed', async () => {
  const { places } = await readInFakeDom({ html: aPage(), url: PAGE_URL });
  expect(places.every(({ replyBox }) => replyBox === null)).toBe(true);
});
