/**
 * What becomes of a browser whose storage fails (reliability.md F6, F34, F35). Chromium does not hold an extension's
 * database to the quota that DevTools set, so a full disk (F33) is tried with injected faults.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readChips } from '#scripts/drive/chips.ts';
import { killWorker, readTable } from '#scripts/drive/worker.ts';
import { expect, test } from '../fixtures.ts';
import { VERSION_TENTHS, askBackground, openPractice, readDatabase, setAside } from './rig.ts';

test('a database that was deleted between two runs is told, with what is lost', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  await openPractice(team, ana);
  await team.stopServer();
  await setAside(ana);
  await expect.poll(async () => (await readTable(ana, 'outbox')).length).toBe(1);
  await ana.close();
  const kept = join(team.profileDir('Ana'), 'Default', 'IndexedDB');
  rmSync(kept, { recursive: true });

  const again = await team.open('Ana');
  await team.restartServer();
  const fresh = await again.context.newPage();
  await fresh.goto(`${team.server.url}/practice?as=ana_acme`);
  const panel = await again.openPanel(fresh);
  await expect(panel.getByText(/The browser deleted what Hearback had kept/)).toBeVisible();
  await expect(panel.getByText(/One fact that was not sent yet is lost/)).toBeVisible();
  const options = await again.openOwn('/options.html#team');
  await expect(options.getByLabel('Invite link')).toBeVisible();
  await expect(options.getByText(/The browser deleted what Hearback had kept/)).toBeVisible();
});

test('data of a newer version is refused in words and left alone', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await openPractice(team, ana);
  const options = await ana.openOwn('/options.html#sites');
  const newest = VERSION_TENTHS + 10;
  await options.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const newer = indexedDB.open('hearback', version);
        newer.addEventListener('upgradeneeded', () => {
          newer.result.createObjectStore('polls', { keyPath: 'id' }).add({ id: 'kept' });
        });
        newer.addEventListener('error', () => reject(new Error('no upgrade')));
        newer.addEventListener('success', () => {
          newer.result.close();
          resolve();
        });
      }),
    newest,
  );
  await options.close();
  const panel = await ana.openOwn('/sidepanel.html');
  await expect(panel.getByText(/A newer Hearback was used in this browser before/)).toBeVisible();
  await killWorker(ana);
  await page.reload();
  expect(await readChips(page)).toEqual([]);
  await panel.reload();
  await expect(panel.getByText(/A newer Hearback was used in this browser before/)).toBeVisible();
  const { version, rows } = await readDatabase(panel);
  expect(version).toBe(newest);
  expect(rows).toMatchObject({ polls: 1, threads: 4, members: 1, brands: 1 });
});

test('alarms that were lost over a restart are made again', async ({ team }) => {
  const ana = await team.join('Ana');
  const options = await ana.openOwn('/options.html#sites');
  const listAlarms = () =>
    options.evaluate(async () => {
      const { alarms } = (
        globalThis as unknown as { chrome: { alarms: { getAll(): Promise<{ name: string }[]> } } }
      ).chrome;
      return (await alarms.getAll()).map(({ name }) => name).sort();
    });
  await options.evaluate(() =>
    (
      globalThis as unknown as { chrome: { alarms: { clearAll(): Promise<boolean> } } }
    ).chrome.alarms.clearAll(),
  );
  expect(await listAlarms()).toEqual([]);
  await killWorker(ana);
  await askBackground(options, 'team.state');
  await expect.poll(listAlarms).toEqual(['alarm:sync', 'alarm:upkeep']);
});
