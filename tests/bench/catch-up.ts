/**
 * How long does a browser take to catch up? A real Chromium with the built extension and a real server: the first sync
 * of a team with 10,000 threads, then 20,000 changes that were made while the browser was away, with the popup open
 * (reliability.md F46). `--changes 2000 --threads 1000` for a short run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import { launchTeammate } from '#scripts/drive/teammate.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { aSighting } from '#server/testing/builders.ts';
import { fact, joinAs, toOutcomes } from '#server/testing/test-device.ts';
import type { TestDevice } from '#server/testing/test-device.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { readFlag, startChild } from './child-server.ts';
import { keep, printTable } from './measure.ts';

const THREADS = readFlag('threads', 10_000);
const CHANGES = readFlag('changes', 20_000);
const BATCH = 200;
/** What is asked of an idle machine, ms. */
const GOALS = { firstSync: 3_000, catchUp: 10_000, longTask: 50 };

async function pushAll(device: TestDevice, facts: readonly Mutation[]): Promise<void> {
  for (let done = 0; done < facts.length; done += BATCH) {
    const answer = await device.push(...facts.slice(done, done + BATCH));
    if (toOutcomes(answer).some((one) => one !== 'ok')) throw new Error('A fact was refused.');
  }
}

const see = (count: number, from = 0): Mutation[] =>
  Array.from({ length: count }, (_, n) => aSighting({ id: `${from + n}` }));

/** Half new threads, half of those that are known set aside. */
function changeMuch(): Mutation[] {
  const half = Math.ceil(CHANGES / 2);
  const setAside = Array.from({ length: CHANGES - half }, (_, n) =>
    fact('thread.setOutcome', { id: `x:${n % THREADS}`, outcome: 'setAside', reason: `${n}` }),
  );
  return [...see(half, THREADS), ...setAside];
}

/** Where the browser stands in the team's history, read beside the extension's own code. */
async function readSeq(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('hearback');
        opened.addEventListener('error', () => reject(new Error('The database did not open.')));
        opened.addEventListener('success', () => {
          const row = opened.result.transaction('meta').objectStore('meta').get('sync');
          row.addEventListener('success', () => {
            opened.result.close();
            const state = row.result as { value: { cursor: { seq: number } } } | undefined;
            resolve(state?.value.cursor.seq ?? 0);
          });
        });
      }),
  );
}

async function untilSeq(page: Page, seq: number): Promise<void> {
  while ((await readSeq(page)) < seq) await page.waitForTimeout(50);
}

/** A page of the extension's origin without any of its code. */
const openBare = (teammate: Teammate) => teammate.openOwn('/icon/16.png');

const ask = (page: Page, name: string, request: unknown) =>
  page.evaluate(
    (message) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
        }
      ).chrome.runtime.sendMessage(message),
    { name, request },
  );

/** Longest task of a page from now on, ms; tasks below 50 ms are not told by the browser and count as 0. */
async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const kept = globalThis as unknown as { longest: number };
    kept.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
}

const folder = mkdtempSync(join(tmpdir(), 'hearback-catch-up-'));
const server = await startChild('serve.ts', { BENCH_DATA: join(folder, 'team.sqlite') });
const open = () =>
  launchTeammate({
    chromiumPath: needChromium((line) => process.stdout.write(`${line}\n`)),
    extensionDir: buildExtension('chrome'),
    profileDir: join(folder, 'profile'),
    headless: true,
  });
try {
  const owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
  await pushAll(owner, see(THREADS));
  const { body } = await owner.ask('POST', '/v1/invites', { role: 'member' });
  const { link } = body as { link: string };

  const first = await open();
  const page = await first.openOwn('/options.html#sites');
  const startedAt = performance.now();
  const joined = await ask(page, 'team.join', { link, name: 'Ben Example' });
  const firstSync = performance.now() - startedAt;
  if (!joined.ok) throw new Error(JSON.stringify(joined));
  const before = await readSeq(page);
  await first.close();

  await pushAll(owner, changeMuch());
  // From the start of the browser itself: its worker begins before any page could look.
  const backAt = performance.now();
  const again = await open();
  const bare = await openBare(again);
  const popup = await again.openOwn('/popup.html');
  const longestTask = await watchLongTasks(popup);
  await untilSeq(bare, before + CHANGES);
  const catchUp = performance.now() - backAt;
  const longTask = await longestTask();
  await again.close();

  const rows = [
    { what: `first sync of ${THREADS} threads`, ms: Math.round(firstSync), goal: GOALS.firstSync },
    {
      what: `${CHANGES} changes, from the browser's start`,
      ms: Math.round(catchUp),
      goal: GOALS.catchUp,
    },
    { what: 'longest task of the popup', ms: Math.round(longTask), goal: GOALS.longTask },
  ];
  printTable(rows);
  process.stdout.write(`Others on this machine meanwhile: load ${loadavg()[0]?.toFixed(1)}\n`);
  keep('catch-up', { THREADS, CHANGES, rows, load: loadavg() });
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
