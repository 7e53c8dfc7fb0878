// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from '#utils/platform/browser.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { deliverAdapter } from '#utils/sites/delivery.ts';
import { genericAdapter } from '#utils/sites/generic.ts';
import { createPageAnswers } from './page-answers.ts';

const row = { post: '.old' };
const xAdapter = {
  id: 'x',
  selectors: { row },
  findPosts: (root: ParentNode) => [...root.querySelectorAll(row.post)],
  readPost: () => ({}),
} as unknown as SiteAdapter;

/** A page of X on which the adapter of all sites has taken over. */
function answersAt(address: string) {
  const url = () => new URL(address);
  return createPageAnswers({ doc: document, adapter: genericAdapter, url } as never);
}

beforeEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '<p class="new">Hi</p>';
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => {
    deliverAdapter(xAdapter);
    return { ok: true, value: null };
  });
});

test('selectors of a blind site are tried with its own adapter', async () => {
  const wanted = { 'row.post': '.new' };
  const asked = { site: 'x' as const, now: {}, wanted };
  expect(await answersAt('https://x.com/home')['page.trySelectors'](asked)).toEqual({
    found: 1,
    read: 1,
    hits: { 'row.post': 1 },
    selectors: wanted,
  });
  expect(row).toEqual({ post: '.old' });
});

test('a page says that it is of another site', async () => {
  const asked = { site: 'reddit' as const, now: {}, wanted: {} };
  await expect(answersAt('https://x.com/home')['page.trySelectors'](asked)).rejects.toThrow(
    'This page is not of that site.',
  );
});
