/** The board: the team's queue as it changes, what leads do in it, and the way back of each. */
import type { Page } from '@playwright/test';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

async function takePictures(board: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await board.emulateMedia({ colorScheme });
    await board.screenshot({ path: `${PICTURES}/board-${name}-${colorScheme}.png` });
  }
  await board.emulateMedia({ colorScheme: 'light' });
}

const view = (board: Page, name: string) =>
  board.getByRole('button', { name: new RegExp(`^${name} ?\\d`, 'u') });
const rows = (board: Page) => board.locator('[data-thread]');

test('a lead sees every thread as it is, and sends each where it belongs', async ({ team }) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const page = await ben.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ben_acme`);
  await waitForChips(page, (chips) => chips.length >= 4);
  const board = await ana.openOwn('/board.html');
  await board.setViewportSize({ width: 1_280, height: 800 });

  await test.step('all that wait stand there, with who wrote and how long ago', async () => {
    await expect(rows(board)).toHaveCount(4);
    await expect(view(board, 'Needs an answer')).toHaveAttribute('aria-pressed', 'true');
    await expect(board.locator('.queue-numbers')).toContainText(/unanswered\s*4/u);
    await takePictures(board, 'queue');
  });

  await test.step('a claim of a teammate is there at once, and what they write', async () => {
    await pressInChip(page, ({ state }) => state === 'open', /^Claim/u);
    await expect(rows(board)).toHaveCount(3);
    await view(board, 'Being answered').click();
    await expect(rows(board)).toContainText(/Claimed · Ben · \d+ min left/u);
    await view(board, 'All open').click();
    await expect(rows(board)).toHaveCount(4);
  });

  await test.step('a thread is given to a teammate with a note, who sees both', async () => {
    await view(board, 'Needs an answer').click();
    await rows(board).first().click();
    const thread = board.getByRole('region', { name: 'Thread', exact: true });
    await thread.getByLabel('For').selectOption({ label: 'Ben' });
    await expect(board.getByText('1 thread now for Ben.')).toBeVisible();
    await thread.getByRole('button', { name: 'Add a note' }).click();
    await thread.getByLabel('Note for whoever takes it up').fill('Ask for the receipt');
    await thread.getByRole('button', { name: 'Save note' }).click();
    await expect(thread.getByText('Ask for the receipt', { exact: true })).toBeVisible();
    await takePictures(board, 'chosen');
    const bens = await ben.openOwn('/board.html');
    await view(bens, 'Mine').click();
    await expect(rows(bens).filter({ hasText: 'for you' })).toHaveCount(1);
    await rows(bens).filter({ hasText: 'for you' }).click();
    await expect(bens.getByText('Ask for the receipt', { exact: true })).toBeVisible();
    await bens.close();
  });

  await test.step('by the keys: marked, raised, taken back, put off', async () => {
    await view(board, 'Needs an answer').click();
    await rows(board).first().click();
    await board.keyboard.press('x');
    await board.keyboard.press('j');
    await board.keyboard.press('x');
    await expect(board.getByText('2 threads chosen')).toBeVisible();
    await takePictures(board, 'several');
    await board.keyboard.press('p');
    await expect(board.getByLabel('Priority')).toBeFocused();
    await board.getByLabel('Priority').selectOption('High');
    await expect(board.getByText('2 threads at high priority.')).toBeVisible();
    await expect(rows(board).filter({ hasText: 'High' })).toHaveCount(2);
    await board.getByLabel('Priority').blur();
    await board.keyboard.press('u');
    await expect(rows(board).filter({ hasText: 'High' })).toHaveCount(0);
    await board.keyboard.press('z');
    await board.getByRole('menuitem', { name: 'Until tomorrow, 9:00' }).click();
    await expect(rows(board)).toHaveCount(1);
    await rows(board).first().click();
    await board.keyboard.press('z');
    await board.getByRole('menuitem', { name: 'For an hour' }).click();
    await expect(board.getByText('Nobody waits for an answer.')).toBeVisible();
    await view(board, 'Put off').click();
    await expect(rows(board)).toHaveCount(3);
    await takePictures(board, 'put-off');
  });

  await test.step('a desk is made, a thread sent there, and its clock runs', async () => {
    const options = await ana.openOwn('/options.html#desks');
    await options.getByRole('button', { name: 'Add a desk' }).click();
    await options.getByLabel('Name').fill('Support');
    for (const day of [
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]) {
      await options.getByLabel(day).fill('0–24');
    }
    await options.getByLabel('First answer within').fill('3 h');
    await options.screenshot({ path: `${PICTURES}/board-desk.png`, fullPage: true });
    await options.getByRole('button', { name: 'Save desk' }).click();
    await expect(options.getByText('First answer within 3 h')).toBeVisible();
    await options.close();
    await rows(board).first().click();
    const thread = board.getByRole('region', { name: 'Thread', exact: true });
    await thread.getByLabel('Desk').selectOption({ label: 'Support' });
    await expect(rows(board).filter({ hasText: 'due in' })).toContainText(
      /due in (?:2 h|179 min)/u,
    );
    await expect(view(board, 'Support')).toBeVisible();
    await takePictures(board, 'clock');
  });

  await test.step('several are set aside, and brought back', async () => {
    await board.getByRole('checkbox').first().check();
    await board.getByRole('button', { name: 'All 3' }).click();
    await board.getByRole('button', { name: 'Set aside…' }).click();
    await board.getByRole('menuitem').first().click();
    await expect(board.getByText('3 threads set aside.')).toBeVisible();
    await view(board, 'Closed').click();
    await expect(rows(board).filter({ hasText: 'Set aside' })).toHaveCount(3);
    await board.keyboard.press('u');
    await expect(rows(board)).toHaveCount(0);
    await view(board, 'All open').click();
    await expect(rows(board)).toHaveCount(4);
  });

  await test.step('a filter kept under a name is there for the whole team', async () => {
    await view(board, 'All open').click();
    await view(board, 'Nobody').click();
    await board.getByRole('button', { name: 'Save this view' }).click();
    await board.getByLabel('Name of the view').fill('Nobody has it');
    await board.getByRole('button', { name: 'Save', exact: true }).click();
    const bens = await ben.openOwn('/board.html');
    await expect(view(bens, 'Nobody has it')).toBeVisible();
    await bens.close();
  });
});
