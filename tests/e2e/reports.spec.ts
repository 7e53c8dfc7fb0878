/** Reports on the board: figures of what a team did, their tables and files, and a week in sentences. */
import { readFileSync } from 'node:fs';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

test('what a team did is counted, drawn, and taken elsewhere', async ({ team }) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 4);
  await pressInChip(page, ({ state }) => state === 'open', /^Claim/u);
  const board = await ana.openOwn('/board.html#reports');
  await board.setViewportSize({ width: 1_280, height: 900 });

  await test.step('each question has its answer in a sentence, and a chart', async () => {
    await expect(board.getByText('4 mentions; 0 % heard back (0 of 4).')).toBeVisible();
    await expect(board.locator('.report-chart canvas').first()).toBeVisible();
    await expect(board.getByText('No answer yet whose wait is known.')).toBeVisible();
  });

  await test.step('it changes with what is done, once it is read again', async () => {
    const threads = await ana.openOwn('/board.html');
    await threads.locator('[data-thread]').first().click();
    await threads.keyboard.press('x');
    await threads.getByRole('button', { name: 'Set aside…' }).click();
    await threads.getByRole('menuitem').first().click();
    await expect(threads.getByText('1 thread set aside.')).toBeVisible();
    await threads.close();
    await board.getByRole('button', { name: 'Read again' }).click();
    await expect(board.getByText('4 mentions; 0 % heard back (0 of 3).')).toBeVisible();
  });

  await test.step('the numbers stand in a table and a file', async () => {
    const card = board.locator('section', { hasText: 'How many customers wrote' }).last();
    await board.getByLabel('By', { exact: true }).selectOption({ label: 'Brand' });
    await card.getByText('Table', { exact: true }).click();
    await expect(card.getByRole('row', { name: /^Acme/u })).toContainText('4');
    await board.screenshot({ path: `${PICTURES}/reports-table.png` });
    const download = board.waitForEvent('download');
    await card.getByRole('button', { name: /^Save as CSV/u }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file.split('\r\n')).toEqual([
      'Brand,Mentions,Heard back,Set aside,Share that heard back',
      'Acme,4,0,1,0.0000',
    ]);
  });

  await test.step('a week reads as sentences, copied as Markdown', async () => {
    await board.getByRole('tab', { name: 'Weekly digest' }).click();
    await expect(board.getByText(/^0 mentions/u)).toBeVisible();
    await board.getByRole('button', { name: 'Week after' }).click();
    await expect(board.getByText(/^4 mentions\. 0 % heard back/u)).toBeVisible();
    await expect(board.getByRole('button', { name: 'Week after' })).toBeHidden();
    await board.screenshot({ path: `${PICTURES}/reports-digest.png` });
    const download = board.waitForEvent('download');
    await board.getByRole('button', { name: 'Save as Markdown' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toContain('- 4 mentions. 0 % heard back (0 of 3, 1 set aside).');
  });

  await test.step('the page stays where it was when it is loaded again', async () => {
    await board.reload();
    await expect(board.getByText('4 mentions; 0 % heard back (0 of 3).')).toBeVisible();
  });
});
