/** A site that has changed its markup: the panel says so, a lead mends it for the team, its posts are read again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';

const feed = readFileSync(join(import.meta.dirname, '../sites/x/feed/page.html'), 'utf8');
const changed = feed.replaceAll('data-testid="tweet"', 'data-testid="p0st"');

/** A home page of X as it is served since today. */
async function openHome(page: Page): Promise<void> {
  await page.goto('https://x.com/home', { waitUntil: 'domcontentloaded' });
}

test('a lead mends a site that is not read any more', async ({ team }) => {
  test.setTimeout(120_000);
  const brand = { name: 'Acme', handles: ['acmecare'], contextWords: [] };
  const sites = [{ label: /^Read X$/, patterns: siteFacts.x.origins }];
  const ana = await team.join('Ana', { brand, sites });
  const home = await ana.context.newPage();
  await home.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: changed, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  await openHome(home);
  const panel = await ana.openPanel(home);
  const note = panel.getByRole('region', { name: 'A site that is not read' });
  for (let visit = 0; visit < 3; visit += 1) {
    await expect(note).toHaveCount(0);
    await home.bringToFront();
    await openHome(home);
    // Counted once a visit, when the page had its time to come.
    await home.waitForTimeout(9_500);
  }
  await panel.bringToFront();
  await expect(note).toContainText(/X: no posts read on [34] home pages since/, {
    timeout: 20_000,
  });

  const [options] = await Promise.all([
    ana.context.waitForEvent('page'),
    note.getByRole('button', { name: 'Change selectors' }).click(),
  ]);
  await expect(options.getByText('As it is now: 0 posts found, 0 read.')).toBeVisible();
  await options.getByLabel('post.post', { exact: true }).fill('article[data-testid="p0st"]');
  await options.getByRole('button', { name: 'Try on this page' }).click();
  await expect(options.getByText(/^With your changes: [1-9]\d* posts found, [1-9]/)).toBeVisible();
  await options.screenshot({ path: 'data/pictures/mending.png', fullPage: true });
  await options.getByRole('button', { name: 'Save for the team' }).click();
  await expect(options.getByText(/^Saved for the team/)).toBeVisible();
  await expect(options.getByText(/^Ana changed 1 selector, .* ago\.$/)).toBeVisible();

  await home.bringToFront();
  await openHome(home);
  await waitForChips(home, (chips) => chips.some(({ state }) => state === 'open'));
});
