/** What a mention is: said with its reason, corrected with one pick, learned by the whole team, forgotten when asked. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');
const colors = ['blue', 'red', 'green', 'white', 'black', 'gray'];
const wares = ['road', 'rocket', 'anvil', 'cliff', 'trap'];

/** A post by a customer on the practice page. */
async function post({ server }: Team, author: string, text: string): Promise<void> {
  const response = await fetch(`${server.url}/practice/posts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `r-${author}`, parentId: '1', author, text }),
  });
  expect(response.status).toBe(200);
}

const rowOf = (view: Page, author: string) =>
  view.locator('[data-thread]').filter({ hasText: author });
const what = (view: Page) => view.getByRole('region', { name: 'What it is' });

async function choose(view: Page, author: string): Promise<void> {
  const back = view.getByRole('button', { name: 'Back to the list' });
  if (await back.isVisible()) await back.click();
  await rowOf(view, author).click();
  await expect(what(view)).toBeVisible();
}

async function say(view: Page, name: string): Promise<void> {
  await what(view)
    .getByRole('button', { name: /Say what it is$/ })
    .click();
  await view.getByRole('menuitem', { name }).click();
}

async function takePictures(view: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await view.emulateMedia({ colorScheme });
    await view.screenshot({ path: join(pictures, `triage-${name}-${colorScheme}.png`) });
  }
  await view.emulateMedia({ colorScheme: 'light' });
}

test('a team says what mentions are, and the next ones are judged so', async ({ team }) => {
  test.setTimeout(150_000);
  for (const color of [...colors, 'yellow']) {
    await post(team, `flumox_${color}`, `a flumox on my ${color} Acme kettle`);
  }
  for (const ware of [...wares, 'spring']) {
    await post(team, `toon_${ware}`, `the coyote in the cartoon has a ${ware} by acme`);
  }
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 13);
  const panel = await ana.openPanel(page);
  await panel.setViewportSize({ width: 400, height: 900 });
  const board = await ben.openOwn('/board.html');

  await test.step('a complaint is called one, with the reason, in panel and board', async () => {
    for (const view of [panel, board]) {
      await expect(rowOf(view, 'm_okafor')).toContainText('Complaint');
      await choose(view, 'm_okafor');
      await expect(what(view)).toContainText(/Complaint.*Words: “.*broken/su);
    }
    await takePictures(panel, 'panel');
    await takePictures(board, 'board');
  });

  await test.step('one pick corrects it, and can be undone', async () => {
    await say(panel, 'Question');
    await expect(what(panel)).toContainText('You said so.');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(what(panel)).toContainText('Words: “');
    await say(panel, 'Question');
  });

  await test.step('a teammate sees it', async () => {
    await expect(what(board)).toContainText(/Question.*Ana said so\./su);
    await takePictures(board, 'said');
  });

  await test.step('the next post like those that were corrected is judged as the team says', async () => {
    await choose(panel, 'flumox_yellow');
    await expect(what(panel)).toContainText('Unsure what it is');
    for (const color of colors) {
      await choose(panel, `flumox_${color}`);
      await say(panel, 'Complaint');
      await expect(what(panel)).toContainText('You said so.');
    }
    for (const view of [panel, board]) {
      await choose(view, 'flumox_yellow');
      await expect(what(view)).toContainText(
        /Complaint.*The team called 6 similar posts complaints/su,
      );
    }
    await takePictures(panel, 'learned');
  });

  await test.step('“not us” marks the next alike and puts it last; nothing is hidden', async () => {
    for (const ware of wares) {
      await choose(panel, `toon_${ware}`);
      await panel.getByRole('button', { name: 'Not us', exact: true }).click();
      await expect(panel.getByText('Set aside', { exact: false }).first()).toBeVisible();
    }
    await choose(panel, 'toon_spring');
    await expect(what(panel)).toContainText(/Probably not about Acme.*the team set 5 posts/su);
    await takePictures(panel, 'not-us');
    await panel.getByRole('button', { name: 'Back to the list' }).click();
    await expect(panel.locator('[data-thread]').last()).toContainText('toon_spring');
    await expect(panel.locator('[data-thread]').last()).toContainText('Probably not about Acme');
    await takePictures(panel, 'list');
  });

  await test.step('the search finds what posts are', async () => {
    await panel.getByRole('searchbox').fill('complaint');
    await expect(rowOf(panel, 'flumox_yellow')).toBeVisible();
    await expect(rowOf(panel, 'm_okafor')).toHaveCount(0);
    await panel.getByRole('searchbox').fill('');
  });

  await test.step('who says that it is about us is right', async () => {
    await choose(panel, 'toon_spring');
    await panel.getByRole('button', { name: 'Yes, this is us' }).click();
    await expect(what(panel)).not.toContainText('Probably not about Acme');
  });

  await test.step('what was learned is forgotten in this browser, and in no other', async () => {
    const options = await ana.openOwn('/options.html#library');
    await options.getByRole('button', { name: 'Forget what was learned' }).click();
    await takePictures(options, 'forget');
    const asked = options.getByRole('dialog', { name: 'Forget what was learned?' });
    await asked.getByRole('button', { name: 'Forget what was learned' }).click();
    await expect(options.getByText(/told by plain words alone/)).toBeVisible();
    await panel.reload();
    await choose(panel, 'flumox_yellow');
    await expect(what(panel)).toContainText('Unsure what it is');
    await choose(panel, 'flumox_blue');
    await expect(what(panel)).toContainText('You said so.');
    await expect(what(board)).toContainText('The team called 6 similar posts complaints');
  });
});
