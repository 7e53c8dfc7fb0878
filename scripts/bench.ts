/**
 * `npm run bench`: runs the benchmarks of `tests/bench/` one after the other; `npm run bench -- gap --changes 1000000`
 * only that one, with its flags.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needChromium } from './browsers.ts';
import { ensurePostgres } from './postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const benches = [
  'matcher',
  'watcher',
  'awkward',
  'replies',
  'library-index',
  'board',
  'triage',
  'gap',
  'claims',
  'round-trip',
  'live',
  'catch-up',
];
const say = (line: string) => process.stdout.write(`${line}\n`);

const args = process.argv.slice(2);
const firstFlag = args.findIndex((arg) => arg.startsWith('--'));
const wanted = firstFlag < 0 ? args : args.slice(0, firstFlag);
const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
if (['watcher', 'awkward', 'library-index', 'board', 'catch-up'].some(isWanted))
  process.env['HEARBACK_CHROMIUM'] = needChromium(say);
const onPostgres = ['gap', 'claims', 'round-trip'];
const hasPostgres = onPostgres.some(isWanted) && ensurePostgres(say) !== null;
let hasFailed = false;
for (const name of benches) {
  if (!isWanted(name)) continue;
  say(`\n── ${name}`);
  if (!hasPostgres && onPostgres.includes(name)) {
    say('Left out: there is no PostgreSQL on this machine, and none could be installed.');
    continue;
  }
  const script = join(root, 'tests', 'bench', `${name}.ts`);
  const { status } = spawnSync(process.execPath, [script, ...flags], {
    cwd: root,
    stdio: 'inherit',
  });
  hasFailed ||= status !== 0;
}
process.exitCode = hasFailed ? 1 : 0;
