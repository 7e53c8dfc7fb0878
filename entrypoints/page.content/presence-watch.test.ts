// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPresence } from './presence-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aPage() {
  document.body.replaceChildren(document.createElement('article'), document.createElement('p'));
  const [post, other] = document.body.children as unknown as [Element, Element];
  const told: string[] = [];
  const watch = watchPresence({
    doc: document,
    now: () => Date.now(),
    threadAt: (node) => (node === post ? 'x:1' : undefined),
    tell: (threadId, kind) => told.push(`${kind} ${threadId}`),
  });
  const point = (at: Element) => at.dispatchEvent(new Event('pointerover', { bubbles: true }));
  return { post, other, told, watch, point };
}

/** Each word once, though it is told again while it lasts. */
const changes = (told: readonly string[]) => told.filter((word, at) => word !== told[at - 1]);

describe('looking at a post', () => {
  test('is told once the pointer rests there', () => {
    const { post, other, told, point, watch } = aPage();
    point(post);
    vi.advanceTimersByTime(2_000);
    point(other);
    watch.stop();
    expect(told).toEqual(['looking x:1', 'gone x:1']);
  });

  test('is not told by a pointer that only passes', () => {
    const { post, other, told, point, watch } = aPage();
    point(post);
    point(other);
    vi.advanceTimersByTime(5_000);
    watch.stop();
    expect(told).toEqual([]);
  });

  test('turns idle when nobody moves, then ends', () => {
    const { post, told, point, watch } = aPage();
    point(post);
    vi.advanceTimersByTime(6 * 60_000);
    expect(changes(told)).toEqual(['looking x:1', 'idle x:1', 'gone x:1']);
    watch.stop();
  });

  test('ends with the page session', () => {
    const { post, told, point, watch } = aPage();
    point(post);
    vi.advanceTimersByTime(2_000);
    watch.stop();
    point(post);
    vi.advanceTimersByTime(60_000);
    expect(changes(told)).toEqual(['looking x:1', 'gone x:1']);
  });

  test('is over at once when the page goes away', () => {
    const { post, told, point, watch } = aPage();
    point(post);
    vi.advanceTimersByTime(2_000);
    dispatchEvent(new Event('pagehide'));
    expect(told).toEqual(['looking x:1', 'gone x:1']);
    watch.stop();
  });
});

describe('writing', () => {
  test('outranks looking at the same thread', () => {
    const { post, told, point, watch } = aPage();
    watch.typed('x:1');
    point(post);
    vi.advanceTimersByTime(5_000);
    expect(changes(told)).toEqual(['typing x:1']);
    watch.stop();
  });

  test('becomes looking in a pause', () => {
    const { told, watch } = aPage();
    watch.typed('x:1');
    vi.advanceTimersByTime(20_000);
    expect(changes(told)).toEqual(['typing x:1', 'looking x:1']);
    watch.stop();
  });

  test('ends when the box is left', () => {
    const { told, watch } = aPage();
    watch.typed('x:1');
    watch.left('x:1');
    expect(told).toEqual(['typing x:1', 'gone x:1']);
    watch.stop();
  });

  test('tells nothing old after the machine has slept', () => {
    const { told, watch } = aPage();
    watch.typed('x:1');
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(10_000);
    expect(changes(told)).toEqual(['typing x:1', 'gone x:1']);
    watch.stop();
  });
});
