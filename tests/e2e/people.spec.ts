/** Care for people: what is kept, everything of one person as a file, and gone when they ask for it. */
import { readFileSync } from 'node:fs';
import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

test('a person gets all that is on record of them, and then nothing is', async ({ team }) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 4);
  const options = await ana.openOwn('/options.html#data');
  await options.setViewportSize({ width: 1_280, height: 1_400 });

  await test.step('what is kept stands in plain words, with how much is here', async () => {
    const mentions = options.getByRole('row', { name: /^Mentions/u });
    await expect(mentions).toContainText('90 days after they were seen');
    await expect(mentions.getByRole('cell').last()).toHaveText('4');
    await options.screenshot({ path: `${PICTURES}/data-kept.png` });
  });

  const box = options.locator('section', { hasText: 'What we have of a person' }).last();
  const find = async () => {
    await box.getByLabel('On which site').selectOption('generic');
    await box.getByLabel('Their handle').fill('lena_k');
    await box.getByRole('button', { name: 'Show what there is' }).click();
  };

  await test.step('everything of one person is shown and saved', async () => {
    await find();
    await expect(box.getByText(/has stopped switching itself off/u)).toBeVisible();
    await options.screenshot({ path: `${PICTURES}/data-person.png`, fullPage: true });
    const download = options.waitForEvent('download');
    await box.getByRole('button', { name: 'Save all as JSON' }).click();
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
      threads: { thread: { post: { text: string } } }[];
    };
    expect(file.threads[0]?.thread.post.text).toContain('has stopped switching itself off');
    const readable = options.waitForEvent('download');
    await box.getByRole('button', { name: 'Save as Markdown, to read' }).click();
    const text = readFileSync(await (await readable).path(), 'utf8');
    expect(text).toContain('has stopped switching itself off');
  });

  await test.step('once erased nothing of them is found', async () => {
    await options.getByLabel('What to erase').selectOption({ label: 'Everything of one person' });
    await options.getByLabel('Site', { exact: true }).selectOption('generic');
    await options.getByLabel('Handle', { exact: true }).fill('lena_k');
    await options.getByRole('button', { name: 'Show what would go' }).click();
    await options.getByLabel('Type “erase” to go on').fill('erase');
    await options.getByRole('button', { name: 'Erase for good' }).click();
    await expect(options.getByText(/erased for the whole team/u)).toBeVisible();
    await find();
    await expect(box.getByText(/Nothing of this person is on record here/u)).toBeVisible();
  });

  await test.step('who had that done stands in the history, and in its file', async () => {
    await options.getByRole('tab', { name: 'History' }).click();
    await expect(options.getByText('Ana had a post or a person erased')).toBeVisible();
    const download = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save as CSV' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toContain('Ana,record.erased,Ana had a post or a person erased');
  });
});
