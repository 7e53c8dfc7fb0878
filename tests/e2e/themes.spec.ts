/** Themes on the board: what customers keep complaining of, found in the browser, and taken to an issue tracker. */
import { readFileSync } from 'node:fs';
import { joinAs } from '#server/testing/test-device.ts';
import { aSighting } from '#server/testing/builders.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = 'data/pictures';

const hinges = [
  'The lid hinge of my Acme kettle snapped off.',
  'Acme, my kettle has a broken lid hinge again!',
  'Broken lid hinge after two weeks, Acme.',
  'Another broken lid hinge, thanks Acme.',
  'How do I repair the lid hinge of an Acme kettle?',
];
const orders = [
  'Where is my order, Acme?',
  'Acme, my order has still not arrived.',
  'Three weeks and my order has not arrived, Acme.',
  'My Acme order has not arrived. Where is it?',
  'Why has my order not arrived yet, Acme?',
];

test('what customers keep complaining of stands together, with their words', async ({ team }) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const device = await joinAs((await team.server.invite('member')).link, 'Cem');
  await device.push(
    ...[...hinges, ...orders].map((text, at) =>
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
  await board.setViewportSize({ width: 1_280, height: 800 });
  await expect(board.locator('[data-thread]')).toHaveCount(10);
  await board.getByRole('tab', { name: 'Themes' }).click();
  const themes = board.locator('[data-theme-id]');

  await test.step('two matters are two themes', async () => {
    await expect(themes).toHaveCount(2);
    await expect(themes.filter({ hasText: /hinge/iu })).toHaveCount(1);
    await expect(themes.filter({ hasText: /order|arrived/iu })).toHaveCount(1);
    await expect(board.getByText(/^\d+ posts looked at/u)).toBeVisible();
  });

  await test.step('the chosen one says so in customers’ words, with the way to them', async () => {
    await themes.filter({ hasText: /hinge/iu }).click();
    const detail = board.getByRole('region', { name: 'Theme', exact: true });
    await expect(detail.getByText(/lid hinge of my Acme kettle snapped/u)).toBeVisible();
    await expect(detail.getByRole('link', { name: /@customer_0 on X/u })).toHaveAttribute(
      'href',
      'https://x.com/customer_0/status/0',
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await board.emulateMedia({ colorScheme });
      await board.screenshot({ path: `${PICTURES}/themes-${colorScheme}.png` });
    }
  });

  await test.step('it goes to an issue tracker as Markdown', async () => {
    const download = board.waitForEvent('download');
    await board.getByRole('button', { name: 'Save as Markdown' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toMatch(/^# .*hinge/iu);
    expect(file).toContain('## What customers say');
    expect(file).toContain('https://x.com/customer_');
  });

  await test.step('the page stays there when it is loaded again, and without tags says what to do', async () => {
    await board.reload();
    await expect(themes.first()).toBeVisible();
    await board.getByLabel('By', { exact: true }).selectOption({ label: 'Tags of stories' });
    await expect(board.getByText('No tagged stories in this period.')).toBeVisible();
  });
});
