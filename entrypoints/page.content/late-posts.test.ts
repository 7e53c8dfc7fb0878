// @vitest-environment happy-dom
/** Posts that come when somebody scrolls down to them, on a site whose pages may show none. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aLine, aPageBackground, lineAdapter } from '#tests/support/a-page-background.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { startPageLife } from './page-life.ts';

const VIDEO = new URL('https://www.youtube.com/watch?v=aB3_dE-6gHi');

let background: ReturnType<typeof aPageBackground>;
let isBlind = true;
let end = () => {};

const youtube: SiteAdapter = {
  ...lineAdapter,
  id: 'youtube',
  selectors: { page: { holder: 'article' } },
  findPosts: (root) => (isBlind ? [] : lineAdapter.findPosts(root)),
};

beforeEach(async () => {
  vi.useFakeTimers();
  document.body.replaceChildren();
  background = aPageBackground();
  background.adapters = { youtube, generic: { ...lineAdapter, id: 'generic' } };
  isBlind = true;
  end = await startPageLife(document, () => VIDEO);
  await pass(40_000);
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const begun = () =>
  background.sent.filter(({ name }) => name === 'page.hello').map(({ request }) => request.site);

test('a page without posts keeps its own adapter', async () => {
  await pass(60_000);
  expect(begun()).toEqual(['youtube']);
});

test('where those that come cannot be read the adapter for all sites stands in', async () => {
  aLine('1', 'My Acme kettle stopped');
  await pass(30_000);
  expect(begun()).toEqual(['youtube', 'generic']);
});

test('where they can be read nothing stands in', async () => {
  isBlind = false;
  aLine('1', 'My Acme kettle stopped');
  await pass(60_000);
  expect(begun()).toEqual(['youtube']);
});
