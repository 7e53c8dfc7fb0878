import { describe, expect, test } from 'vitest';
import { addPage, findBlindKinds, findLostSelectors } from './judge-health.ts';
import { pageHealthSchema, siteHealthSchema } from './site-health.ts';
import type { PageHealth, SiteHealth } from './site-health.ts';

const aPage = (part: Partial<PageHealth> = {}): PageHealth => ({
  kind: 'feed',
  found: 0,
  read: 0,
  hits: { 'page.post': 0 },
  ...part,
});

function afterPages(...pages: PageHealth[]): SiteHealth {
  return healthOf('x', ...pages);
}

function healthOf(site: string, ...pages: PageHealth[]): SiteHealth {
  let health: SiteHealth | null = null;
  for (const [at, page] of pages.entries()) health = addPage(health, site, page, at);
  return siteHealthSchema.parse(health);
}

test('three blind pages of a kind in a row are blindness, told since the first', () => {
  const seen = aPage({ found: 9, read: 9 });
  expect(findBlindKinds(afterPages(seen, aPage(), aPage()))).toEqual([]);
  expect(findBlindKinds(afterPages(seen, aPage(), aPage(), aPage()))).toEqual([
    { kind: 'feed', pages: 3, since: 1 },
  ]);
});

test('one page that is read ends it', () => {
  const health = afterPages(aPage(), aPage(), aPage(), aPage({ found: 1, read: 1 }), aPage());
  expect(findBlindKinds(health)).toEqual([]);
  expect(health.kinds.feed).toMatchObject({ pages: 5, blind: 4, blindInRow: 1, blindSince: 4 });
});

test('posts that are found and cannot be read are blindness too', () => {
  const broken = aPage({ found: 20, read: 0 });
  expect(findBlindKinds(afterPages(broken, broken, broken))).toHaveLength(1);
});

test.each(['search', 'profile', 'other'] as const)('an empty page of kind %s is none', (kind) => {
  const empty = aPage({ kind });
  expect(findBlindKinds(afterPages(empty, empty, empty, empty))).toEqual([]);
});

test.each([
  ['xenforo', 'feed'],
  ['github', 'feed'],
  ['youtube', 'feed'],
  ['youtube', 'thread'],
] as const)('a page of %s may show no post on kind %s', (site, kind) => {
  const empty = aPage({ kind });
  expect(findBlindKinds(healthOf(site, empty, empty, empty))).toEqual([]);
});

describe('a page of a kind that may show no post', () => {
  const empty = aPage({ kind: 'thread', held: false });
  const unread = aPage({ kind: 'thread', held: true });

  test('is blind when it holds what looks like posts', () => {
    expect(findBlindKinds(healthOf('youtube', unread, unread, unread))).toMatchObject([
      { kind: 'thread', pages: 3 },
    ]);
  });

  test.each(['search', 'profile', 'other'] as const)('is that on kind %s too', (kind) => {
    const page = aPage({ kind, held: true });
    expect(findBlindKinds(healthOf('yelp', page, page, page))).toHaveLength(1);
  });

  test('is not for those that hold nothing, which do not end a row either', () => {
    const row = [unread, empty, unread, empty];
    expect(findBlindKinds(healthOf('youtube', ...row))).toEqual([]);
    expect(findBlindKinds(healthOf('youtube', ...row, unread))).toMatchObject([{ pages: 3 }]);
  });

  test('that is counted once more is one page', () => {
    const read = aPage({ kind: 'thread', held: true, found: 5, read: 5, isAgain: true });
    const after = (page: PageHealth) => healthOf('youtube', empty, page).kinds.thread;
    expect(after(read)).toMatchObject({ pages: 1, blind: 0, blindInRow: 0 });
    expect(after({ ...unread, isAgain: true })).toMatchObject({
      pages: 1,
      blind: 1,
      blindInRow: 1,
    });
  });
});

test('a record of before selectors were counted by kind of page is none', () => {
  const tally = { pages: 1, blind: 1, blindInRow: 1, blindSince: 1 };
  const old = { id: 'x', since: 0, kinds: { search: tally }, selectors: {} };
  expect(siteHealthSchema.safeParse(old).success).toBe(false);
});

test('a thread of a forum without a post is blindness', () => {
  const thread = aPage({ kind: 'thread' });
  expect(findBlindKinds(healthOf('xenforo', thread, thread, thread))).toHaveLength(1);
});

test('kinds do not stand for each other', () => {
  const thread = aPage({ kind: 'thread', found: 2, read: 2 });
  expect(findBlindKinds(afterPages(aPage(), thread, aPage(), thread, aPage()))).toHaveLength(1);
});

test('each selector is counted by pages of a kind', () => {
  const health = afterPages(
    aPage({ hits: { 'post.a': 1, 'post.b': 0 } }),
    aPage({ hits: { 'post.a': 0, 'post.b': 0 } }),
    aPage({ kind: 'thread', hits: { 'post.b': 1 } }),
  );
  expect(health.kinds.feed?.selectors).toEqual({
    'post.a': { hit: 1, missed: 1, missedInRow: 1 },
    'post.b': { hit: 0, missed: 2, missedInRow: 2 },
  });
  expect(health.kinds.thread?.selectors).toEqual({
    'post.b': { hit: 1, missed: 0, missedInRow: 0 },
  });
});

/** Hits under so many names that begin with this. */
const manyHits = (count: number, begin: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `${begin}.n${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
      1,
    ]),
  );

describe('a page that makes up names', () => {
  const flood = (begin: string, count = 150) => aPage({ hits: manyHits(count, begin) });
  const selectorsAfter = (...pages: PageHealth[]) =>
    afterPages(...pages).kinds.feed?.selectors ?? {};

  test('does not fill the database', () => {
    const selectors = selectorsAfter(flood('one'), flood('two'));
    expect(Object.keys(selectors)).toHaveLength(200);
  });

  test('drives out nothing that is seen again and again', () => {
    const real = aPage({ hits: { 'post.a': 1 } });
    const floods = ['one', 'two', 'three'].map((begin) => flood(begin, 200));
    const selectors = selectorsAfter(real, real, ...floods);
    expect(selectors['post.a']).toMatchObject({ hit: 2 });
  });

  test('leaves room for what is told for the first time', () => {
    const selectors = selectorsAfter(flood('one', 200), aPage({ hits: { 'post.a': 1 } }));
    expect(selectors['post.a']).toMatchObject({ hit: 1 });
    expect(Object.keys(selectors)).toHaveLength(200);
  });
});

/** Pages on which a selector found so many things, one after the other. */
const lostAfter = (hits: number[]) =>
  findLostSelectors(afterPages(...hits.map((hit) => aPage({ hits: { 'post.a': hit } }))));

test.each([
  ['never found anything', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], false],
  ['was always there and is not now', [1, 1, 1, 1, 1, 1, 0, 0, 0], true],
  ['was always there and missed once', [1, 1, 1, 1, 1, 1, 0], false],
  ['is there again', [1, 1, 1, 1, 1, 1, 0, 0, 0, 1], false],
  ['comes and goes', [1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0], false],
])('a selector that %s', (_what, hits, isLost) => {
  expect(lostAfter(hits)).toEqual(isLost ? [{ name: 'post.a', kinds: ['feed'] }] : []);
});

test('a selector that is lost on one kind of page is told of that one', () => {
  const onThread = (hit: number) => aPage({ kind: 'thread', hits: { 'post.a': hit } });
  const onFeed = aPage({ hits: { 'post.a': 1 } });
  const pages = [1, 1, 1, 1, 1, 1, 0, 0, 0].flatMap((hit) => [onThread(hit), onFeed]);
  expect(findLostSelectors(afterPages(...pages))).toEqual([{ name: 'post.a', kinds: ['thread'] }]);
});

test.each([
  ['a word', { ...aPage(), text: 'My lamp flickers' }],
  ['a sentence for a name', aPage({ hits: { 'My lamp flickers': 1 } })],
  ['less than nothing', aPage({ found: -1 })],
  ['too many selectors', aPage({ hits: manyHits(201, 'post') })],
  ['a name that no adapter has', aPage({ hits: { 'post.s1': 1 } })],
])('a page that tells %s is refused', (_what, page) => {
  expect(pageHealthSchema.safeParse(page).success).toBe(false);
});
