/** A site that nobody knows is pointed at, read in the panel, saved, and read from then on. */
import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { expect, test } from './fixtures.ts';

const post = (name: string, words: string) => `
  <div class="row css-1x2y3z"><p><a class="who" href="/people/${name}">${name}</a> <i>today</i></p>
    <div class="words" onclick="document.title = 'pressed'">${words}</div></div>`;
const board = `<!doctype html><html lang="en"><title>Board</title><body style="font: 16px sans-serif; margin: 32px">
  <h1>Lamps and kettles</h1><p><a href="/home">Home</a></p>
  ${post('ada', 'My Acme kettle boils over, and the lid will not close.')}
  ${post('ben', 'Mine never did. Did you clean it?')}
  ${post('cleo', 'The garden shows its first snow today.')}
  <textarea name="message" rows="3" cols="60"></textarea></body></html>`;

/** The board, in a tab of its own. */
async function openBoard({ context }: Teammate, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: board }));
  await page.goto(address);
  return page;
}

/** What lies in the middle of an element is clicked, whatever lies above it. */
async function pointAt(page: Page, css: string) {
  const box = await page.locator(css).first().boundingBox();
  if (!box) throw new Error(`no ${css}`);
  await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 4 });
  // A person's own pace: nothing is waited for by it.
  await page.waitForTimeout(200);
  await page.mouse.down();
  await page.mouse.up();
}

test('a lead teaches Hearback a site', async ({ team }, info) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const address = `${team.server.url}/board/7`;
  const bensPage = await openBoard(ben, address);
  const page = await openBoard(ana, address);
  const panel = await ana.openPanel(page);
  await panel.setViewportSize({ width: 380, height: 700 });
  await panel.getByRole('button', { name: 'Teach Hearback this site' }).click();
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(3);

  await pointAt(page, '.words');
  await pointAt(page, '.who');
  await page.mouse.move(60, 200, { steps: 3 });
  await pointAt(page, '.words');
  await page.screenshot({ path: info.outputPath('pointing.png') });
  // Link and time are left out.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await pointAt(page, 'textarea');
  await page.screenshot({ path: info.outputPath('done.png') });
  await page.keyboard.press('Enter');
  expect(await page.title()).toBe('Board');
  expect(await readChips(page)).toEqual([]);

  await panel.bringToFront();
  const card = panel.getByRole('region', { name: 'A site to be saved' });
  await expect(card.getByText('The page counts 3 posts, 3 with author and text.')).toBeVisible();
  expect(await card.getByRole('code').allTextContents()).toEqual([
    '.row',
    '.who',
    '.words',
    'textarea[name="message"]',
  ]);
  await panel.screenshot({ path: info.outputPath('card.png') });
  await card.getByRole('button', { name: 'Save for the team' }).click();
  await expect(card).toBeHidden();

  await page.bringToFront();
  await waitForChips(page, (chips) => chips.length === 1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
  await page.screenshot({ path: info.outputPath('taught.png') });
  await waitForChips(bensPage, (chips) => chips.length === 1);

  await test.step('an answer goes into the box that was pointed at', async () => {
    await panel.bringToFront();
    await panel.getByRole('button', { name: /ada/ }).first().click();
    await panel.getByRole('button', { name: 'Write an answer' }).first().click();
    await panel.getByLabel('Your answer').fill('Please clean the lid.');
    await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
    await expect(page.locator('textarea')).toHaveValue('Please clean the lid.');
    expect(await page.title()).toBe('Board');
  });

  await test.step('forgotten, the site is read by nobody', async () => {
    const { host } = new URL(address);
    const options = await ana.openOwn('/options.html#sites');
    await options.getByRole('button', { name: `Change selectors of ${host}` }).click();
    await options.getByRole('button', { name: 'Forget what was taught' }).click();
    const dialog = options.getByRole('dialog', { name: `Forget how to read ${host}?` });
    await dialog.getByRole('button', { name: 'Forget what was taught' }).click();
    await expect(dialog).toBeHidden();
    for (const one of [page, bensPage]) await waitForChips(one, (chips) => chips.length === 0);
  });
});
