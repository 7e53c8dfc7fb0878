/** The library: what staff add waits for a lead, is found with a typo, keeps its earlier words, goes out and comes in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');

test('a team keeps its library', async ({ team }) => {
  const ana = await team.join('Ana Kern');
  const ben = await team.join('Ben Ode');
  const lead = await ana.openOwn('/options.html#voice');
  await lead.getByLabel('Who adds to the library').selectOption('lead');
  await lead.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByText('Saved.')).toBeVisible();
  await lead.goto(lead.url().replace('#voice', '#library'));

  const staff = await ben.openOwn('/options.html#library');
  const write = async (text: string) => {
    await staff.getByLabel('Answer').fill(text);
    await staff.getByRole('button', { name: 'Save' }).click();
  };

  await test.step('what staff add waits for a lead', async () => {
    await staff.getByRole('button', { name: 'Add a snippet' }).click();
    await staff.getByLabel('Title').fill('Limescale');
    await write('Boil it once with lemon juice.');
    await expect(staff.getByText('Waiting for a lead', { exact: true })).toBeVisible();
    await expect(staff.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await expect(lead.getByRole('heading', { name: 'Limescale' })).toBeVisible();
    await lead.screenshot({ path: join(pictures, 'library-proposed.png'), fullPage: true });
    await lead.getByRole('button', { name: 'Approve' }).click();
    await expect(staff.getByText('Waiting for a lead', { exact: true })).toHaveCount(0);
  });

  await test.step('is found with a letter wrong', async () => {
    await lead.getByLabel('Search the library').fill('limscale lemon');
    await expect(lead.getByRole('heading', { name: 'Limescale' })).toBeVisible();
    await lead.getByLabel('Search the library').fill('toaster');
    await expect(lead.getByText('Nothing in the library has “toaster”.')).toBeVisible();
    await lead.getByLabel('Search the library').fill('');
  });

  await test.step('earlier words come back', async () => {
    await staff.getByRole('button', { name: 'Edit' }).click();
    await write('Boil it twice with vinegar.');
    await lead.getByRole('button', { name: '1 earlier version' }).click();
    await expect(lead.locator('del').first()).toHaveText('Taken out: once');
    await expect(lead.locator('ins').first()).toHaveText('Put in: twice');
    await lead.screenshot({ path: join(pictures, 'library-versions.png'), fullPage: true });
    await lead.getByRole('button', { name: 'Bring back' }).click();
    await expect(lead.getByRole('button', { name: '2 earlier versions' })).toBeVisible();
    await expect(staff.getByText('Boil it once with lemon juice.')).toBeVisible();
  });

  await test.step('goes out as a file', async () => {
    const started = lead.waitForEvent('download');
    await lead.getByRole('button', { name: 'Export' }).click();
    await lead.getByRole('menuitem', { name: 'As CSV' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^hearback-library-.+\.csv$/u);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Boil it once with lemon juice.');
  });

  await test.step('what is retired stands apart', async () => {
    await lead.getByRole('button', { name: 'Retire' }).first().click();
    await expect(lead.getByRole('heading', { name: 'Limescale' })).toHaveCount(0);
    await lead.getByLabel('Show').selectOption('retired');
    await expect(lead.getByRole('heading', { name: 'Limescale' })).toBeVisible();
  });
});

test('a team fills its library from a file, and tends many answers at once', async ({ team }) => {
  const ana = await team.join('Ana Kern');
  const ben = await team.join('Ben Ode');
  const lead = await ana.openOwn('/options.html#library');
  const staff = await ben.openOwn('/options.html#library');
  await lead.getByRole('button', { name: 'Add a snippet' }).click();
  await lead.getByLabel('Title').fill('Limescale');
  await lead.getByLabel('Answer').fill('Boil it once.');
  await lead.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('heading', { name: 'Limescale' })).toBeVisible();

  const replies = [
    'title,text,tags',
    'Limescale,Boil it three times.,',
    'Returns,You can send it back within 30 days.,shop',
    'Lid,A new lid is on its way.,',
    ',,',
    'Empty,,',
  ].join('\n');
  const importFile = (name: string, text: string) =>
    lead
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const heading = (name: string) => lead.getByRole('heading', { name, exact: true });

  await test.step('a file is shown before anything of it is added', async () => {
    await importFile('replies.csv', replies);
    await expect(lead.getByText('2 answers that the library does not have')).toBeVisible();
    await expect(lead.getByText('1 answer that the library has in other words')).toBeVisible();
    await expect(lead.getByText('Line 6: There is no answer text.')).toBeVisible();
    await lead.screenshot({ path: join(pictures, 'library-import.png'), fullPage: true });
    await lead.keyboard.press('Escape');
    await expect(heading('Returns')).toHaveCount(0);
    await importFile('replies.csv', replies);
    await lead.getByLabel('Tags for all that is added').fill('2026,');
    await lead.getByRole('button', { name: 'Add 2 answers' }).click();
    await expect(lead.getByText('2 answers added.')).toBeVisible();
    await expect(heading('Returns')).toBeVisible();
    await expect(staff.getByRole('heading', { name: 'Returns' })).toBeVisible();
  });

  await test.step('and is taken back', async () => {
    await lead.getByRole('button', { name: 'Undo' }).click();
    await expect(heading('Returns')).toHaveCount(0);
    await expect(staff.getByRole('heading', { name: 'Returns' })).toHaveCount(0);
    await importFile('replies.csv', replies);
    await lead.getByRole('button', { name: 'Add 2 answers' }).click();
    await expect(heading('Lid')).toBeVisible();
    await lead.getByRole('button', { name: 'Close' }).first().click();
  });

  await test.step('many at once, by keyboard', async () => {
    await lead.keyboard.press('/');
    await lead.keyboard.press('ArrowDown');
    await lead.keyboard.press('Shift+ArrowDown');
    await expect(lead.getByText('2 chosen')).toBeVisible();
    await lead.getByRole('button', { name: 'Add tags' }).click();
    // What the team has is offered; the second key takes it.
    await lead.getByLabel('Tags to add').pressSequentially('sh');
    await expect(lead.getByRole('option', { name: 'shop' })).toBeVisible();
    await lead.keyboard.press('ArrowDown');
    await lead.screenshot({ path: join(pictures, 'library-chosen.png'), fullPage: true });
    await lead.keyboard.press('Escape');
    await lead.getByLabel('Tags to add').fill('kettle');
    await lead.keyboard.press('Enter');
    await lead.getByRole('button', { name: 'Save' }).click();
    await expect(lead.getByText('2 answers tagged.')).toBeVisible();
    await expect(staff.getByText('kettle', { exact: true })).toHaveCount(2);
    await lead.getByRole('button', { name: 'Undo' }).click();
    await expect(staff.getByText('kettle', { exact: true })).toHaveCount(0);
  });

  await test.step('what is removed comes back, until something else is done', async () => {
    const both = lead.getByRole('checkbox');
    for (const at of [0, 1]) await both.nth(at).check();
    const remove = lead.getByRole('button', { name: 'Remove: Chosen answers' });
    await remove.click();
    await expect(lead.getByText('2 answers removed.')).toBeVisible();
    await lead.screenshot({ path: join(pictures, 'library-removed.png'), fullPage: true });
    await expect(staff.getByRole('heading', { name: 'Returns' })).toBeVisible();
    await lead.getByRole('button', { name: 'Undo' }).click();
    await expect(heading('Returns')).toBeVisible();
    for (const at of [0, 1]) await both.nth(at).check();
    await remove.click();
    await expect(heading('Returns')).toHaveCount(0);
    // The page is left before anybody wants it back.
    await lead.reload();
    await expect(staff.getByRole('heading', { name: 'Returns' })).toHaveCount(0);
  });
});
