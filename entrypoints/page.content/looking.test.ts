// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noticeLooking } from './looking.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aPage() {
  document.body.replaceChildren(document.createElement('article'), document.createElement('p'));
  const [post, other] = document.body.children as unknown as [Element, Element];
  const told: string[] = [];
  const stop = noticeLooking({
    doc: document,
    threadAt: (node) => (node === post ? 'x:1' : undefined),
    tell: (threadId, kind) => told.push(`${kind} ${threadId}`),
  });
  const point = (at: Element) => at.dispatchEvent(new Event('pointerover', { bubbles: true }));
  return { post, other, told, stop, point };
}

describe('looking at a post', () => {
  test('is told once the pointer rests there', () => {
    const { post, other, told, point, stop } = aPage();
    point(post);
    vi.advanceTimersByTime(2_000);
    point(other);
    stop();
    expect(told).toEqual(['looking x:1', 'gone x:1']);
  });

  test('is not told by a pointer that only passes', () => {
    const { post, other, told, point, stop } = aPage();
    point(post);
    point(other);
    vi.advanceTimersByTime(5_000);
    stop();
    expect(told).toEqual([]);
  });

  test('ends with the page session', () => {
    const { post, told, point, stop } = aPage();
    point(post);
    vi.advanceTimersByTime(2_000);
    stop();
    vi.advanceTimersByTime(60_000);
    point(post);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['looking x:1', 'gone x:1']);
  });
});
