// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import type { PageHealth } from '#utils/model/site-health.ts';
import { watchHealth } from './health-watch.ts';

let address = '';
let told: PageHealth[] = [];
let moves = 0;
let isPrivate = false;

beforeEach(() => {
  vi.useFakeTimers();
  address = 'https://x.com/home';
  told = [];
  moves = 0;
  isPrivate = false;
});
afterEach(() => vi.useRealTimers());

function aWatch(onMoved = () => {}) {
  return watchHealth({
    doc: document,
    adapter: {
      selectors: { page: { post: 'article', author: 'b' } },
      pageKind: () => 'feed',
      isPrivate: () => isPrivate,
      findPosts: (root) => [...root.querySelectorAll('article')],
      readPost: (element) => (element.textContent ? aPost() : null),
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
    { kind: 'feed', found: 2, read: 1, hits: { 'page.post': 2, 'page.author': 0 } },
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
  expect(told[0]).toMatchObject({ found: 100, read: 100 });
});
