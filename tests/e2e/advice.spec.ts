/** What speaks against a draft is said while it is written, in the site's own box and in the panel. It holds nothing back. */
import { join } from 'node:path';
import { waitForChips } from '#scripts/drive/chips.ts';
import { pressInNotice, readNotices, waitForNotice } from '#scripts/drive/notices.ts';
import { expect, test } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');
const ask = 'Sorry about that, Lena. What is your phone number?';

test('a draft is checked as it is written', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const box = page.getByLabel('Reply to lena_k');

  await test.step('in the box of the site', async () => {
    await page.getByRole('button', { name: 'Reply' }).first().click();
    await box.pressSequentially(ask);
    await waitForNotice(page, /private/);
    await page.screenshot({ path: join(pictures, 'advice-box.png') });
    await pressInNotice(page, /^Dismiss$/);
    await expect.poll(() => readNotices(page)).toEqual([]);
    // What is said next is said without what was put away.
    await box.pressSequentially(' We will refund you.');
    const { text } = await waitForNotice(page, /promises money/);
    expect(text).not.toMatch(/private/);
  });

  const panel = await ana.openPanel(page);
  await panel
    .getByRole('button', { name: /lena_k/ })
    .first()
    .click();

  await test.step('in the panel', async () => {
    await panel.getByRole('button', { name: 'Write an answer' }).first().click();
    await panel.getByLabel('Your answer').fill(`${ask} We will refund you tomorrow.`);
    const list = panel.getByRole('list', { name: 'Before you send' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await panel.screenshot({ path: join(pictures, 'advice-panel.png') });
    await list.getByRole('button', { name: 'Hide this time' }).first().click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    // It advises: what is left does not keep anybody from going on.
    await expect(panel.getByRole('button', { name: 'Insert', exact: true }).last()).toBeEnabled();
  });

  await test.step('and says nothing of a good answer', async () => {
    await panel
      .getByLabel('Your answer')
      .fill('Hi Lena, please rinse the steam hole in the handle.');
    await expect(panel.getByRole('list', { name: 'Before you send' })).toBeHidden();
  });
});
