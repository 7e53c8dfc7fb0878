import { describe, expect, test } from 'vitest';
import {
  addPage,
  findBlindKinds,
  findLostSelectors,
  pageHealthSchema,
  siteHealthSchema,
} from './site-health.ts';
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
  expect(health.kinds.feed).toEqual({ pages: 5, blind: 4, blindInRow: 1, blindSince: 4 });
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

test('a thread of a forum without a post is blindness', () => {
  const thread = aPage({ kind: 'thread' });
  expect(findBlindKinds(healthOf('xenforo', thread, thread, thread))).toHaveLength(1);
});

test('kinds do not stand for each other', () => {
  const thread = aPage({ kind: 'thread', found: 2, read: 2 });
  expect(findBlindKinds(afterPages(aPage(), thread, aPage(), thread, aPage()))).toHaveLength(1);
});

test('each selector is counted by pages', () => {
  const health = afterPages(
    aPage({ hits: { 'post.a': 5, 'post.b': 0 } }),
    aPage({ hits: { 'post.a': 0, 'post.b': 0 } }),
  );
  expect(health.selectors).toEqual({
    'post.a': { hit: 1, missed: 1, missedInRow: 1 },
    'post.b': { hit: 0, missed: 2, missedInRow: 2 },
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

  test('does not fill the database', () => {
    const { selectors } = afterPages(flood('one'), flood('two'));
    expect(Object.keys(selectors)).toHaveLength(200);
  });

  test('drives out nothing that is seen again and again', () => {
    const real = aPage({ hits: { 'post.a': 1 } });
    const floods = ['one', 'two', 'three'].map((begin) => flood(begin, 200));
    const { selectors } = afterPages(real, real, ...floods);
    expect(selectors['post.a']).toMatchObject({ hit: 2 });
  });

  test('leaves room for what is told for the first time', () => {
    const { selectors } = afterPages(flood('one', 200), aPage({ hits: { 'post.a': 1 } }));
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
  expect(lostAfter(hits)).toEqual(isLost ? ['post.a'] : []);
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
