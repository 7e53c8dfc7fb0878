/** Webhooks: set up by a lead, tried, told of a theme by hand, and said to fail where they do. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aSighting } from '#server/testing/builders.ts';
import { joinAs } from '#server/testing/test-device.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

test('a theme goes to the team’s chat, and a chat that is away is seen to', async ({ team }) => {
  test.setTimeout(120_000);
  const got: string[] = [];
  let status = 200;
  const chat = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push(body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  const { port } = chat.address() as AddressInfo;
  await team.stopServer();
  await team.restartServer({ privateWebhooks: true, deliverEveryMs: 200 });
  const ana = await team.join('Ana');
  const options = await ana.openOwn('/options.html#webhooks');
  await options.setViewportSize({ width: 1_280, height: 800 });

  await test.step('a webhook is set up and tried', async () => {
    await options.getByRole('button', { name: 'Add a webhook' }).click();
    await options.getByLabel('Name').fill('#support');
    await options.getByLabel('Address').fill(`http://127.0.0.1:${port}/hook`);
    await options.screenshot({ path: `${PICTURES}/webhooks-form.png`, fullPage: true });
    await options.getByRole('button', { name: 'Save webhook' }).click();
    await expect(options.getByText(/^whsec_/u)).toBeVisible();
    await options.getByRole('button', { name: 'Send a test to #support' }).click();
    await expect.poll(() => got.length).toBe(1);
    expect(got[0]).toContain('Hearback can reach this place');
    await options.getByRole('button', { name: 'Look again' }).click();
    await expect(options.getByText(/^Got through/u)).toBeVisible();
  });

  await test.step('a theme is sent there by hand', async () => {
    const device = await joinAs((await team.server.invite('member')).link, 'Cem');
    const texts = [
      'The lid hinge of my Acme kettle snapped off.',
      'Acme, my kettle has a broken lid hinge again!',
      'Broken lid hinge after two weeks, Acme.',
      'How do I repair the lid hinge of an Acme kettle?',
    ];
    await device.push(
      ...texts.map((text, at) =>
        aSighting({
          id: `${at}`,
          text,
          author: { handle: `customer_${at}` },
          permalink: `https://x.com/customer_${at}/status/${at}`,
          time: Date.now() - at * 60_000,
        }),
      ),
    );
    const board = await ana.openOwn('/board.html');
    await expect(board.locator('[data-thread]')).toHaveCount(4);
    await board.getByRole('tab', { name: 'Themes' }).click();
    await board.locator('[data-theme-id]').first().click();
    await board.getByRole('button', { name: 'Send to…' }).click();
    await board.getByRole('menuitem', { name: '#support' }).click();
    await expect(board.getByText('On its way to #support.')).toBeVisible();
    await expect.poll(() => got.length).toBe(2);
    expect(got[1]).toContain('hinge');
    expect(got[1]).toContain('<https://x.com/customer_');
    await board.close();
  });

  await test.step('where nothing gets through it says since when and why', async () => {
    status = 500;
    await options.getByRole('button', { name: 'Send a test to #support' }).click();
    await expect.poll(() => got.length).toBe(3);
    await options.getByRole('button', { name: 'Look again' }).click();
    await expect(options.getByText(/It answered 500\. One message waits\./u)).toBeVisible();
    await options.screenshot({ path: `${PICTURES}/webhooks-failing.png`, fullPage: true });
  });
  await new Promise<void>((resolve) => chat.close(() => resolve()));
});
