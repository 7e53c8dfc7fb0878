// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import { now } from '#utils/platform/clock.ts';
import type { SentLink, SiteAdapter } from '#utils/sites/adapter.ts';
import { createSentWatch, INTENT_MS, type SentReply } from '#utils/spotting/sent-watch.ts';
import { createProofWatch } from './proof-watch.ts';

const link: SentLink = { id: '2', handle: 'ben_acme', permalink: '', time: null };
const target = aPost();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page on which a person has just pressed Send, and what the site says there. */
function aPage() {
  const said: SentLink[] = [];
  const findSentLinks = vi.fn<() => SentLink[]>(() => [...said]);
  const onSent = vi.fn<(sent: SentReply) => void>();
  const sentWatch = createSentWatch();
  const proofs = createProofWatch({
    doc: document,
    adapter: { findSentLinks },
    url: () => new URL('https://x.com/home'),
    account: () => null,
    isOwnHandle: (handle) => handle === 'ben_acme',
    sentWatch,
    onSent,
  });
  const press = (text = 'Please rinse it.') => {
    proofs.begin({ target, text, at: now() });
  };
  return { said, findSentLinks, onSent, proofs, press };
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
  const { press, proofs } = aPage();
  expect(vi.getTimerCount()).toBe(0);
  press();
  press();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(INTENT_MS + 500);
  expect(vi.getTimerCount()).toBe(0);
  press();
  expect(vi.getTimerCount()).toBe(1);
  proofs.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer that only its text tells is looked for, and what stood there before is none', () => {
  const shown = [
    aPost({ id: '3.answer', parentId: target.id, text: 'Please rinse it.', time: null }),
  ];
  const findSentPosts = vi.fn<NonNullable<SiteAdapter['findSentPosts']>>(() => [...shown]);
  const begin = (isResumed: boolean) => {
    const onSent = vi.fn<(sent: SentReply) => void>();
    const proofs = createProofWatch({
      doc: document,
      adapter: { findSentPosts },
      url: () => new URL('https://www.google.com/local/business/1/customers/reviews'),
      account: () => null,
      isOwnHandle: () => false,
      sentWatch: createSentWatch(),
      onSent,
    });
    proofs.begin({ target, text: 'Please rinse it.', at: now() }, isResumed);
    return onSent;
  };
  const first = begin(false);
  vi.advanceTimersByTime(2_000);
  expect(first).not.toHaveBeenCalled();
  expect(findSentPosts.mock.lastCall?.[2]).toMatchObject([{ target, text: 'Please rinse it.' }]);
  const resumed = begin(true);
  vi.advanceTimersByTime(500);
  expect(resumed).toHaveBeenCalledOnce();
});
