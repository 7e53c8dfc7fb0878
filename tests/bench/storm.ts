/**
 * A page that adds 50,000 elements as fast as it can (threat T12): how long the longest tasks are in a real Chromium
 * with Hearback watching, and with nothing watching; what is longer is ours.
 *
 * `node tests/bench/storm.ts`; CHROMIUM names another browser binary.
 */
import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { keep, median, printTable } from './measure.ts';

const NODES = 50_000;
const BATCH = 500;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const KINDS = ['nothing', 'hearback'] as const;

const page = `<!doctype html><meta charset="utf-8"><title>Storm</title><main></main><template><div class="cell"><article>
<a class="author" href="/ada_example">ada_example</a><a class="link" href="/ada_example/1"><time datetime="2026-11-22T10:40:00Z">2 h</time></a>
<p class="text">It stopped in the middle of boiling and I have no idea what to do now.</p></article></div></template>`;
/** Elements of one cell of the template. */
const CELL = 6;

async function bundle(): Promise<string> {
  const output = await build({
    logLevel: 'silent',
    configFile: false,
    build: {
      write: false,
      minify: true,
      lib: { entry: 'tests/bench/watcher-page.ts', formats: ['iife'], name: 'benchPage' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('The page script was not built.');
  return first.output[0].code;
}

interface Run {
  longest: number;
  longTasks: number;
  /** Longest single callback of a timer, an idle period or an observer that was ours, ms. */
  ownLongest: number;
}

/** Takes the time of every callback that is handed to the browser after this has run, and of observers. */
const TIMED = `window.ownLongest = 0;
  // Hearback then goes on by timers, which can be timed.
  if (window.Scheduler) delete Scheduler.prototype.yield;
  const timed = (work) => function (...given) {
    const from = performance.now();
    try { return work.apply(this, given); }
    finally { window.ownLongest = Math.max(window.ownLongest, performance.now() - from); }
  };
  for (const name of ['requestIdleCallback', 'setTimeout']) {
    const own = window[name].bind(window);
    window[name] = (work, ...more) => own(window.isFilling ? work : timed(work), ...more);
  }
  const Own = MutationObserver;
  window.MutationObserver = class extends Own { constructor(work) { super(timed(work)); } };`;

async function measure(browser: Browser, code: string, kind: (typeof KINDS)[number]): Promise<Run> {
  const tab = await browser.newPage();
  try {
    await tab.setContent(page);
    await tab.evaluate(`window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration)))
        .observe({ type: 'longtask' });`);
    if (kind === 'hearback') await tab.evaluate(TIMED);
    await tab.evaluate(code);
    const cells = Math.ceil(NODES / CELL);
    await tab.evaluate(`bench.start('${kind}'); bench.fill(${cells}, ${Math.ceil(BATCH / CELL)})`);
    if (kind === 'hearback')
      await tab.waitForFunction(`bench.seen() >= ${cells}`, { polling: 250 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const tasks = (await tab.evaluate('window.longTasks')) as number[];
    const ownLongest = (await tab.evaluate('window.ownLongest ?? 0')) as number;
    return { longest: Math.max(0, ...tasks), longTasks: tasks.length, ownLongest };
  } finally {
    await tab.close();
  }
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error('No Chromium found; name one in CHROMIUM.');
const code = await bundle();
const browser = await launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
try {
  const runs: Record<string, Run[]> = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  // One of each in turn, so that what else the machine does falls on all alike.
  for (let run = 0; run < RUNS; run += 1) {
    for (const kind of KINDS) runs[kind]?.push(await measure(browser, code, kind));
  }
  const of = (kind: string, key: keyof Run) => median((runs[kind] ?? []).map((run) => run[key]));
  printTable(
    KINDS.map((kind) => ({
      watching: kind,
      'longest task ms': of(kind, 'longest').toFixed(0),
      'long tasks': of(kind, 'longTasks'),
      'longest of ours ms': kind === 'nothing' ? '' : of(kind, 'ownLongest').toFixed(1),
    })),
  );
  keep('storm', runs);
} finally {
  await browser.close();
}
