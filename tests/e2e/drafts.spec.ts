import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { pressInNotice, readNotices, waitForNotice } from '#scripts/drive/notices.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { killWorker, readTable } from '#scripts/drive/worker.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

const words = 'Please clean the steam hole';

async function openPractice(teammate: Teammate, team: Team): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

const box = (page: Page) => page.getByLabel('Reply to lena_k');

/** When the one draft was saved last. */
async function keptSince(teammate: Teammate): Promise<number> {
  const [draft] = await readTable<{ at: number }>(teammate, 'drafts');
  return draft?.at ?? 0;
}

async function openBox(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole('button', { name: 'Reply' }).first().click();
}

test('a draft outlives worker, page and browser, and goes once it is sent', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team);
  await openBox(page);
  await box(page).pressSequentially(words);

  await test.step('the worker is ended while it is being kept', async () => {
    await killWorker(ana);
    await expect
      .poll(async () => (await readTable<{ text: string }>(ana, 'drafts')).map(({ text }) => text))
      .toEqual([words]);
  });

  await test.step('the page is loaded again', async () => {
    await page.reload();
    await waitForChips(page, (chips) => chips.length >= 3);
    await openBox(page);
    await waitForNotice(page, /Your draft from \d\d:\d\d is kept\./);
    await expect(box(page)).toHaveValue('');
  });

  await test.step('the browser is started again', async () => {
    await ana.close();
  });
  const again = await team.open('Ana');
  const fresh = await openPractice(again, team);
  await openBox(fresh);
  await waitForNotice(fresh, /Your draft from \d\d:\d\d is kept\./);
  const backAt = await keptSince(again);
  await fresh.bringToFront();
  await pressInNotice(fresh, /^Put it back$/);
  await expect(box(fresh)).toHaveValue(words);
  await expect.poll(() => readNotices(fresh)).toEqual([]);
  await test.step('what was put back is kept as well', async () => {
    await expect.poll(async () => (await keptSince(again)) > backAt).toBe(true);
    await fresh.bringToFront();
  });

  await test.step('it is forgotten once it is sent', async () => {
    await fresh.getByRole('button', { name: 'Post reply' }).first().click();
    await waitForChips(fresh, ([first]) => first?.state === 'answered');
    await expect.poll(() => readTable(again, 'drafts')).toEqual([]);
  });
});

test('the last letters before a page ends are kept, discarded ones are not', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team);
  await openBox(page);
  await box(page).pressSequentially(words);
  // No pause: the page goes away within the time in which a draft is gathered.
  await page.goto('about:blank');
  await page.goBack();
  await waitForChips(page, (chips) => chips.length >= 3);
  const drafts = await readTable<{ text: string }>(ana, 'drafts');
  expect(drafts.map(({ text }) => text)).toEqual([words]);

  await page.reload();
  await waitForChips(page, (chips) => chips.length >= 3);
  await openBox(page);
  await waitForNotice(page, /Your draft from/);
  await pressInNotice(page, /^Discard$/);
  await expect.poll(() => readTable(ana, 'drafts')).toEqual([]);
});

test('what is typed elsewhere on a site is not kept', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team);
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.ariaLabel = 'A private message';
    document.body.prepend(field);
  });
  await page.getByLabel('A private message').pressSequentially('Nobody’s business');
  // Leaving a field saves what waits of it at once.
  await openBox(page);
  expect(await readTable(ana, 'drafts')).toEqual([]);
  await page.bringToFront();
  await box(page).pressSequentially('ab');
  await expect.poll(() => readTable(ana, 'drafts')).toMatchObject([{ text: 'ab' }]);
});
