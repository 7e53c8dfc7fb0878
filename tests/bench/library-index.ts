/**
 * Suggestions from a large library in the background worker of a real Chromium with the built extension: how long a
 * message to the worker takes until it is answered, what memory the worker needs for it, and how long the first one takes
 * after the worker was ended. `--sizes 10000,100000`; the library is made up and stands in IndexedDB from the start.
 */
import { loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import { aBrand, aThread } from '#tests/support/builders.ts';
import { makeLibrary, toThreadPosts } from './library-words.ts';
import { keep, median, printTable } from './measure.ts';
import { clearRows, countRows, openOwnBrowser, openOwnPage, putRows } from './own-browser.ts';

const POSTS = 200;
const RESTARTS = 5;
const PATIENCE_MS = 300_000;
/** p95 of a call in ms, memory in MB, and what the first call after a restart may take longer than any other message, ms. */
const GOALS: Record<number, { p95: number; mb: number }> = {
  10_000: { p95: 50, mb: 60 },
  100_000: { p95: 120, mb: 200 },
};
const RESTART_GOAL = 300;

interface OwnPage {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean; value?: unknown }> };
  };
}

/** Sends a message from a page of the extension; gives how long the answer took, ms, and the answer. */
const ask = (page: Page, name: string, request: unknown) =>
  page.evaluate(
    async (message) => {
      const own = globalThis as unknown as OwnPage;
      const start = performance.now();
      const answer = await own.chrome.runtime.sendMessage(message);
      return { ms: performance.now() - start, answer };
    },
    { name, request },
  );

const suggest = async (page: Page, at: number) => {
  const { ms, answer } = await ask(page, 'suggestion.list', { threadId: `x:${at}` });
  if (answer.ok !== true) throw new Error(`No suggestions: ${JSON.stringify(answer)}`);
  return { ms, found: (answer.value as unknown[]).length };
};

async function killWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** What lives in the worker after a collection, MB: objects, and the buffers of arrays. */
async function readMemory(browser: Browser): Promise<number> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  const session = worker?.client as CDPSession;
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** Processor time of all of the browser, ms: what other work on the machine takes does not count. */
async function readProcessor(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + 1_000 * cpuTime, 0);
}

async function measure(executablePath: string, extensionDir: string, size: number) {
  const { browser, end } = await openOwnBrowser(executablePath, extensionDir);
  try {
    const page = await openOwnPage(browser, '/options.html#about');

    const { entries, posts } = makeLibrary(size, POSTS);
    const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '' };
    const record = (body: { id: string }) => ({ id: body.id, seq: 1, body, base: body });
    await putRows(page, 'brands', [record(aBrand())]);
    await putRows(
      page,
      'threads',
      toThreadPosts(posts).map((post) => ({
        ...row,
        ...record(aThread({ id: `x:${post.id}`, post })),
      })),
    );
    await putRows(
      page,
      'library',
      entries.map((body) => ({ ...record(body), at: body.at })),
    );

    await killWorker(page);
    // The worker may have learned while rows were put that it cannot know of: it begins from nothing.
    await clearRows(page, 'libraryPieces');
    await ask(page, 'team.state', null);
    const memoryBefore = await readMemory(browser);

    const start = performance.now();
    const first = await suggest(page, 0);
    // The pieces, what was learned, and the mark of the library.
    while ((await countRows(page, 'libraryPieces')) < 66) {
      if (performance.now() - start > PATIENCE_MS) throw new Error('The index was not built.');
      await suggest(page, 0);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const builtIn = performance.now() - start;

    const calls: number[] = [];
    let shown = 0;
    const processorBefore = await readProcessor(browser);
    for (let at = 0; at < POSTS; at += 1) {
      const { ms, found } = await suggest(page, at);
      calls.push(ms);
      shown += found > 0 ? 1 : 0;
    }
    const processorMs = ((await readProcessor(browser)) - processorBefore) / POSTS;
    const memory = (await readMemory(browser)) - memoryBefore;

    const restarts: { plain: number; suggest: number }[] = [];
    for (let run = 0; run < RESTARTS; run += 1) {
      await killWorker(page);
      const plain = (await ask(page, 'team.state', null)).ms;
      await killWorker(page);
      restarts.push({ plain, suggest: (await suggest(page, run)).ms });
    }
    calls.sort((one, other) => one - other);
    return {
      size,
      firstMs: first.ms,
      builtMs: builtIn,
      p50: calls[Math.floor(0.5 * calls.length)] ?? Number.NaN,
      p95: calls[Math.floor(0.95 * calls.length)] ?? Number.NaN,
      processorMs,
      shown: shown / POSTS,
      memory,
      restartMs: median(restarts.map((one) => one.suggest)),
      restartPlainMs: median(restarts.map((one) => one.plain)),
    };
  } finally {
    await end();
  }
}

const sizes = (process.argv[process.argv.indexOf('--sizes') + 1] ?? '').split(',').map(Number);
const wanted = sizes.every((size) => size > 0) ? sizes : Object.keys(GOALS).map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);
const executablePath = needChromium(say);
const extensionDir = buildExtension('chrome');
const figures = [];
for (const size of wanted) figures.push(await measure(executablePath, extensionDir, size));
printTable(
  figures.map((one) => ({
    entries: one.size,
    'call p50 ms': one.p50.toFixed(1),
    'p95 ms': one.p95.toFixed(1),
    'processor ms': one.processorMs.toFixed(1),
    'goal ms': GOALS[one.size]?.p95 ?? '',
    'memory MB': one.memory.toFixed(1),
    'goal MB': GOALS[one.size]?.mb ?? '',
    'first call after a restart ms': one.restartMs.toFixed(0),
    'another message then ms': one.restartPlainMs.toFixed(0),
    'goal more ms': RESTART_GOAL,
    'built beside ms': one.builtMs.toFixed(0),
    'first call ever ms': one.firstMs.toFixed(0),
    'shown %': (100 * one.shown).toFixed(0),
  })),
);
say(`load average ${loadavg()[0]?.toFixed(1)}`);
keep('library-index', figures);
