/**
 * Runs every tier of tests, as CI does, and ends with one line `N passed, N failed, N skipped` over all of them.
 * `npm test -- unit e2e` runs only the tiers named.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureFirefox, needChromium } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { ensurePostgres } from './postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const results = join(root, 'data', 'test-results');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Tier {
  name: string;
  about: string;
  run(): Tally;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function succeeds(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** One check that either holds or does not. */
function check(name: string, holds: boolean): Tally {
  say(`${holds ? '✓' : '✗'} ${name}`);
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}

function sum(tallies: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** Reads a runner's report; a run without a sound report, or with nothing in it, has failed. */
function readReport(file: string, hasSucceeded: boolean, toTally: (report: never) => Tally): Tally {
  let tally: Tally;
  try {
    tally = toTally(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const isHollow = tally.passed + tally.failed === 0;
  // An error outside any test, such as one at the end of a worker, must not pass unseen.
  const isAtOdds = !hasSucceeded && tally.failed === 0;
  return isHollow || isAtOdds ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** Tests that failed once and passed when they were tried again; told at the end, for each is a race to be found. */
const secondTries: string[] = [];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string }[] }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function listFlaky({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map(({ title }) => title), ...suites.flatMap(listFlaky)];
}

const tiers: Tier[] = [
  {
    name: 'check',
    about: 'format, lint with import fences, types',
    run: () =>
      sum([
        check('format', succeeds(bin('prettier'), ['--check', '--log-level=warn', '.'])),
        check('lint', succeeds(bin('oxlint'), ['--deny-warnings'])),
        check('types', succeeds(bin('tsc'), ['--noEmit'])),
      ]),
  },
  {
    name: 'build',
    about: 'the extension for Chromium and for Firefox',
    run: () =>
      sum(
        (['chrome', 'firefox'] as const).map((target) => {
          try {
            buildExtension(target);
            return check(`build for ${target}`, true);
          } catch (error) {
            say(String(error));
            return check(`build for ${target}`, false);
          }
        }),
      ),
  },
  {
    name: 'unit',
    about:
      'units, saved pages in real Chromium, real editors in both browsers, server, architecture',
    run() {
      const file = join(results, 'vitest.json');
      const args = [
        'run',
        '--retry=1',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ];
      const hasSucceeded = succeeds(bin('vitest'), args);
      return readReport(file, hasSucceeded, (report: VitestReport) => {
        const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
        const again = all.filter(
          ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0,
        );
        secondTries.push(...again.map(({ fullName }) => fullName));
        return {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests + report.numTodoTests,
        };
      });
    },
  },
  {
    name: 'e2e',
    about: 'the built extension in real Chromium and Firefox with a real server',
    run() {
      const file = join(results, 'playwright.json');
      const hasSucceeded = succeeds(
        bin('playwright'),
        ['test', '--retries=1', '--reporter=list,json'],
        {
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        },
      );
      return readReport(file, hasSucceeded, (report: PlaywrightReport) => {
        const { stats } = report;
        secondTries.push(...listFlaky(report));
        return {
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: stats.skipped,
        };
      });
    },
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !tiers.some((tier) => tier.name === name));
if (unknown.length > 0) {
  say(
    `Unknown tier: ${unknown.join(', ')}. There are ${tiers.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env['HEARBACK_CHROMIUM'] = needChromium(say);
const firefox = ensureFirefox(say);
if (firefox) process.env['HEARBACK_FIREFOX'] = firefox;
else say('No Firefox here: its tests are skipped.');
if (ensurePostgres(say) === null) say('No PostgreSQL here: its tests are skipped.');

const ran: { name: string; tally: Tally; seconds: number }[] = [];
for (const tier of tiers) {
  if (wanted.length > 0 && !wanted.includes(tier.name)) continue;
  say(`\n── ${tier.name}: ${tier.about}`);
  const start = performance.now();
  const tally = tier.run();
  ran.push({ name: tier.name, tally, seconds: (performance.now() - start) / 1000 });
}

say('\nTiers that ran:');
for (const { name, tally, seconds } of ran) {
  const { passed, failed, skipped } = tally;
  say(`  ${name}: ${passed} ok, ${failed} not ok, ${skipped} left out, ${seconds.toFixed(0)} s`);
}
if (secondTries.length > 0) {
  say('\nPassed only when tried a second time:');
  for (const name of secondTries) say(`  ${name}`);
}
const total = sum(ran.map(({ tally }) => tally));
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
