/** Who may do what, in real browsers on a real server: signing a browser out, handing over, retention, leaving. */
import type { Page } from '@playwright/test';
import { pressInChip, readChips, waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

/** The practice page of a teammate, read by the extension. */
async function openPractice(team: Team, teammate: Teammate): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

/** The card of a teammate in the options. */
const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('a browser that is signed out from another one says so within five seconds', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const panel = await ben.openPanel(await openPractice(team, ben));
  await expect(panel.getByText('live', { exact: true })).toBeVisible();

  const options = await ana.openOwn('/options.html#team');
  const bens = card(options, 'Ben');
  await expect(bens.getByText(/Chrome on/)).toBeVisible();
  await bens.getByRole('button', { name: 'Sign out' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();

  await expect(panel.getByText('This browser was signed out.')).toBeVisible({ timeout: 5_000 });
  await expect(bens.getByText('Signed in on no browser.')).toBeVisible();
  const bensOptions = await ben.openOwn('/options.html#team');
  await expect(bensOptions.getByLabel('Invite link')).toBeVisible();
});

test('a member who is removed hears of it within five seconds, and nothing of the team stays', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const panel = await ben.openPanel(await openPractice(team, ben));
  await expect(panel.getByText('live', { exact: true })).toBeVisible();
  const bensOptions = await ben.openOwn('/options.html#team');
  expect(await readWhatIsKept(bensOptions)).toMatchObject({ scripts: ['page'], threads: true });

  const options = await ana.openOwn('/options.html#team');
  await card(options, 'Ben').getByRole('button', { name: 'Remove from team' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Remove from team' }).click();

  await expect(panel.getByText('You are no longer in this team.')).toBeVisible({ timeout: 5_000 });
  await expect
    .poll(() => readWhatIsKept(bensOptions), { timeout: 5_000 })
    .toEqual({ rows: { meta: 1 }, scripts: [], threads: false });
  await expect(bensOptions.getByText('You are no longer in this team.')).toBeVisible();
  await expect(bensOptions.getByLabel('Invite link')).toBeVisible();
});

test('a thread goes from one browser to another with a note', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const anasPage = await openPractice(team, ana);
  const bensPage = await openPractice(team, ben);
  await pressInChip(anasPage, ({ state }) => state === 'open', /^Claim$/);
  await waitForChips(anasPage, (chips) => chips.some(({ state }) => state === 'mine'));

  const panel = await ana.openPanel(anasPage);
  await panel.getByRole('tab', { name: /Mine/ }).click();
  await panel.getByRole('button', { name: /Yours/ }).click();
  await panel.getByRole('button', { name: 'Hand over', exact: true }).click();
  await panel.getByLabel(/^Ben/).check();
  await panel.getByLabel('A note for them').fill('She wrote twice.');
  await panel.locator('form').getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(panel.getByText('You handed this to Ben')).toBeVisible();

  await waitForChips(bensPage, (chips) => chips.some(({ state }) => state === 'mine'));
  const bensPanel = await ben.openPanel(bensPage);
  await bensPanel.getByRole('tab', { name: /Mine/ }).click();
  await expect(bensPanel.getByText('Ana handed this to you · She wrote twice.')).toBeVisible();
});

test('a lead takes over, and the old holder is told by whom', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const bensPage = await openPractice(team, ben);
  const anasPage = await openPractice(team, ana);
  await pressInChip(bensPage, ({ state }) => state === 'open', /^Claim$/);
  await waitForChips(anasPage, (chips) => chips.some(({ state }) => state === 'theirs'));
  await pressInChip(anasPage, ({ state }) => state === 'theirs', /^Take over$/);
  await waitForChips(bensPage, (chips) => chips.some(({ state }) => state === 'theirs'));

  const panel = await ben.openPanel(bensPage);
  await panel.getByRole('button', { name: /Ana has it/ }).click();
  await expect(panel.getByText(/Ana took this over from you, .* ago\./)).toBeVisible();

  const options = await ana.openOwn('/options.html#history');
  await expect(options.getByText(/^Ana took over a thread: lena_k/)).toBeVisible();
});

test('how long threads are kept is saved for the team', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const options = await ana.openOwn('/options.html#data');
  await options.getByLabel('Days').fill('30');
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(options.getByText('Saved.')).toBeVisible();

  const bens = await ben.openOwn('/options.html#data');
  await expect(bens.getByText(/Threads are kept for 30 days/)).toBeVisible();
  await expect(bens.getByRole('tab', { name: 'History' })).toHaveCount(0);
});

test('a person who is erased is gone from every browser of the team', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const bensPage = await openPractice(team, ben);
  const panel = await ben.openPanel(bensPage);
  await panel.getByRole('tab', { name: /Team/ }).click();
  await expect(panel.getByRole('button', { name: /lena_k/ })).not.toHaveCount(0);

  const options = await ana.openOwn('/options.html#data');
  await options.getByLabel('What to erase').selectOption('Everything of one person');
  await options.getByLabel('Site', { exact: true }).selectOption('Web page');
  await options.getByLabel('Handle', { exact: true }).fill('@lena_k');
  await options.getByRole('button', { name: 'Show what would go' }).click();
  await expect(options.getByText(/In this browser that is [1-9]/)).toBeVisible();
  await options.getByLabel('Type “erase” to go on').fill('erase');
  await options.getByRole('button', { name: 'Erase for good' }).click();
  await expect(options.getByText(/erased for the whole team/)).toBeVisible();

  await expect(panel.getByRole('button', { name: /lena_k/ })).toHaveCount(0);
});

test('leaving the team empties the database and stops reading pages', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(team, ana);
  const options = await ana.openOwn('/options.html#team');
  expect(await readWhatIsKept(options)).toMatchObject({ scripts: ['page'], threads: true });
  await options.getByRole('button', { name: 'Leave the team' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click();
  await expect(options.getByRole('heading', { name: 'Join your team' })).toBeVisible();

  await expect
    .poll(() => readWhatIsKept(options))
    .toEqual({ rows: {}, scripts: [], threads: false });
  await page.reload();
  await page.getByRole('button', { name: 'Reply' }).first().waitFor();
  expect(await readChips(page)).toEqual([]);
});

/** Rows of every table, registered content scripts, and whether the session storage names a thread. */
async function readWhatIsKept(page: Page) {
  return page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(`${name} does not open`)));
      });
    const count = (db: IDBDatabase, table: string) =>
      new Promise<number>((resolve) => {
        const request = db.transaction(table).objectStore(table).getAllKeys();
        // The random id of the database itself may stay; it says nothing of anybody.
        const isMore = (key: IDBValidKey) => key !== 'databaseId';
        request.addEventListener('success', () => resolve(request.result.filter(isMore).length));
      });
    const rows: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await open(name);
      for (const table of db.objectStoreNames) {
        const number = await count(db, table);
        if (number > 0) rows[table] = number;
      }
      db.close();
    }
    const api = (
      globalThis as unknown as {
        chrome: {
          scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
          storage: { session: { get(key: null): Promise<object> } };
        };
      }
    ).chrome;
    const scripts = (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id);
    const session = JSON.stringify(await api.storage.session.get(null));
    return { rows, scripts, threads: session.includes('generic:') };
  });
}
