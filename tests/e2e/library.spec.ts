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
    await expect(lead.getByText('Boil it once with lemon juice.')).toBeVisible();
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
