/** A site that has changed its markup: the panel says so, a lead mends it for the team, its posts are read again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';

const feed = readFileSync(join(import.meta.dirname, '../sites/x/feed/page.html'), 'utf8');
const changed = feed.replaceAll('data-testid="tweet"', 'data-testid="p0st"');

/** The home page of X as it is served since today, in a tab of its own. */
async function openChangedHome({ context }: Teammate): Promise<Page> {
  const home = await context.newPage();
  await home.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: changed, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  await openHome(home);
  return home;
}

async function openHome(page: Page): Promise<void> {
  await page.goto('https://x.com/home', { waitUntil: 'domcontentloaded' });
}

/** Whose adapters read the pages that are open in a browser, as its worker knows. */
async function readersOf({ context }: Teammate): Promise<string[]> {
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };
    };
    const stored = Object.entries(await chrome.storage.session.get(null));
    return stored.flatMap(([key, value]) =>
      /^page:\d+$/.test(key) ? [(value as { site: string }).site] : [],
    );
  });
}

/** How many home pages of X were counted in the browser of this page of ours. */
function countPages(own: Page): Promise<number> {
  return own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<{ value: SiteHealth[] }> } };
    };
    const { value } = await chrome.runtime.sendMessage({ name: 'siteHealth.list', request: null });
    return value.find(({ id }) => id === 'x')?.kinds.feed?.pages ?? 0;
  });
}

/** Changes the selector of a post, tries it on the page and saves it. */
async function mend(options: Page, selector: string, told: RegExp): Promise<void> {
  await options.getByLabel('post.post', { exact: true }).fill(selector);
  await options.getByRole('button', { name: 'Try on this page' }).click();
  await expect(options.getByText(told)).toBeVisible();
  await options.getByRole('button', { name: 'Save for the team' }).click();
  await expect(options.getByText(/^Saved for the team/)).toBeVisible();
}

test('a lead mends a site that is not read any more', async ({ team }) => {
  test.setTimeout(150_000);
  const brand = { name: 'Acme', handles: ['acmecare'], contextWords: [] };
  const sites = [{ label: /^Read X$/, patterns: siteFacts.x.origins }];
  const ana = await team.join('Ana', { brand, sites });
  const ben = await team.join('Ben', { sites });
  const bensHome = await openChangedHome(ben);
  const home = await openChangedHome(ana);
  const panel = await ana.openPanel(home);
  const note = panel.getByRole('region', { name: 'A site that is not read' });
  for (let visit = 0; visit < 3; visit += 1) {
    await expect(note).toHaveCount(0);
    await home.bringToFront();
    const before = await countPages(panel);
    await openHome(home);
    // Counted once a visit, when the page had its time to come.
    await expect.poll(() => countPages(panel), { timeout: 25_000 }).toBeGreaterThan(before);
  }
  await panel.bringToFront();
  await expect(note).toContainText(/X: no posts read on [34] home pages since/, {
    timeout: 20_000,
  });

  await test.step('the board says so too', async () => {
    const [board] = await Promise.all([
      ana.context.waitForEvent('page'),
      panel.getByRole('button', { name: 'Open the board' }).click(),
    ]);
    const sites = board.getByRole('region', { name: 'Sites that are not read' });
    await expect(sites).toContainText(/X: no posts read on [34] home pages since/);
    await board.screenshot({ path: 'data/pictures/board-blind.png' });
    await sites.getByRole('button', { name: 'Copy report of X' }).click();
    await expect(sites).toContainText('Copied. Send it to a lead');
    await ana.context.grantPermissions(['clipboard-read']);
    const report = await board.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/^ {2}feed: [34] pages, [34] without a post, the last [34] in a row/m);
    expect(report).not.toMatch(/kettle|https?:/i);
    await board.close();
  });

  const [options] = await Promise.all([
    ana.context.waitForEvent('page'),
    note.getByRole('button', { name: 'Change selectors' }).click(),
  ]);
  await expect(options.getByText('As it is now: 0 posts found, 0 read.')).toBeVisible();
  await test.step('a mend that finds nothing changes nothing for a teammate', async () => {
    await mend(options, 'article[data-testid="gone"]', /^With your changes: 0 posts found/);
    await expect(options.getByText('Version 1', { exact: false })).toBeVisible();
    expect(await readersOf(ben)).toEqual(['generic']);
    expect(await readChips(bensHome)).toEqual([]);
  });

  await test.step('a good one lets the teammate’s open page be read', async () => {
    await mend(options, 'article[data-testid="p0st"]', /^With your changes: [1-9]\d* posts found/);
    await options.screenshot({ path: 'data/pictures/mending.png', fullPage: true });
    await expect(options.getByText(/^Ana changed 1 selector, .* ago\.$/)).toBeVisible();
    await waitForChips(bensHome, (chips) => chips.some(({ state }) => state === 'open'));
    expect(await readersOf(ben)).toEqual(['x']);
  });

  await test.step('the lead’s own page is read too', async () => {
    await home.bringToFront();
    await waitForChips(home, (chips) => chips.some(({ state }) => state === 'open'));
  });

  await test.step('gone back to the version before, nobody’s page is read', async () => {
    await options.bringToFront();
    await options.getByRole('button', { name: 'Go back to version 1' }).click();
    await expect(options.getByText('Version 3', { exact: false })).toBeVisible();
    await waitForChips(bensHome, (chips) => chips.length === 0);
    await waitForChips(home, (chips) => chips.length === 0);
    // The teammate's page is counted again, and the adapter for all sites stands in as at first.
    await expect.poll(() => readersOf(ben), { timeout: 15_000 }).toEqual(['generic']);
  });
});
