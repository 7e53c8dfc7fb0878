// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import type { PageHealth } from '#utils/model/site-health.ts';
import { watchHealth } from './health-watch.ts';

let address = '';
let told: PageHealth[] = [];
let moves = 0;
let isPrivate = false;
let visibility = 'visible';

beforeEach(() => {
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(
    () => visibility as DocumentVisibilityState,
  );
  vi.useFakeTimers();
  address = 'https://x.com/home';
  told = [];
  moves = 0;
  isPrivate = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aWatch(onMoved = () => {}, adapter = {}) {
  return watchHealth({
    doc: document,
    adapter: {
      id: 'x',
      selectors: { page: { post: 'article', author: 'b' } },
      pageKind: () => 'feed',
      isPrivate: () => isPrivate,
      findPosts: (root) => [...root.querySelectorAll('article')],
      readPost: (element) => (element.textContent ? aPost() : null),
      ...adapter,
    },
    url: () => new URL(address),
    onMoved() {
      moves += 1;
      onMoved();
    },
    tell: (health) => told.push(health),
  });
}

test('a page is counted once it had time to come, and once only', () => {
  document.body.innerHTML = '<article>My lamp</article><article></article>';
  const watch = aWatch();
  watch.look();
  vi.advanceTimersByTime(7_999);
  watch.look();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  watch.look();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([
    { kind: 'feed', found: 2, read: 1, hits: { 'page.post': 1, 'page.author': 0 } },
  ]);
});

test('a new address is a new page; one that was left early is not counted', () => {
  const watch = aWatch();
  watch.look();
  vi.advanceTimersByTime(3_000);
  address = 'https://x.com/explore';
  watch.look();
  vi.advanceTimersByTime(9_000);
  expect(told).toHaveLength(1);
  expect(moves).toBe(1);
  address = 'https://x.com/explore#top';
  watch.look();
  vi.advanceTimersByTime(8_000);
  expect(told).toHaveLength(1);
});

test('a page that was left shortly before its count is not blamed for the next one', () => {
  document.body.innerHTML = '';
  const watch = aWatch();
  watch.look();
  vi.advanceTimersByTime(7_500);
  address = 'https://x.com/ada_example/status/1';
  vi.advanceTimersByTime(7_500);
  expect(told).toEqual([]);
  expect(moves).toBe(1);
  document.body.innerHTML = '<article>My lamp</article>';
  vi.advanceTimersByTime(2_000);
  expect(told).toMatchObject([{ found: 1, read: 1 }]);
});

test('what was counted of a page that is left before all of it is told says nothing', () => {
  document.body.innerHTML = '';
  const watch = aWatch();
  watch.look();
  // The posts are counted now, and the selectors one after the other.
  vi.advanceTimersToNextTimer();
  address = 'https://x.com/explore';
  document.body.innerHTML = '<article>My lamp</article>';
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
  expect(moves).toBe(1);
  vi.advanceTimersByTime(8_000);
  expect(told).toMatchObject([{ found: 1, read: 1 }]);
});

test('a page that is never read on purpose is not counted', () => {
  isPrivate = true;
  const watch = aWatch();
  watch.look();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});

test('nothing is counted after the end', () => {
  const watch = aWatch();
  watch.look();
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});

test('an end that comes of a move is one', () => {
  const watch = aWatch(() => watch.stop());
  watch.look();
  address = 'https://x.com/explore';
  watch.look();
  address = 'https://x.com/settings';
  watch.look();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  expect(moves).toBe(1);
});

test('of a huge page so many posts are counted as can be read in one go', () => {
  document.body.innerHTML = '<article>My lamp</article>'.repeat(1_000);
  const watch = aWatch();
  watch.look();
  vi.advanceTimersByTime(9_000);
  expect(told[0]).toMatchObject({ found: 30, read: 30 });
});

describe('a page of a kind that may show no post', () => {
  const youtube = {
    id: 'youtube',
    selectors: { page: { post: 'article', holder: 'section > *' } },
  };
  const comment = '<article>My lamp</article>';

  /** Opens a page, and shows something else 20 seconds later. */
  function openThenShow(html: string) {
    document.body.innerHTML = '<section></section>';
    const watch = aWatch(() => {}, youtube);
    watch.look();
    vi.advanceTimersByTime(20_000);
    document.body.innerHTML = html;
    return () => {
      watch.look();
      vi.advanceTimersByTime(15_000);
    };
  }

  test('is counted once more when something comes later', () => {
    const lookOn = openThenShow(`<section>${comment}</section>`);
    for (let looks = 0; looks < 4; looks += 1) lookOn();
    expect(told).toEqual([
      { kind: 'feed', found: 0, read: 0, held: false, hits: { 'page.post': 0, 'page.holder': 0 } },
      {
        kind: 'feed',
        found: 1,
        read: 1,
        isAgain: true,
        hits: { 'page.post': 1, 'page.holder': 1 },
      },
    ]);
  });

  test('tells what cannot be read', () => {
    openThenShow('<section><div>My lamp</div></section>')();
    expect(told.at(-1)).toMatchObject({ found: 0, read: 0, held: true, isAgain: true });
  });

  test.each([
    ['nothing', '<section></section>'],
    ['placeholders', '<section><div><i></i></div></section>'],
    ['a page that was left', '<div hidden><section><div>My lamp</div></section></div>'],
  ])('is counted once while there is %s', (_what, html) => {
    const lookOn = openThenShow(html);
    for (let looks = 0; looks < 4; looks += 1) lookOn();
    expect(told).toHaveLength(1);
  });

  test('is not counted once more in the background', () => {
    const lookOn = openThenShow(`<section>${comment}</section>`);
    visibility = 'hidden';
    lookOn();
    expect(told).toHaveLength(1);
    visibility = 'visible';
    lookOn();
    expect(told).toMatchObject([{ read: 0 }, { read: 1, isAgain: true }]);
  });
});

test('selectors by which shadow roots are read are counted in them', () => {
  document.body.innerHTML = '<div></div>';
  const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
  root?.append(document.createElement('article'));
  const selectors = { page: { post: 'article' }, box: { post: 'article' } };
  aWatch(() => {}, { selectors, deepTables: ['page'] }).look();
  vi.advanceTimersByTime(9_000);
  expect(told[0]?.hits).toEqual({ 'page.post': 1, 'box.post': 0 });
});
