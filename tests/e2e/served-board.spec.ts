/** The board from the team's server, for a lead without the extension: in a browser that has none. */
import { chromium } from '@playwright/test';
import { aSighting } from '#server/testing/builders.ts';
import { joinAs } from '#server/testing/test-device.ts';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

test('a lead without the extension sees the queue live, and acts in it', async ({ team }) => {
  test.setTimeout(120_000);
  const owner = await joinAs(team.server.ownerLink ?? '', 'Ana');
  await owner.push(
    ...['My Acme kettle stopped.', 'Acme, where is my order?'].map((text, at) =>
      aSighting({ id: `${at}`, text, author: { handle: `customer_${at}` }, time: Date.now() }),
    ),
  );
  const browser = await chromium.launch({
    executablePath: needChromium(() => undefined),
    args: chromiumFlags,
  });
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const board = await context.newPage();
  const faults: string[] = [];
  board.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  board.on('pageerror', (error) => faults.push(error.message));
  const invite = (await team.server.invite('lead')).link;
  await board.goto(`${team.server.url}/board#${new URL(invite).hash.slice(1)}`);
  await board.getByLabel('Your name').fill('Lea');
  await board.screenshot({ path: `${PICTURES}/served-join.png` });
  await board.getByRole('button', { name: 'Join' }).click();
  await expect(board.locator('[data-thread]')).toHaveCount(2);
  await board.screenshot({ path: `${PICTURES}/served-board.png` });
  await owner.push(aSighting({ id: '9', text: 'Acme, help!', author: { handle: 'late' } }));
  await expect(board.locator('[data-thread]')).toHaveCount(3);
  await board.locator('[data-thread]').first().click();
  await board.getByRole('button', { name: 'Claim' }).click();
  await expect(board.getByText(/Yours/u).first()).toBeVisible();
  expect(faults).toEqual([]);
  await browser.close();
});
