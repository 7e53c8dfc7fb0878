/** A draft is put before the team and comes back approved, in two real browsers; nobody is kept from sending. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');
const draft = 'Hi Lena, please rinse the steam hole in the handle with warm water.';

async function openBoth(teammate: Teammate, team: Team, handle: string) {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice?as=${handle}`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return { page, panel: await teammate.openPanel(page) };
}

const openThread = (panel: Page) =>
  panel
    .getByRole('button', { name: /lena_k/ })
    .first()
    .click();

async function write(panel: Page, text: string): Promise<void> {
  await panel.getByRole('button', { name: 'Write an answer' }).first().click();
  await panel.getByLabel('Your answer').fill(text);
}

const look = (panel: Page) => panel.getByRole('region', { name: 'Second look', exact: true });

test('a draft is approved by a teammate and goes in as it was approved', async ({ team }) => {
  const ana = await openBoth(await team.join('Ana'), team, 'ana_acme');
  const ben = await openBoth(await team.join('Ben'), team, 'ben_acme');

  await test.step('Ana asks', async () => {
    await openThread(ana.panel);
    await write(ana.panel, draft);
    await ana.panel.getByRole('button', { name: 'Ask for a second look' }).click();
    await ana.panel.getByLabel('What should they look at?').fill('Is warm right?');
    await ana.panel.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(look(ana.panel)).toContainText('You asked for a second look');
  });

  await test.step('Ben is led to it and sends it back', async () => {
    await ben.panel.bringToFront();
    await ben.panel.getByRole('button', { name: /^Open: Ana asks for a second look/ }).click();
    await expect(look(ben.panel)).toContainText(draft);
    await expect(look(ben.panel)).toContainText('Is warm right?');
    await ben.panel.screenshot({ path: join(pictures, 'second-look-asked.png') });
    await ben.panel.getByRole('button', { name: 'Edit a copy' }).click();
    await ben.panel.getByLabel('What do you say?').fill(draft.replace('warm', 'cold'));
    await ben.panel.getByRole('button', { name: 'Ask for changes' }).click();
  });

  await test.step('Ana takes his words and asks again', async () => {
    await ana.panel.bringToFront();
    await expect(look(ana.panel)).toContainText('Ben asks for changes');
    await ana.panel.getByRole('button', { name: 'Use this text' }).click();
    await expect(ana.panel.getByLabel('Your answer')).toHaveValue(/cold/);
    await ana.panel.getByRole('button', { name: 'Ask again' }).click();
    await ana.panel.getByRole('button', { name: 'Ask', exact: true }).click();
  });

  await test.step('Ben approves', async () => {
    await ben.panel.bringToFront();
    await expect(look(ben.panel)).toContainText('Ana asks for a second look');
    await ben.panel.getByRole('button', { name: 'Approve' }).click();
    await expect(look(ben.panel)).toContainText('You approved it');
  });

  await test.step('Ana hears of it, also from the list', async () => {
    await ana.panel.bringToFront();
    await expect(look(ana.panel)).toContainText('Ben approved it');
    await expect(ana.panel.getByText('Approved as it stands.')).toBeVisible();
    await ana.panel.getByLabel('Your answer').fill('Something else.');
    await expect(ana.panel.getByText('Changed since it was approved.')).toBeVisible();
    await ana.panel.screenshot({ path: join(pictures, 'second-look-approved.png') });
    await ana.panel.getByRole('button', { name: 'Back to the list' }).click();
    await ana.panel.getByRole('button', { name: /^Open: Ben approved your draft/ }).click();
  });

  await test.step('and puts in what was approved, which ends it when it is sent', async () => {
    await ana.page.bringToFront();
    await ana.page.getByRole('button', { name: 'Reply' }).first().click();
    await ana.panel.bringToFront();
    await look(ana.panel).getByRole('button', { name: 'Insert' }).click();
    await ana.page.bringToFront();
    const box = ana.page.getByLabel('Reply to lena_k');
    await expect(box).toHaveValue(draft.replace('warm', 'cold'));
    await ana.page.getByRole('button', { name: 'Post reply' }).first().click();
    await ben.panel.bringToFront();
    await expect(look(ben.panel)).toBeHidden();
    await expect(ben.panel.getByText(/^Ana answered \d/u)).toBeVisible();
  });
});

test('while the server is away it waits, and says so', async ({ team }) => {
  const ana = await openBoth(await team.join('Ana'), team, 'ana_acme');
  const ben = await openBoth(await team.join('Ben'), team, 'ben_acme');
  await openThread(ana.panel);
  await write(ana.panel, draft);
  await team.stopServer();
  await ana.panel.getByRole('button', { name: 'Ask for a second look' }).click();
  await ana.panel.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(look(ana.panel)).toContainText('waits and is sent when it can', { timeout: 30_000 });
  await team.restartServer();
  await ben.panel.bringToFront();
  await expect(
    ben.panel.getByRole('button', { name: /^Open: Ana asks for a second look/ }),
  ).toBeVisible({ timeout: 45_000 });
});
