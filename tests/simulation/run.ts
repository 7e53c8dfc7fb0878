/**
 * The long run: `node tests/simulation/run.ts --seeds 10000 [--from N]`, and one seed again, with its log and its
 * shortest failing script: `--replay SEED`. `--restores`: scripts of little but restores of the server.
 */
import { parseArgs } from 'node:util';
import { shrink } from './shrink.ts';
import { AROUND_RESTORES, writeScript } from './steps.ts';
import { play } from './world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    replay: { type: 'string' },
    restores: { type: 'boolean', default: false },
  },
});
const options = values.restores ? AROUND_RESTORES : {};
const print = (text: string) => process.stdout.write(`${text}\n`);

async function replay(seed: number): Promise<void> {
  const script = writeScript(seed, options);
  const outcome = await play(script);
  for (const line of outcome.log) print(line);
  for (const violation of outcome.violations) print(`! ${violation}`);
  if (outcome.violations.length === 0) return;
  // Shortened only to what fails in the same way: by the same property.
  const property = outcome.violations[0]?.slice(0, 3) ?? '';
  const short = await shrink(script, async (candidate) =>
    (await play(candidate)).violations.some((one) => one.startsWith(property)),
  );
  print(`\nShortest script with ${short.browsers} browsers:`);
  for (const step of short.steps) print(JSON.stringify(step));
  for (const violation of (await play(short)).violations) print(`! ${violation}`);
  process.exitCode = 1;
}

async function runAll(from: number, count: number): Promise<void> {
  const began = process.cpuUsage();
  const faults = new Map<string, number>();
  const failed: number[] = [];
  let acts = 0;
  let tasks = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const outcome = await play(writeScript(seed, options));
    acts += outcome.acts;
    tasks += outcome.tasks;
    for (const [kind, times] of outcome.faults) faults.set(kind, (faults.get(kind) ?? 0) + times);
    if (outcome.violations.length > 0) {
      failed.push(seed);
      print(`seed ${seed}: ${outcome.violations.join('; ').slice(0, 400)}`);
    }
    const done = seed - from + 1;
    if (done % 1_000 === 0) print(`${done} of ${count}, ${failed.length} failed`);
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  print(
    `${count} seeds in ${seconds.toFixed(1)} s of CPU (${(count / seconds).toFixed(1)} a second)`,
  );
  print(`${acts} acts, ${tasks} tasks, ${failed.length} failed`);
  for (const [kind, times] of [...faults].sort()) print(`  ${kind}: ${times}`);
  if (failed.length > 0) {
    print(`Again: node tests/simulation/run.ts --replay ${failed[0]}`);
    process.exitCode = 1;
  }
}

await (values.replay === undefined
  ? runAll(Number(values.from), Number(values.seeds))
  : replay(Number(values.replay)));
