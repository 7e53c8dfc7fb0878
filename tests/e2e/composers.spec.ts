import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const draft = 'First line of the answer.\nSecond line, with Grüße 👋';

for (const { customer, post, kind } of [
  { customer: 'm_okafor', post: '#p-3', kind: 'contenteditable' },
  { customer: 'tomas.w', post: '#p-2', kind: 'rich editor' },
]) {
  test(`a written answer goes into a ${kind} once, and is noticed when sent`, async ({ team }) => {
    const ana = await team.join('Ana');
    const page = await ana.context.newPage();
    await page.goto(`${team.server.url}/practice?as=ana_acme`);
    await waitForChips(page, (chips) => chips.length >= 3);
    const panel = await ana.openPanel(page);
    await panel
      .getByRole('button', { name: new RegExp(customer) })
      .first()
      .click();
    await panel.getByRole('button', { name: 'Write an answer' }).first().click();
    await panel.getByLabel('Your answer').fill(draft);

    await test.step('waits for the box where none is open', async () => {
      await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
      await expect(panel.getByText('Press Reply on the post')).toBeVisible();
      await page.bringToFront();
      await page.locator(`${post} > .actions button`).click();
    });
    const box = page.locator(`${post} > form [contenteditable="true"]`);
    await expect(box).toContainText('First line of the answer.');
    await expect(box).toContainText('Second line, with Grüße 👋');
    await page.locator(`${post} > form .send`).click();
    await expect(page.locator(`${post} .replies article`)).toHaveCount(1);
    await panel.bringToFront();
    await expect(panel.getByText('You answered')).toBeVisible();
  });
}

test('a box that takes nothing is told, and the draft is kept', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.route('**/practice/stubborn', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Forum</title>
        <article itemscope itemtype="https://schema.org/DiscussionForumPosting">
          <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">ada_example</b></span>
          <a itemprop="url" href="/practice/stubborn#p-1">link</a>
          <div itemprop="text">My Acme kettle stopped</div>
          <form><div contenteditable="true" role="textbox" style="min-height: 3em"></div><button>Send</button></form>
        </article>
        <script>
          const box = document.querySelector('[contenteditable]');
          box.addEventListener('paste', (event) => event.preventDefault(), true);
          box.addEventListener('input', () => { box.textContent = ''; });
        </script>`,
    }),
  );
  await page.goto(`${team.server.url}/practice/stubborn`);
  await waitForChips(page, (chips) => chips.length === 1);
  const panel = await ana.openPanel(page);
  await panel
    .getByRole('button', { name: /ada_example/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Write an answer' }).first().click();
  await panel.getByLabel('Your answer').fill('Hold the button.');
  await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
  await expect(panel.getByText('It is on your clipboard: press Ctrl+V.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(panel.getByLabel('Your answer')).toHaveValue('Hold the button.');
  await ana.context.grantPermissions(['clipboard-read']);
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('Hold the button.');
  expect(await page.locator('[contenteditable]').textContent()).toBe('');
});
