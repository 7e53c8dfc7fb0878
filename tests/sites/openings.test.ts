/** Which post a page of one conversation began with: whoever addresses nobody there answers that one. */
import { describe, expect, test } from 'vitest';
import { siteAdapters } from '#utils/sites/registry.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { loadAccepted, loadSavedPages } from './support/saved-pages.ts';

const pages = loadSavedPages().map(({ name }) => ({ name, reading: loadAccepted(name) }));

test.each([
  'discourse/topic',
  'discourse/reply-panel',
  'github/issue',
  'github/pull',
  'github/discussion',
])('%s began with its first post', (name) => {
  const { posts = [], opening } = pages.find((page) => page.name === name)?.reading ?? {};
  expect(posts.length).toBeGreaterThan(1);
  expect(opening).toBe(posts[0]?.id);
});

test('a topic that was opened midway does not tell what it began with', () => {
  const { reading } = pages.find(({ name }) => name === 'discourse/opened-midway') ?? {};
  expect(reading?.posts.length).toBeGreaterThan(0);
  expect(reading?.opening).toBeNull();
});

test('no page of another kind began with a post', () => {
  const others = pages.filter(({ reading }) => reading && reading.kind !== 'thread');
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter(({ reading }) => reading?.opening !== null)).toEqual([]);
});

describe('a feed began with no post', () => {
  test.each([
    ['github', 'https://github.com/acme/kettle/issues', '<a href="/acme/kettle/issues/12">1</a>'],
    ['github', 'https://github.com/pulls', '<a href="/acme/kettle/pull/14">2</a>'],
    [
      'discourse',
      'https://forum.example/latest',
      '<table><tr class="topic-list-item" data-topic-id="50"><td><a href="/t/kettle/50">Kettle</a></td></tr></table>',
    ],
    [
      'discourse',
      'https://forum.example/u/ada/activity',
      '<article class="topic-post" id="post_7" data-post-id="5007"></article>',
    ],
  ] as const)('of %s at %s', async (site, url, html) => {
    const opening = await withFakeDom({ html, url }, (doc) =>
      siteAdapters[site].findOpening?.(doc, new URL(url)),
    );
    expect(opening).toBeNull();
  });
});
