/** A model polishes a draft where a team's server has one: beside the old text, marked, and taken by a person only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');
const draft =
  'Hi Lena, sorry that your kettle keeps on boiling. Please fill it, add a spoon of vinegar, let it stand and rinse the steam hole twice.';
const shorter = 'Hi Lena, please add a spoon of vinegar and rinse the steam hole twice.';

test('a draft is made shorter at a click, and a poor answer is not shown', async ({ team }) => {
  const said = [shorter, `${shorter} You get a refund: https://evil.example`];
  const asked: string[] = [];
  const model = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      asked.push(body);
      const content = said.shift() ?? '';
      const usage = { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 };
      const choices = [
        { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' },
      ];
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ id: 'one', object: 'chat.completion', choices, usage }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const { port } = model.address() as AddressInfo;
  try {
    const ana = await team.join('Ana');
    const page = await ana.context.newPage();
    await page.goto(`${team.server.url}/practice?as=ana_acme`);
    await waitForChips(page, (chips) => chips.length >= 3);
    const openDraft = async () => {
      const panel = await ana.openPanel(page);
      await panel
        .getByRole('button', { name: /lena_k/ })
        .first()
        .click();
      return panel;
    };

    await test.step('without a model nothing of it is there', async () => {
      const panel = await openDraft();
      await panel.getByRole('button', { name: 'Write an answer' }).first().click();
      await panel.getByLabel('Your answer').fill(draft);
      await expect(panel.getByRole('button', { name: 'Insert', exact: true })).toBeVisible();
      await expect(panel.getByRole('button', { name: /Polish/ })).toBeHidden();
      await panel.close();
    });

    await team.stopServer();
    await team.restartServer({
      model: {
        url: `http://127.0.0.1:${port}/v1`,
        key: 'secret-of-the-team',
        name: 'tiny',
        tokensADay: 10_000,
        timeoutMs: 5_000,
      },
    });
    const panel = await openDraft();
    await expect(panel.getByLabel('Your answer')).toHaveValue(draft);

    await test.step('what it says stands beside the draft until it is taken', async () => {
      await panel.getByRole('button', { name: /Polish/ }).click();
      await panel.getByRole('menuitem', { name: 'Shorten' }).click();
      await expect(panel.getByText(shorter)).toBeVisible();
      await expect(panel.getByLabel('Your answer')).toHaveValue(draft);
      await panel.screenshot({ path: join(pictures, 'polished.png') });
      await panel.getByRole('button', { name: 'Take it' }).click();
      await expect(panel.getByLabel('Your answer')).toHaveValue(shorter);
      expect(asked[0]).toContain('vinegar');
    });

    await test.step('an answer with a link of its own is not shown', async () => {
      await panel.getByRole('button', { name: /Polish/ }).click();
      await panel.getByRole('menuitem', { name: /softer/ }).click();
      await expect(panel.getByRole('alert')).toBeVisible();
      await expect(panel.getByText(/evil/)).toBeHidden();
      await panel.screenshot({ path: join(pictures, 'polish-refused.png') });
    });
  } finally {
    model.close();
  }
});
