/**
 * What watching costs in a real Chromium: 5,000 posts come to a feed, 20 every 16 ms, then 5,000 at once. Scripting
 * time of the page (DevTools `Performance.getMetrics`) with nothing watching, with the floor (an observer that only
 * reads `textContent`), with an observer that also has the adapter read each post at once, and with Hearback, which
 * does that in slices, remembers, and matches.
 *
 * `node tests/bench/watcher.ts`; CHROMIUM names another browser binary.
 */
import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { keep, median, printTable } from './measure.ts';

const KINDS = ['nothing', 'floor', 'adapter', 'hearback'] as const;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const POSTS = 5_000;
const LOADS = { 'feed, 20 every 16 ms': 20, 'all at once': POSTS };

const page = `<!doctype html><meta charset="utf-8"><title>Feed</title><main></main><template><div class="cell"><article>
<header><a class="author" href="/ada_example">ada_example</a> <a class="link" href="/ada_example/1"><time datetime="2026-11-22T10:40:00Z">2 h</time></a></header>
<p class="text">It stopped in the middle of boiling and I have no idea what to do now, has anybody here seen this before and found a way to get it going again without buying another one?</p>
<footer><button>Reply</button><button>Share</button><button>Like</button><span>12</span></footer></article></div></template>`;

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
  scriptMs: number;
  taskMs: number;
  seen: number;
  longest: number;
  longTasks: number;
}

async function measure(
  browser: Browser,
  code: string,
  kind: (typeof KINDS)[number],
  batch: number,
): Promise<Run> {
  const tab = await browser.newPage();
  try {
    await tab.setContent(page);
    await tab.evaluate(`window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration)))
        .observe({ type: 'longtask' });`);
    await tab.evaluate(code);
    const before = await tab.metrics();
    await tab.evaluate(`bench.start(${JSON.stringify(kind)}); bench.fill(${POSTS}, ${batch})`);
    if (kind !== 'nothing') await tab.waitForFunction(`bench.seen() >= ${POSTS}`, { polling: 250 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const after = await tab.metrics();
    const tasks = (await tab.evaluate('window.longTasks')) as number[];
    const seen = (await tab.evaluate('bench.seen()')) as number;
    const since = (name: 'ScriptDuration' | 'TaskDuration') =>
      ((after[name] ?? 0) - (before[name] ?? 0)) * 1_000;
    return {
      scriptMs: since('ScriptDuration'),
      taskMs: since('TaskDuration'),
      seen,
      longest: Math.max(0, ...tasks),
      longTasks: tasks.length,
    };
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
  const figures: Record<string, Record<string, Run[]>> = {};
  for (const [load, batch] of Object.entries(LOADS)) {
    const runs: Record<string, Run[]> = Object.fromEntries(KINDS.map((kind) => [kind, []]));
    // One of each in turn, so that what else the machine does falls on all alike.
    for (let run = 0; run < RUNS; run += 1) {
      for (const kind of KINDS) runs[kind]?.push(await measure(browser, code, kind, batch));
    }
    figures[load] = runs;
    const of = (kind: string, key: keyof Run) => median((runs[kind] ?? []).map((run) => run[key]));
    const floorMs = of('floor', 'scriptMs') - of('nothing', 'scriptMs');
    printTable(
      KINDS.map((kind) => {
        const ownMs = of(kind, 'scriptMs') - of('nothing', 'scriptMs');
        return {
          [load]: kind,
          'scripting ms': of(kind, 'scriptMs').toFixed(1),
          'own ms': ownMs.toFixed(1),
          // All tasks of the page: counts what scripting time leaves out, such as work after scheduler.yield.
          'task ms': of(kind, 'taskMs').toFixed(1),
          'µs a post': ((ownMs * 1_000) / POSTS).toFixed(1),
          'x floor': kind === 'nothing' ? '' : (ownMs / floorMs).toFixed(1),
          'longest task ms': of(kind, 'longest').toFixed(0),
          'long tasks': of(kind, 'longTasks'),
          posts: of(kind, 'seen'),
        };
      }),
    );
  }
  keep('watcher', figures);
} finally {
  await browser.close();
}
