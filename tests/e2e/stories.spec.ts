/** Saving customers' stories, with a picture, and what a team makes of them on the board. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

const PICTURES = 'data/pictures';

async function openPractice(who: Teammate, team: Team, account: string): Promise<Page> {
  const page = await who.context.newPage();
  await page.goto(`${team.server.url}/practice?as=${account}`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

async function keepPictures(who: Teammate): Promise<void> {
  const options = await who.openOwn('/options.html#library');
  const asked = options.getByRole('switch', { name: /Keep a picture/u });
  await asked.click();
  await expect(asked).toBeChecked();
  await options.close();
}

async function saveFromChip(page: Page): Promise<void> {
  await pressInChip(page, ({ state }) => state === 'open', /^More/u);
  await pressInChip(page, ({ state }) => state === 'open', /^Save as story/u);
}

/** As the browser tells it when somebody presses the keys; they cannot be pressed from outside. */
async function pressSaveKeys(who: Teammate, page: Page): Promise<void> {
  await who.context.serviceWorkers()[0]?.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        commands: { onCommand: { dispatch(command: string, tab: object): void } };
        tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
      };
    };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    chrome.commands.onCommand.dispatch('save-story', tab ?? {});
  }, page.url());
}

test('a post that one points at is saved by the keys, with a picture of it that teammates see', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  await keepPictures(ana);
  const page = await openPractice(ana, team, 'ana_acme');
  // The browser lets nobody see a page before our button was pressed there.
  await ana.pressToolbarButton(page);
  await page.getByText('Off topic: does anybody know').hover();
  await pressSaveKeys(ana, page);

  const board = await ben.openOwn('/board.html#stories');
  await board.getByRole('button', { name: /Off topic: does anybody know/u }).click();
  const picture = board.getByRole('img', { name: /as it stood on the page/u });
  await expect(picture).toBeVisible();
  const size = await picture.evaluate((image: HTMLImageElement) => [
    image.naturalWidth,
    image.naturalHeight,
  ]);
  const post = await page
    .getByText('Off topic: does anybody know')
    .evaluate((element) => element.closest('article')?.getBoundingClientRect());
  expect(size[0]).toBe(Math.round(post?.width ?? 0));
  expect(size[1]).toBe(Math.round(post?.height ?? 0));
  await board.screenshot({ path: `${PICTURES}/stories-picture.png` });

  await test.step('where pictures are not asked for none is taken', async () => {
    const other = await openPractice(ben, team, 'ben_acme');
    await ben.pressToolbarButton(other);
    await saveFromChip(other);
    await board.bringToFront();
    await expect(board.getByText('2 stories', { exact: true })).toBeVisible();
    await board.getByRole('button', { name: /lena_k/u }).click();
    await expect(board.getByRole('img', { name: /as it stood/u })).toHaveCount(0);
    await expect(board.getByText(/There is a picture/u)).toHaveCount(0);
  });
});

test('a team sorts its stories, asks for permission, and finds them again', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const page = await openPractice(ana, team, 'ana_acme');
  await page.getByText('Off topic: does anybody know').hover();
  await pressSaveKeys(ana, page);
  await saveFromChip(page);

  const board = await ana.openOwn('/board.html');
  await board.getByRole('tab', { name: /Stories/u }).click();
  await expect(board.getByText('2 stories', { exact: true })).toBeVisible();

  await test.step('both get a tag and a collection at once', async () => {
    await board.getByRole('button', { name: 'New collection' }).click();
    await board.getByLabel('Name of the collection').fill('Spring fair');
    await board.keyboard.press('Enter');
    await expect(board.getByRole('button', { name: /Spring fair/u })).toBeVisible();
    for (const box of await board.getByRole('checkbox').all()) await box.check();
    await board.getByLabel('Add tags').fill('kettle,');
    await board.getByLabel('Put into').selectOption('Spring fair');
    await expect(board.getByRole('button', { name: /^kettle 2/u })).toBeVisible();
    await expect(board.getByRole('button', { name: /^Spring fair 2/u })).toBeVisible();
    await board.screenshot({ path: `${PICTURES}/stories-bulk.png` });
  });

  await test.step('one is asked about, and answered', async () => {
    await board.getByRole('button', { name: /lena_k/u }).click();
    await board.getByLabel('What makes it a good story?').fill('From angry to delighted');
    await board.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(board.getByText('Saved.')).toBeVisible();
    await board.getByRole('button', { name: 'I have asked' }).click();
    await board.getByRole('button', { name: 'They said yes' }).click();
    await board.getByLabel('Their answer').fill('Sure, go ahead');
    await board.getByLabel('Link to the answer').fill('https://example.com/answer');
    await board.getByRole('button', { name: /^Note it/u }).click();
    await expect(board.getByText('it may be told')).toBeVisible();
    await board.screenshot({ path: `${PICTURES}/stories-granted.png` });
  });

  await test.step('a teammate finds it by a word of the note, with a slip, and by its state', async () => {
    const other = await ben.openOwn('/board.html#stories');
    await other.getByLabel('Search stories').fill('deligted');
    await expect(other.getByText('1 story of 2')).toBeVisible();
    await other.getByRole('button', { name: /lena_k/u }).click();
    await other.getByText('Steps so far').click();
    await expect(other.getByText('Sure, go ahead')).toBeVisible();
    await other.getByRole('button', { name: 'Clear filters' }).click();
    await other.getByRole('button', { name: /^Granted 1/u }).click();
    await expect(other.getByText('1 story of 2')).toBeVisible();
  });

  await test.step('it works on while the server is away, and the team has it later', async () => {
    await team.stopServer();
    await board.getByRole('button', { name: 'They took it back' }).click();
    await board.getByLabel('Their answer').fill('Please take it down');
    await board.getByRole('button', { name: /^Note it/u }).click();
    await expect(board.getByText(/took it back: it stays inside/u)).toBeVisible();
    await team.restartServer();
    const other = await ben.openOwn('/board.html#stories');
    await other.getByRole('button', { name: /^Withdrawn 1/u }).click({ timeout: 90_000 });
    await expect(other.getByText('1 story of 2')).toBeVisible({ timeout: 90_000 });
  });
});

test('a customer who thanks after an answer is offered as a story, which keeps the whole of it', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team, 'ana_acme');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Reply' }).first().click();
  await page.getByLabel('Reply to lena_k').fill('Hi, please clean the steam hole in the handle.');
  await page.getByRole('button', { name: 'Post reply' }).first().click();
  await waitForChips(page, ([first]) => first?.state === 'answered');
  const answer = page.locator('article', { hasText: 'please clean the steam hole' }).last();
  const parentId = (await answer.getAttribute('id'))?.replace('p-', '');
  await page.evaluate(
    async (sent) => {
      await fetch('/practice/posts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
    },
    { id: 'r-thanks', author: 'lena_k', parentId, text: 'That did it, thank you so much!' },
  );
  await page.reload();
  await waitForChips(page, ([first]) => first?.state === 'answered');

  const panel = await ana.openPanel(page);
  await panel
    .getByRole('button', { name: /lena_k/u })
    .first()
    .click();
  await expect(panel.getByText('lena_k thanked you. Worth a story?')).toBeVisible();
  await panel.screenshot({ path: `${PICTURES}/stories-offer.png` });
  await panel.getByRole('button', { name: 'Save as story' }).click();
  await panel.getByRole('button', { name: 'Save story' }).click();
  await expect(panel.getByText(/Story saved by/u)).toBeVisible();
  await expect(panel.getByText(/Worth a story/u)).toHaveCount(0);

  const board = await ana.openOwn('/board.html#stories');
  await board.getByRole('button', { name: /lena_k/u }).click();
  const arc = board.getByRole('listitem').filter({ hasText: /steam hole|That did it/u });
  await expect(arc).toHaveCount(2);
  await expect(arc.first()).toContainText('please clean the steam hole');
  await board.screenshot({ path: `${PICTURES}/stories-arc.png` });
});

test('stories go out into files and come back, and one leaves as a picture', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team, 'ana_acme');
  await saveFromChip(page);
  const board = await ana.openOwn('/board.html#stories');
  await board.getByRole('button', { name: /lena_k/u }).click();
  await board.getByLabel('What makes it a good story?').fill('Kept, said "Lena"');
  await board.getByRole('button', { name: 'Save', exact: true }).click();
  await board.getByLabel('Tags').fill('kettle, steam,');
  await expect(board.getByRole('button', { name: /^steam 1/u })).toBeVisible();

  const picked = async (menu: string, item: RegExp) => {
    const download = board.waitForEvent('download');
    await board.getByRole('button', { name: menu }).click();
    await board.getByRole('menuitem', { name: item }).click();
    return (await download).path();
  };
  const picture = readFileSync(await picked('Quote', /picture/u));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1_080);
  writeFileSync(`${PICTURES}/stories-quote-card.png`, picture);
  const csv = await picked('Export 1 story', /spreadsheet/u);
  expect(readFileSync(csv, 'utf8')).toContain('"kettle,steam"');
  const json = await picked('Export 1 story', /JSON/u);

  await board.getByRole('checkbox').check();
  await board.getByRole('button', { name: 'Remove', exact: true }).click();
  await board.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(board.getByText('No stories yet.')).toBeVisible();
  await board.getByLabel('Import a file').setInputFiles({
    name: 'stories.json',
    mimeType: 'application/json',
    buffer: readFileSync(json),
  });
  await expect(board.getByText(/1 new story/u)).toBeVisible();
  await board.screenshot({ path: `${PICTURES}/stories-import.png` });
  await board.getByRole('button', { name: 'Import 1 story' }).click();
  await expect(board.getByText('1 story imported.')).toBeVisible();
  await board.getByRole('button', { name: /lena_k/u }).click();
  await expect(board.getByLabel('What makes it a good story?')).toHaveValue('Kept, said "Lena"');
  await expect(board.getByRole('button', { name: /^steam 1/u })).toBeVisible();
});

test('a lead shares a collection with somebody outside, and ends that', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team, 'ana_acme');
  await saveFromChip(page);
  const board = await ana.openOwn('/board.html#stories');
  await board.getByRole('button', { name: 'New collection' }).click();
  await board.getByLabel('Name of the collection').fill('Spring fair');
  await board.keyboard.press('Enter');
  await board.getByRole('checkbox').check();
  await board.getByLabel('Put into').selectOption('Spring fair');
  await board.getByRole('button', { name: /^Spring fair 1/u }).click();
  await board.getByRole('button', { name: 'Share “Spring fair”' }).click();
  await board.getByRole('button', { name: 'Make a link' }).click();
  const link = await board.locator('.story-link').textContent();
  await expect(board.getByText(/^A link until/u)).toBeVisible();
  await board.screenshot({ path: `${PICTURES}/stories-share.png` });

  const outside = await ana.context.newPage();
  await outside.goto(link ?? '');
  await expect(outside.getByText('No story of it may be shown at present.')).toBeVisible();
  await board.bringToFront();
  await board.getByRole('button', { name: /lena_k/u }).click();
  await board.getByRole('button', { name: 'They said yes' }).click();
  await board.getByRole('button', { name: /^Note it/u }).click();
  await expect(board.getByText('it may be told')).toBeVisible();
  await expect(async () => {
    await outside.reload();
    await expect(outside.getByText(/stopped switching itself off/u)).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await outside.screenshot({ path: `${PICTURES}/stories-shared-page.png` });

  await board.getByRole('button', { name: 'End', exact: true }).click();
  await expect(board.getByText(/^A link until/u)).toHaveCount(0);
  await outside.reload();
  await expect(outside.getByText('This link has ended.')).toBeVisible();
});
