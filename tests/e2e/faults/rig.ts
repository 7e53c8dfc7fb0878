/** Pages of the practice site, and what stands in a browser's database and on its disk, for stories about faults. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { readTable } from '#scripts/drive/worker.ts';
import { DATABASE_VERSION } from '#utils/db/schema.ts';
import type { Team } from '../fixtures.ts';

/** Dexie counts versions in tenths. */
export const VERSION_TENTHS = DATABASE_VERSION * 10;

/** The practice page of a teammate, read by the extension. */
export async function openPractice(team: Team, teammate: Teammate): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

/** Asks the background from one of the extension's own pages, as panel and options do. */
export async function askBackground(page: Page, name: string, request: unknown = null) {
  return page.evaluate(
    (message) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        }
      ).chrome.runtime.sendMessage(message),
    { name, request },
  );
}

/** Sets a thread aside, as a person does in the panel; the first that is still open. */
export async function setAside(teammate: Teammate): Promise<void> {
  const threads = await readTable<{ id: string; outcome: string }>(teammate, 'threads');
  const open = threads.find(({ outcome }) => outcome === 'open');
  const options = await teammate.openOwn('/options.html#sites');
  const request = { threadId: open?.id, reason: 'Not about us' };
  const answer = await askBackground(options, 'thread.setAside', request);
  if ((answer as { ok: boolean }).ok !== true) throw new Error(JSON.stringify(answer));
  await options.close();
}

/** Version of the database, and rows of each table, opened as it is. */
export async function readDatabase(page: Page) {
  return page.evaluate(
    () =>
      new Promise<{ version: number; rows: Record<string, number> }>((resolve, reject) => {
        const opened = indexedDB.open('hearback');
        opened.addEventListener('error', () => reject(new Error('The database did not open.')));
        opened.addEventListener('success', () => {
          const db = opened.result;
          const names = [...db.objectStoreNames];
          const rows: Record<string, number> = {};
          const reading = db.transaction(names);
          for (const name of names) {
            const count = reading.objectStore(name).count();
            count.addEventListener('success', () => {
              rows[name] = count.result;
            });
          }
          reading.addEventListener('complete', () => {
            const { version } = db;
            db.close();
            resolve({ version, rows });
          });
        });
      }),
  );
}

/** The processes of the browser that runs on a profile, itself first. */
export function listProcesses(profileDir: string): number[] {
  const parents = new Map<number, number>();
  let root: number | null = null;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      const isOfProfile = args.includes(`--user-data-dir=${profileDir}`);
      if (isOfProfile && !args.some((arg) => arg.startsWith('--type='))) root ??= pid;
    } catch {
      // It has ended meanwhile.
    }
  }
  if (root === null) throw new Error(`No browser runs on ${profileDir}.`);
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}
