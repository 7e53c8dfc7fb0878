/** The board from the team's server, for a lead without the extension: in a browser that has none. */
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { buildBoard } from '#scripts/build-board.ts';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { aSighting } from '#server/testing/builders.ts';
import { joinAs } from '#server/testing/test-device.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

/** Whatever goes wrong in any page of it. */
function collectFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('page', (page: Page) => {
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });
  return faults;
}

test('a lead without the extension sees the queue live, acts in it, and leaves nothing behind', async ({
  team,
}) => {
  test.setTimeout(180_000);
  buildBoard();
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
  const faults = collectFaults(context);
  const board = await context.newPage();
  const rows = board.locator('[data-thread]');

  await test.step('joined with an invite, once', async () => {
    const invite = (await team.server.invite('lead')).link;
    await board.goto(`${team.server.url}/board#${new URL(invite).hash.slice(1)}`);
    await expect(board.getByLabel('Invite link')).toHaveValue(invite);
    expect(board.url()).not.toContain('#');
    await board.getByLabel('Your name').fill('Lea');
    await board.screenshot({ path: `${PICTURES}/served-join.png` });
    await board.getByRole('button', { name: 'Join' }).click();
    await expect(rows).toHaveCount(2);
    await board.reload();
    await expect(rows).toHaveCount(2);
  });

  await test.step('what happens is there at once, and a claim is granted', async () => {
    const late = aSighting({ id: '9', text: 'Acme, help!', author: { handle: 'late' } });
    await owner.push(late);
    await expect(rows).toHaveCount(3);
    await rows.filter({ hasText: 'late' }).click();
    await board.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(board.getByText(/You have it, until/u)).toBeVisible();
    await board.screenshot({ path: `${PICTURES}/served-board.png` });
  });

  await test.step('the options are there too, and go on when the board is closed', async () => {
    const opened = context.waitForEvent('page');
    await board.getByRole('button', { name: 'Options' }).click();
    const options = await opened;
    await expect(options.getByText('Connected with the team.')).toBeVisible();
    await expect(options.getByRole('tab', { name: 'Sites' })).toBeHidden();
    await board.close();
    await options.getByRole('tab', { name: 'Desks' }).click();
    await options.getByRole('button', { name: 'Add a desk' }).click();
    await options.getByLabel('Name').fill('Support');
    await options.getByRole('button', { name: 'Save desk' }).click();
    await expect(options.getByRole('heading', { name: 'Support' })).toBeVisible();
    const again = await context.newPage();
    await again.goto(`${team.server.url}/board`);
    await expect(again.locator('[data-thread]').first()).toBeVisible();
    await options.getByRole('tab', { name: 'Team' }).click();
    await options.getByRole('button', { name: 'Leave the team' }).click();
    await options.getByRole('dialog').getByRole('button', { name: /Leave/u }).click();
    await expect(options.getByText('Join your team')).toBeVisible();
    await expect(again.getByLabel('Invite link')).toHaveValue('');
    const left = await again.evaluate(async () => {
      const databases = await indexedDB.databases();
      return { databases: databases.map(({ name }) => name), local: JSON.stringify(localStorage) };
    });
    expect(left.local).not.toContain('Acme');
  });

  expect(faults).toEqual([]);
  await browser.close();
});
