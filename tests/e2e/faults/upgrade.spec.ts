/** A browser full of version 1's data gets the new version (reliability.md F38). */
import type { Page } from '@playwright/test';
import { readTable } from '#scripts/drive/worker.ts';
import v1 from '#tests/stored/db-v1.json' with { type: 'json' };
import { expect, test } from '../fixtures.ts';
import { VERSION_TENTHS, askBackground, listProcesses, readDatabase } from './rig.ts';

const THREADS = 50_000;
const WAITING = 300;
/** Of an idle machine less than 5 s is asked (reliability.md F38); this one may be anything but idle. */
const WITHIN_MS = 20_000;

interface Held {
  held?: IDBDatabase;
}

/**
 * Puts a full database of version 1 into the place of the present one, and holds it open, so that the new code has to
 * wait for `letGo`.
 */
async function putVersion1(page: Page): Promise<void> {
  await page.evaluate(
    ({ stores, thread, fact, threads, waiting }) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('hearback');
        // Queued right behind the deletion: the worker cannot come between.
        const opened = indexedDB.open('hearback', 10);
        opened.addEventListener('error', () => reject(new Error('no version 1')));
        opened.addEventListener('upgradeneeded', () => {
          for (const [name, spec] of Object.entries(stores)) {
            const [key = '', ...indexes] = spec.split(', ');
            const isCounted = key.startsWith('++');
            const store = opened.result.createObjectStore(name, {
              keyPath: isCounted ? key.slice(2) : key,
              autoIncrement: isCounted,
            });
            for (const index of indexes) {
              const path = index.startsWith('[') ? index.slice(1, -1).split('+') : index;
              store.createIndex(index, path);
            }
          }
        });
        opened.addEventListener('success', () => {
          const db = opened.result;
          const writing = db.transaction(['threads', 'outbox'], 'readwrite');
          const rows = writing.objectStore('threads');
          for (let n = 0; n < threads; n += 1) {
            const body = { ...thread.body, id: `x:${n}`, seenAt: thread.seenAt + n };
            rows.add({ ...thread, id: `x:${n}`, seenAt: thread.seenAt + n, body, base: body });
          }
          const facts = writing.objectStore('outbox');
          for (let n = 1; n <= waiting; n += 1) facts.add({ ...fact, mid: n, recordId: `x:${n}` });
          writing.addEventListener('complete', () => {
            (globalThis as Held).held = db;
            resolve();
          });
          writing.addEventListener('abort', () => reject(new Error('version 1 was not stored')));
        });
      }),
    {
      stores: v1.stores,
      thread: v1.rows.threads[0] as { seenAt: number; body: object },
      fact: v1.rows.outbox[0] as object,
      threads: THREADS,
      waiting: WAITING,
    },
  );
}

const letGo = (page: Page) => page.evaluate(() => (globalThis as Held).held?.close());

/** Lets the new code at it; how long until what is opened is the new version, ms. */
async function upgrade(page: Page): Promise<number> {
  const started = performance.now();
  await letGo(page);
  await expect.poll(async () => (await readDatabase(page)).version).toBe(VERSION_TENTHS);
  return performance.now() - started;
}

const HALF_DONE = 'half done';

/**
 * In the worker: the upgrade says that it has asked for its last index, and never gets any further, so whatever happens
 * then happens in the middle of its transaction.
 */
function stopInUpgrade(channel: string): void {
  const createIndex = IDBObjectStore.prototype.createIndex;
  IDBObjectStore.prototype.createIndex = function halfDone(this: IDBObjectStore, ...args) {
    const index = createIndex.apply(this, args);
    if (this.name === 'threads') {
      new BroadcastChannel(channel).postMessage(this.name);
      for (;;) if (performance.now() < 0) break;
    }
    return index;
  };
}

test.setTimeout(120_000);

test('fifty thousand threads and three hundred waiting facts outlive the upgrade', async ({
  team,
}, info) => {
  const ana = await team.open('Ana');
  const page = await ana.openOwn('/options.html#sites');
  await putVersion1(page);
  const asked = askBackground(page, 'team.state');
  const ms = await upgrade(page);
  await asked;
  info.annotations.push({ type: 'upgrade', description: `${Math.round(ms)} ms` });
  expect(ms).toBeLessThan(WITHIN_MS);
  const { rows } = await readDatabase(page);
  expect(rows).toMatchObject({ threads: THREADS, outbox: WAITING, sent: 0 });
  const waiting = await readTable<{ mid: number }>(ana, 'outbox');
  expect(waiting.map(({ mid }) => mid)).toEqual(Array.from({ length: WAITING }, (_, n) => n + 1));
});

test('an upgrade that is killed leaves a sound database, which is upgraded at the next start', async ({
  team,
}, info) => {
  const ana = await team.open('Ana');
  // A document of the extension without any script: only the worker upgrades.
  const page = await ana.openOwn('/manifest.json');
  await putVersion1(page);
  const worker = ana.context.serviceWorkers()[0];
  await worker?.evaluate(stopInUpgrade, HALF_DONE);
  const isHalfDone = page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        new BroadcastChannel(name).addEventListener('message', ({ data }) => resolve(String(data)));
      }),
    HALF_DONE,
  );
  const closed = new Promise((resolve) => {
    ana.context.once('close', resolve);
  });
  const [browser = 0] = listProcesses(team.profileDir('Ana'));
  void askBackground(page, 'team.state').catch(() => null);
  void letGo(page).catch(() => null);
  expect(await isHalfDone).toBe('threads');
  process.kill(browser, 'SIGKILL');
  await closed;

  const again = await team.open('Ana');
  const fresh = await again.openOwn('/options.html#sites');
  await expect.poll(async () => (await readDatabase(fresh)).version).toBe(VERSION_TENTHS);
  const { rows } = await readDatabase(fresh);
  info.annotations.push({ type: 'rows', description: JSON.stringify(rows) });
  expect(rows).toMatchObject({ threads: THREADS, outbox: WAITING });
});
