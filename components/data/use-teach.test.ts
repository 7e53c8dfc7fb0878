// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ResponseOf } from '#utils/messages/map.ts';
import { browser } from '#utils/platform/browser.ts';
import type { PageTab } from './use-page-tab.ts';
import { useTeach } from './use-teach.ts';

const board = { id: 'generic@board.example', host: 'board.example', isTaught: false };
const lesson = { 'taught.post': '.row', 'taught.author': '.who', 'taught.text': '.words' };
const page = { site: 'generic' as const, threadIds: [], chosen: null, account: null };

/** What the background says of the page, and what it was asked. */
let said: ResponseOf<'teach.load'>;
let isAnswering: boolean;
let asked: { name: string; request: unknown }[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  isAnswering = true;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (raw: unknown) => {
    const { name } = raw as { name: string };
    asked.push(raw as { name: string; request: unknown });
    if (name === 'teamSite.try' && !isAnswering) {
      return { ok: false, error: { code: 'no_page', message: 'That tab shows another page.' } };
    }
    const trial = { found: 3, read: 3, hits: {}, selectors: {} };
    const answers: Record<string, unknown> = { 'teach.load': said, 'teamSite.try': trial };
    return { ok: true, value: answers[name] ?? null };
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(tab: PageTab) {
  const { result } = renderHook(() => useTeach(tab, 1));
  // What was proposed is tried once it has come.
  for (let answer = 0; answer < 2; answer += 1) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(0);
    });
  }
  return result;
}

test('a site that nobody knows can be taught', async () => {
  said = { ...board, selectors: null };
  const teach = await open({ tabId: 1, page });
  expect(teach.current).toMatchObject({ offer: null, isTaught: false });
});

test('a known site whose adapter sees nothing cannot, though the one for all sites reads it', async () => {
  said = null;
  const teach = await open({ tabId: 1, page });
  expect(teach.current).toBeNull();
});

test('nothing is said of a page that is gone', async () => {
  said = { ...board, selectors: lesson };
  const teach = await open({ tabId: 1, page: null });
  expect(teach.current).toBeNull();
});

test('a page that does not count what it holds is told apart from one that is asked', async () => {
  isAnswering = false;
  said = { ...board, selectors: lesson };
  const teach = await open({ tabId: 1, page });
  expect(teach.current?.offer?.trial).toBe('failed');
});

test('what is saved is what was shown', async () => {
  said = { ...board, isTaught: true, selectors: lesson };
  const teach = await open({ tabId: 1, page });
  expect(teach.current).toMatchObject({
    isTaught: true,
    offer: { host: 'board.example', trial: { found: 3, read: 3 } },
  });
  expect(teach.current?.offer?.parts.map(({ selector }) => selector)).toEqual([
    '.row',
    '.who',
    '.words',
  ]);
  await act(async () => {
    await teach.current?.onSave();
  });
  const { request } = asked.find(({ name }) => name === 'teamSite.save') ?? {};
  expect(request).toEqual({ id: 'generic@board.example', selectors: lesson });
});
