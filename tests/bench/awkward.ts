/**
 * Awkward pages in a real Chromium: the built extension on pages that recycle their nodes, bring 10,000 at once, nest,
 * lie in their attributes, and so on; beside it the same pages in a browser without us. Counted are tasks of the page's
 * main thread over 50 ms, and how much of each was ours, by the DevTools profile. Nothing may crash, no task may hold more
 * than 50 ms of ours, mentions must have their chips and nothing else, and a page that the browser kept it keeps with us.
 *
 * `node tests/bench/awkward.ts --site x --kind bfcache` runs a part of it. Wants a machine that does nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { startBrowsers } from './awkward/browsers.ts';
import { awkwardKinds, prepare, type AwkwardKind } from './awkward/kinds.ts';
import { awkwardSites, toHtml, type AwkwardSite } from './awkward/sites.ts';
import { readTasks } from './awkward/tasks.ts';
import { startTrace } from './awkward/trace.ts';
import { keep, printTable } from './measure.ts';

/** Longer than this a task keeps a person waiting, ms. */
const LONG_MS = 50;
/** Longer than the slowest page takes on a busy machine, ms. */
const HANGS_MS = 120_000;

interface Run {
  longTasks: number;
  longestMs: number;
  oursLongTasks: number;
  oursLongestMs: number;
  oursMs: number;
  /** Elements of ours in the page at the end. */
  chips: number;
  /** Those of them that stand in a post which names no brand. */
  misplaced: number;
  isKept: boolean;
  /** Crashes, and errors that nobody caught. */
  errors: string[];
}

async function runOn(
  context: BrowserContext,
  site: AwkwardSite,
  kind: AwkwardKind,
  origin: string,
): Promise<Run> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('crash', () => void errors.push('crash'));
  page.on('pageerror', ({ stack, message }) => void errors.push(stack ?? message));
  try {
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ body: toHtml(site), contentType: 'text/html; charset=utf-8' })
        : route.abort(),
    );
    const session = await context.newCDPSession(page);
    const stop = await startTrace(session);
    await page.goto(site.url);
    await prepare(page);
    await page.waitForTimeout(600);
    await inTime(kind.act(page));
    await page.waitForTimeout(kind.settleMs);
    const events = await inTime(stop());
    if (context === browsers.withUs) keepTrace(`${site.name} ${kind.name}`, events);
    const tasks = readTasks(events, 'awkward', origin);
    const long = tasks.filter(({ ms }) => ms > LONG_MS);
    return {
      longTasks: long.length,
      longestMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
      oursLongTasks: tasks.filter(({ oursMs }) => oursMs > LONG_MS).length,
      oursLongestMs: Math.max(0, ...tasks.map(({ oursMs }) => oursMs)),
      oursMs: tasks.reduce((sum, { oursMs }) => sum + oursMs, 0),
      chips: await page.evaluate(() => document.querySelectorAll('div[style*="initial"]').length),
      misplaced: await page.evaluate(
        () =>
          [...document.querySelectorAll('div[style*="initial"]')].filter(
            (chip) => chip.closest('#contents > *')?.textContent?.includes('Acme') !== true,
          ).length,
      ),
      isKept: await page.evaluate(() => 'wasKept' in window && window.wasKept === true),
      errors,
    };
  } finally {
    await page.close();
  }
}

/** A page that hangs must end the run, not take it along. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The page hangs.')), HANGS_MS);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** For the performance panel of DevTools, where BENCH_TRACES names a folder. */
function keepTrace(name: string, events: readonly object[]): void {
  const folder = process.env['BENCH_TRACES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = `${name.replaceAll(/[^a-z\d]+/giu, '-')}.json`;
  writeFileSync(join(folder, file), JSON.stringify({ traceEvents: events }));
}

function flag(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const browsers = await startBrowsers();
const figures: Record<string, { without: Run; withUs: Run }> = {};
try {
  const sites = awkwardSites.filter(({ name }) => name.includes(flag('site') ?? ''));
  const kinds = awkwardKinds.filter(({ name }) => name.includes(flag('kind') ?? ''));
  for (const site of sites) {
    for (const kind of kinds) {
      const without = await runOn(browsers.without, site, kind, browsers.origin);
      const withUs = await runOn(browsers.withUs, site, kind, browsers.origin);
      figures[`${site.name}: ${kind.name}`] = { without, withUs };
      if (process.env['BENCH_VERBOSE'])
        process.stdout.write(`${site.name}: ${kind.name} ${JSON.stringify(withUs)}\n`);
    }
  }
} finally {
  await browsers.close();
}
printTable(
  Object.entries(figures).map(([name, { without, withUs }]) => ({
    'awkward page': name,
    'long tasks without us': without.longTasks,
    'with us': withUs.longTasks,
    'longest ms without': without.longestMs.toFixed(0),
    with: withUs.longestMs.toFixed(0),
    'ours over 50 ms': withUs.oursLongTasks,
    'longest of ours ms': withUs.oursLongestMs.toFixed(1),
    'ours in all ms': withUs.oursMs.toFixed(0),
    chips: withUs.chips,
    misplaced: withUs.misplaced,
    errors: withUs.errors.length - without.errors.length,
    ...(name.endsWith('bfcache') ? { kept: `${withUs.isKept}` } : {}),
  })),
);
keep('awkward', figures);
/** What a row shows to be wrong; a page that reads nothing would be fast. */
function faultsOf(name: string, { without, withUs }: { without: Run; withUs: Run }): string[] {
  // Lists in which nothing is marked are read only where all of their posts are alike.
  const isRead = !name.includes('nothing marked');
  return [
    ...(withUs.oursLongTasks > 0 ? [`${withUs.oursLongTasks} tasks over ${LONG_MS} ms`] : []),
    ...(withUs.errors.length > without.errors.length
      ? ['errors that are not there without us']
      : []),
    ...(isRead && withUs.chips === 0 ? ['no chip at all'] : []),
    ...(withUs.misplaced > 0 ? [`${withUs.misplaced} chips at posts without a brand`] : []),
    ...(without.isKept && !withUs.isKept ? ['not kept for going back, as it is without us'] : []),
  ];
}

for (const [name, runs] of Object.entries(figures)) {
  const faults = faultsOf(name, runs);
  if (faults.length === 0) continue;
  process.stdout.write(`${name}: ${faults.join('; ')}\n`);
  process.exitCode = 1;
}
