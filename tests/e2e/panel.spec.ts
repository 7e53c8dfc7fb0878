import type { Page } from '@playwright/test';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

interface Targets {
  targetInfos: { type: string; url: string }[];
}

/** Addresses of everything that is open, the browser's own side panel included. */
async function listOpen(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { targetInfos } = (await session.send('Target.getTargets')) as Targets;
  await session.detach();
  return targetInfos.map(({ url }) => url);
}

test('a chip opens the browser’s side panel', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const panel = `chrome-extension://${ana.extensionId}/sidepanel.html`;
  expect(await listOpen(page)).not.toContain(panel);
  await pressInChip(page, ({ state }) => state === 'open', /^More$/);
  await pressInChip(page, ({ state }) => state === 'open', /^Open in Hearback$/);
  await expect.poll(() => listOpen(page)).toContain(panel);
});

test('the popup shows the same views as the panel', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  for (const kind of ['popup', 'sidepanel'] as const) {
    const view = await ana.openPanel(page, kind);
    await view.setViewportSize({ width: 380, height: 600 });
    await expect(view.getByRole('tab', { name: /On this page/ })).toBeVisible();
    await view
      .getByRole('button', { name: /lena_k/ })
      .first()
      .click();
    await expect(view.getByText('Nobody from the team has answered')).toBeVisible();
    const overflow = await view.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});

test('a page that Hearback does not read says so and leads to the options', async ({ team }) => {
  const ana = await team.join('Ana');
  const panel = await ana.openOwn('/sidepanel.html?tab=999999');
  await expect(panel.getByText('Hearback does not read this page.')).toBeVisible();
  const [options] = await Promise.all([
    ana.context.waitForEvent('page'),
    panel.getByRole('button', { name: 'Open Options' }).click(),
  ]);
  await expect(options.getByRole('heading', { name: 'Hearback options' })).toBeVisible();
});
