import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { saveMeta } from '#utils/db/meta.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { changePageState } from '../page-memory.ts';
import { createServices } from '../services.ts';
import { createSiteHealthHandlers } from './site-health.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const panel: Sender = { kind: 'page', tabId: null, origin: null };
const health = { kind: 'feed' as const, found: 9, read: 9, hits: {} };

let clock: number;

beforeEach(async () => {
  vi.restoreAllMocks();
  clock = 1_700_000_000_000;
  vi.spyOn(Date, 'now').mockImplementation(() => clock);
  await browser.storage.session.clear();
  for (const tabId of [1, 2]) {
    await changePageState(tabId, () => ({
      site: 'x',
      ownSite: 'x',
      origin: 'https://x.com',
      threadIds: [],
      chosen: null,
      account: null,
    }));
  }
});

test('a tab is counted once in five seconds, whatever its page tells', async () => {
  const worker = createSiteHealthHandlers(createServices(emptyDb()));
  const pages = async () => {
    const [x] = await worker['siteHealth.list'](null, panel);
    return x?.kinds.feed?.pages;
  };
  for (let told = 0; told < 3; told += 1) await worker['site.health'](health, onX);
  expect(await pages()).toBe(1);
  await worker['site.health'](health, { ...onX, tabId: 2 });
  expect(await pages()).toBe(2);
  clock += 4_999;
  await worker['site.health'](health, onX);
  expect(await pages()).toBe(2);
  clock += 1;
  await worker['site.health'](health, onX);
  expect(await pages()).toBe(3);
});

test('what an older version has counted is counted anew', async () => {
  const db = emptyDb();
  const tally = { pages: 7, blind: 0, blindInRow: 0, blindSince: null };
  const old = { since: 1, kinds: { feed: tally }, selectors: { 'post.a': { hit: 7 } } };
  const all = [
    { id: 'x', ...old },
    { id: 'reddit', ...old },
  ];
  await saveMeta(db, 'siteHealth', all as never);
  const worker = createSiteHealthHandlers(createServices(db));
  expect(await worker['siteHealth.list'](null, panel)).toEqual([]);
  await worker['site.health'](health, onX);
  expect(await worker['siteHealth.list'](null, panel)).toMatchObject([
    { id: 'x', kinds: { feed: { pages: 1 } } },
  ]);
});
