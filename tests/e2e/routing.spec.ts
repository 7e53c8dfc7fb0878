/** Rules: made and tried by a lead, applied in the browser of whoever reads a mention first; partners who can help. */
import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

test('a rule that was tried sends new mentions where it says', async ({ team }) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const options = await ana.openOwn('/options.html#desks');
  await options.setViewportSize({ width: 1_280, height: 900 });
  await options.getByRole('button', { name: 'Add a desk' }).click();
  await options.getByLabel('Name').fill('Repairs');
  await options.getByRole('button', { name: 'Save desk' }).click();
  await options.getByRole('tab', { name: 'Rules' }).click();

  await test.step('a rule is filled in and said in plain words', async () => {
    await expect(options.getByText('No rules yet.')).toBeVisible();
    await options.getByRole('button', { name: 'Add a rule' }).click();
    await options.getByLabel('Words or phrases in it').fill('kettle, lid');
    await options.getByLabel('Desk').selectOption({ label: 'Repairs' });
    await options.getByLabel('Priority').selectOption({ label: 'High' });
    await options.screenshot({ path: `${PICTURES}/rules-form.png`, fullPage: true });
    await options.getByRole('button', { name: 'Done' }).click();
    await expect(
      options.getByText('Mentions that say “kettle” or “lid” go to Repairs and get high priority.'),
    ).toBeVisible();
    await expect(options.getByText('There is no mention yet to try them on.')).toBeVisible();
    await options.getByRole('button', { name: 'Save rules' }).click();
    await expect(options.getByText(/^Saved\./u)).toBeVisible();
  });

  await test.step('what a teammate reads from then on stands at the desk', async () => {
    const bens = await ben.openOwn('/options.html#rules');
    await expect(bens.getByText(/^Mentions that say “kettle”/u)).toBeVisible();
    await bens.close();
    const page = await ben.context.newPage();
    await page.goto(`${team.server.url}/practice?as=ben_acme`);
    await waitForChips(page, (chips) => chips.length >= 4);
    const board = await ana.openOwn('/board.html');
    await expect(board.locator('[data-thread]')).toHaveCount(4);
    await expect(
      board.locator('[data-thread]').filter({ hasText: 'Repairs' }).first(),
    ).toBeVisible();
    await expect(board.locator('[data-thread]').filter({ hasText: 'High' }).first()).toBeVisible();
    await board.close();
  });

  await test.step('a second rule is tried on what was read, before it is saved', async () => {
    await options.reload();
    await expect(options.getByText(/^Tried on the last 4 mentions/u)).toBeVisible();
    await options.getByRole('button', { name: 'Add a rule' }).click();
    await options.getByLabel('Words or phrases in it').fill('kettle');
    await options.getByLabel('Set aside').check();
    await options.getByLabel('Why').fill('Only kettles');
    await options.getByRole('button', { name: 'Done' }).click();
    await options
      .getByRole('button', { name: /^Move up: Mentions that say “kettle” are/u })
      .click();
    await expect(options.getByText('Moved to place 1 of 2.')).toBeVisible();
    await options.locator('details').first().locator('summary').click();
    await options.screenshot({ path: `${PICTURES}/rules-tried.png`, fullPage: true });
    await options.emulateMedia({ colorScheme: 'dark' });
    await options.screenshot({ path: `${PICTURES}/rules-tried-dark.png`, fullPage: true });
    await options.getByRole('button', { name: 'Discard changes' }).click();
    await expect(options.getByText(/Only kettles/u)).toBeHidden();
  });

  await test.step('a partner is there for the whole team', async () => {
    await options.getByRole('tab', { name: 'Partners' }).click();
    await options.getByRole('button', { name: 'Add a partner' }).click();
    await options.getByLabel('Name').fill('Example Post');
    await options.getByLabel('Helps with').fill('Parcels that do not arrive');
    await options.getByLabel('How customers reach them').fill('@example_post');
    await options.getByRole('button', { name: 'Save partner' }).click();
    const bens = await ben.openOwn('/options.html#partners');
    await expect(bens.getByText('Parcels that do not arrive')).toBeVisible();
    await bens.close();
  });
});
