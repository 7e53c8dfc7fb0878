/** A Chromium with the built extension, and its database from outside, for benchmarks that need it filled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { chromiumFlags } from '#scripts/browsers.ts';

const ROWS_AT_ONCE = 5_000;
const PATIENCE_MS = 300_000;

/** Starts it with a profile of its own, which `end` removes. */
export async function openOwnBrowser(
  executablePath: string,
  extensionDir: string,
): Promise<{ browser: Browser; end(): Promise<void> }> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const browser = await launch({
    executablePath,
    userDataDir,
    headless: true,
    protocolTimeout: PATIENCE_MS,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...chromiumFlags,
      '--no-sandbox',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
    ],
  });
  return {
    browser,
    async end() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

/** A page of the extension whose database is there: opened from outside before, it would be an empty one. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${new URL(target.url()).host}${path}`);
  await page.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      }
    ).chrome.runtime.sendMessage({ name: 'team.state', request: null }),
  );
  return page;
}

/** Puts rows into a table of the extension's database. */
export async function putRows(page: Page, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await page.evaluate(
      (name, part) =>
        new Promise<void>((resolve, reject) => {
          const opened = indexedDB.open('hearback');
          opened.addEventListener('error', () => reject(new Error('The database did not open.')));
          opened.addEventListener('success', () => {
            const writing = opened.result.transaction(name, 'readwrite');
            for (const row of part) writing.objectStore(name).put(row);
            writing.addEventListener('complete', () => {
              opened.result.close();
              resolve();
            });
            writing.addEventListener('error', () => reject(new Error(`${name} was not written.`)));
          });
        }),
      table,
      rows.slice(from, from + ROWS_AT_ONCE),
    );
  }
}

/** Empties a table behind the back of the extension. */
export const clearRows = (page: Page, table: string) =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const opened = indexedDB.open('hearback');
        opened.addEventListener('success', () => {
          const writing = opened.result.transaction(name, 'readwrite');
          writing.objectStore(name).clear();
          writing.addEventListener('complete', () => {
            opened.result.close();
            resolve();
          });
        });
      }),
    table,
  );

/** How many rows a table has. */
export const countRows = (page: Page, table: string) =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('hearback');
        opened.addEventListener('success', () => {
          const asked = opened.result.transaction(name).objectStore(name).count();
          asked.addEventListener('success', () => {
            opened.result.close();
            resolve(asked.result);
          });
        });
      }),
    table,
  );
