/** The team's reply guide: a lead writes it, suggestions read by it and say so, drafts are held against it. */
import { join } from 'node:path';
import { waitForChips } from '#scripts/drive/chips.ts';
import { waitForNotice } from '#scripts/drive/notices.ts';
import { expect, test } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');
const snippet =
  'Please wipe the steam hole in the handle, and do not lift the lid while it boils 😊';

test('a team answers in its own voice', async ({ team }) => {
  const ana = await team.join('Ana Kern');
  const options = await ana.openOwn('/options.html#voice');

  await test.step('a lead writes the guide beside an example', async () => {
    await options.getByLabel('Greeting').selectOption('always');
    await options.getByLabel('Emoji').selectOption('never');
    await options.getByLabel('Signature').fill('^{name}');
    await options.getByRole('button', { name: 'Add a word to avoid' }).click();
    await options.getByLabel('Avoid', { exact: true }).fill('guys');
    await options.getByLabel('Say instead').fill('everyone');
    await options.getByRole('button', { name: 'Save' }).click();
    await expect(options.getByText('{name} is not known here')).toBeVisible();
    await options.getByLabel('Signature').fill('^{me}');
    await expect(options.getByRole('group', { name: 'Reads to them' })).toContainText('^AK');
    await options.getByRole('button', { name: 'Save' }).click();
    await expect(options.getByText('Saved.')).toBeVisible();
    await expect(options.getByText(/Last changed by Ana Kern/)).toBeVisible();
    await options.screenshot({ path: join(pictures, 'voice-guide.png'), fullPage: true });
  });

  await options.goto(options.url().replace('#voice', '#library'));
  await options.getByRole('button', { name: 'Add a snippet' }).click();
  await options.getByLabel('Title').fill('Kettle boils on and on');
  await options.getByLabel('Answer').fill(snippet);
  await options
    .getByLabel('Example questions')
    .fill('My kettle has stopped switching itself off\nIt boils on until I lift it from the base');
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByRole('heading', { name: 'Kettle boils on and on' })).toBeVisible();

  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const panel = await ana.openPanel(page);

  await test.step('a suggestion is greeted, signed, without emoji, and says so', async () => {
    await panel
      .getByRole('button', { name: /lena_k/ })
      .first()
      .click();
    const found = panel.getByRole('listitem').filter({ hasText: 'wipe the steam hole in' });
    await expect(found).toContainText(
      'Hi, please wipe the steam hole in the handle, and do not lift the lid while it boils ^AK',
    );
    await expect(found).not.toContainText('😊');
    for (const reason of ['Greets', 'No emoji', 'Signed ^AK']) {
      await expect(found).toContainText(`${reason}, team’s guide`);
    }
    await panel.screenshot({ path: join(pictures, 'voice-suggestion.png'), fullPage: true });
  });

  const said = '“guys”: the team says “everyone” instead.';
  await test.step('a word to avoid is named, in the panel and in the site’s own box', async () => {
    await panel.getByRole('button', { name: 'Write an answer' }).first().click();
    await panel.getByLabel('Your answer').fill('Hi guys, please rinse the steam hole.');
    await expect(
      panel.getByRole('list', { name: 'Before you send' }).getByText(said),
    ).toBeVisible();
    await page.bringToFront();
    await page.getByRole('button', { name: 'Reply' }).first().click();
    await page.getByLabel('Reply to lena_k').pressSequentially('Hi guys, please rinse it.');
    await waitForNotice(page, /the team says “everyone” instead/);
  });
});

test('who is no lead reads the guide, and who may change it', async ({ team }) => {
  const ana = await team.join('Ana Kern');
  const options = await ana.openOwn('/options.html#voice');
  await options.getByLabel('Signature').fill('^{me}');
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByText('Saved.')).toBeVisible();
  const ben = await team.join('Ben');
  const bens = await ben.openOwn('/options.html#voice');
  await expect(bens.getByText('Ana Kern can change it.')).toBeVisible();
  await expect(bens.getByRole('definition').getByText('^{me}')).toBeVisible();
  await expect(bens.getByRole('button', { name: 'Save' })).toBeHidden();
  await expect(bens.getByRole('group', { name: 'Reads to them' })).toContainText('^B');
  await bens.screenshot({ path: join(pictures, 'voice-reading.png'), fullPage: true });
});
