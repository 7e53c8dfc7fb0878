// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import { now } from '#utils/platform/clock.ts';
import type { SentLink } from '#utils/sites/adapter.ts';
import { createSentWatch, INTENT_MS, type SentReply } from '#utils/spotting/sent-watch.ts';
import { createToastWatch } from './toast-watch.ts';

const link: SentLink = { id: '2', handle: 'ben_acme', permalink: '', time: null };
const target = aPost();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page on which a person has just pressed Send, and what the site says there. */
function aPage(hasLinks = true) {
  const said: SentLink[] = [];
  const findSentLinks = vi.fn<() => SentLink[]>(() => [...said]);
  const onSent = vi.fn<(sent: SentReply) => void>();
  const sentWatch = createSentWatch();
  const toasts = createToastWatch({
    doc: document,
    adapter: hasLinks ? { findSentLinks } : {},
    url: () => new URL('https://x.com/home'),
    account: () => null,
    isOwnHandle: (handle) => handle === 'ben_acme',
    sentWatch,
    onSent,
  });
  const press = (text = 'Please rinse it.') => {
    sentWatch.noteIntent({ target, text, at: now() }, toasts.shown());
    toasts.start();
  };
  return { said, findSentLinks, onSent, toasts, press };
}

test('what is said after the press proves the reply, and nobody looks any more', () => {
  const { said, findSentLinks, onSent, press } = aPage();
  press();
  vi.advanceTimersByTime(2_000);
  expect(onSent).not.toHaveBeenCalled();
  said.push(link);
  vi.advanceTimersByTime(500);
  expect(onSent).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
  findSentLinks.mockClear();
  vi.advanceTimersByTime(INTENT_MS);
  expect(findSentLinks).not.toHaveBeenCalled();
});

test('what was said before the press proves nothing', () => {
  const { said, onSent, press } = aPage();
  said.push(link);
  press();
  vi.advanceTimersByTime(2_000);
  expect(onSent).not.toHaveBeenCalled();
});

test('what was written is told as a page would show it', () => {
  const { said, onSent, press } = aPage();
  press(`Please  rinse it.\u200B\n\n${'a'.repeat(POST_TEXT_MAX)}`);
  said.push(link);
  vi.advanceTimersByTime(500);
  const [{ post } = { post: target }] = onSent.mock.calls[0] ?? [];
  expect(post.text.slice(0, 20)).toBe('Please rinse it.\n\naa');
  expect(post.text).toHaveLength(POST_TEXT_MAX);
});

test('nobody looks before a press, when its time has passed, or once stopped', () => {
  const { press, toasts } = aPage();
  expect(vi.getTimerCount()).toBe(0);
  press();
  press();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(INTENT_MS + 500);
  expect(vi.getTimerCount()).toBe(0);
  press();
  expect(vi.getTimerCount()).toBe(1);
  toasts.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('nobody looks on a site that says nothing', () => {
  const { press } = aPage(false);
  press();
  expect(vi.getTimerCount()).toBe(0);
});
