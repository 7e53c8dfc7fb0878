/** `npm run bench`: runs the benchmarks of `tests/bench/` one after the other; `npm run bench -- matcher` only that one. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needChromium } from './browsers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const benches = ['matcher', 'watcher', 'replies'];
const say = (line: string) => process.stdout.write(`${line}\n`);

const wanted = process.argv.slice(2);
process.env['HEARBACK_CHROMIUM'] = needChromium(say);
let hasFailed = false;
for (const name of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, 'tests', 'bench', `${name}.ts`)], {
    cwd: root,
    stdio: 'inherit',
  });
  hasFailed ||= status !== 0;
}
process.exitCode = hasFailed ? 1 : 0;
