import type { Page } from '@playwright/test';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { pressInNotice, readNotices, waitForNotice } from '#scripts/drive/notices.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { readTable } from '#scripts/drive/worker.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

async function openPractice(teammate: Teammate, team: Team, handle: string): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice?as=${handle}`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

/** Opens the box below the first post and writes; does not send. */
async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole('button', { name: 'Reply' }).first().click();
  await page.getByLabel('Reply to lena_k').pressSequentially(text);
}

const sendButton = (page: Page) => page.getByRole('button', { name: 'Post reply' }).first();
const repliesOn = (page: Page, text: string) => page.locator('.replies article', { hasText: text });

async function repliesOf(teammate: Teammate): Promise<Reply[]> {
  return (await readTable<{ body: Reply }>(teammate, 'replies')).map(({ body }) => body);
}

test('an answer that came while one wrote holds the press once, then it passes', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const anaPage = await openPractice(ana, team, 'ana_acme');
  const benPage = await openPractice(ben, team, 'ben_acme');
  await write(anaPage, 'Please clean the steam hole.');
  await write(benPage, 'Hold the button for five seconds.');
  await waitForNotice(benPage, /Ana is writing an answer too/);
  await sendButton(benPage).click();
  await expect(repliesOn(benPage, 'Hold the button')).toHaveCount(1);

  // Pressed as soon as it stands on her page: what a person had time to read is not held any more.
  await sendButton(anaPage).hover();
  await expect(repliesOn(anaPage, 'Hold the button')).toHaveCount(1);
  await sendButton(anaPage).click();
  await test.step('the first press is held back with who and when', async () => {
    const held = await waitForNotice(anaPage, /Press again to send anyway/);
    expect(held.text).toMatch(
      /^(?:Ben|@ben_acme) answered \d+ s ago\. Press again to send anyway\./,
    );
    expect(held.role).toBe('alert');
    await expect(repliesOn(anaPage, 'Please clean')).toHaveCount(0);
    await expect(anaPage.getByLabel('Reply to lena_k')).toHaveValue('Please clean the steam hole.');
  });
  await test.step('the second press passes, and both are told', async () => {
    await sendButton(anaPage).click();
    await expect(repliesOn(anaPage, 'Please clean')).toHaveCount(1);
    await waitForNotice(anaPage, /You and (?:Ben|@ben_acme) both answered/);
    await waitForNotice(benPage, /You and (?:Ana|@ana_acme) both answered/);
    await waitForChips(benPage, ([first]) => first?.state === 'doubled');
  });
  await test.step('the double answer is recorded with both windows', async () => {
    await expect
      .poll(async () => {
        const threads = await readTable<{ body: Thread }>(ana, 'threads');
        return threads.filter(({ body }) => body.doubledAt !== undefined).length;
      })
      .toBe(1);
    const replies = await repliesOf(ana);
    const guards = replies.map(({ guard }) => guard?.found ?? 'none').toSorted();
    expect(guards).toEqual(['clear', 'warned']);
    for (const { guard } of replies) {
      expect(guard?.windowMs).toBeGreaterThanOrEqual(0);
      expect(guard?.windowMs).toBeLessThan(60_000);
    }
  });
});

test('a press passes at once when nobody else answered, by mouse and by keys', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team, 'ana_acme');
  await write(page, 'Please clean the steam hole.');
  await pressInChip(page, ({ state }) => state === 'open', /^Claim$/);
  await waitForChips(page, ([first]) => first?.state === 'mine');
  await sendButton(page).click();
  await expect(repliesOn(page, 'Please clean')).toHaveCount(1);
  await page.getByRole('button', { name: 'Reply' }).first().click();
  await page.getByLabel('Reply to lena_k').fill('And rinse it twice.');
  await page.keyboard.press('Control+Enter');
  await expect(repliesOn(page, 'And rinse it')).toHaveCount(1);
  await expect.poll(async () => (await repliesOf(ana)).length).toBe(2);
  const found = (await repliesOf(ana)).map(({ guard }) => guard?.found);
  expect(found).toContain('clear');
  expect(found).not.toContain('warned');
  const fences = (await repliesOf(ana)).map(({ fence }) => fence);
  expect(fences).toContain(1);
  expect(await readNotices(page)).toEqual([]);
});

test('a server that is away holds nothing, and is told', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(ana, team, 'ana_acme');
  await team.stopServer();
  await write(page, 'Please clean the steam hole.');
  await sendButton(page).hover();
  await waitForNotice(page, /The team server did not answer; others may have replied/);
  await sendButton(page).click();
  await expect(repliesOn(page, 'Please clean')).toHaveCount(1);
  await expect
    .poll(async () => (await readNotices(page)).map(({ role }) => role))
    .toEqual(['alert']);
  const [reply] = await repliesOf(ana);
  expect(reply?.guard?.found).toBe('noAnswer');
});

test('who loses a claim while writing is told, and keeps the draft', async ({ team }) => {
  // The owner joins first; only leads take over what is held.
  const lead = await team.join('Lea');
  const ana = await team.join('Ana');
  const anaPage = await openPractice(ana, team, 'ana_acme');
  const leadPage = await openPractice(lead, team, 'lea_acme');
  await anaPage.bringToFront();
  await pressInChip(anaPage, ({ state }) => state === 'open', /^Claim$/);
  await waitForChips(anaPage, ([first]) => first?.state === 'mine');
  await write(anaPage, 'Please clean');
  await leadPage.bringToFront();
  await waitForChips(leadPage, ([first]) => first?.state === 'theirs');
  await pressInChip(leadPage, ({ state }) => state === 'theirs', /^Take over$/);
  await waitForChips(leadPage, ([first]) => first?.state === 'mine');
  await anaPage.bringToFront();
  await waitForNotice(anaPage, /Lea took this over \d+ s ago\. Your draft is kept\./);
  await expect(anaPage.getByLabel('Reply to lena_k')).toHaveValue('Please clean');
  await pressInNotice(anaPage, /^Dismiss$/);
  await expect.poll(() => readNotices(anaPage)).toEqual([]);
});
