import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { frameFaults, requestFaults } from './sim-network.ts';
import { shrink } from './shrink.ts';
import { writeScript } from './steps.ts';
import { play } from './world.ts';

/** `npm run simulate -- --seeds 10000` for the long run. */
const SEEDS = Number(process.env.HEARBACK_SEEDS ?? 300);
const GROUPS = 6;
const PER_GROUP = Math.ceil(SEEDS / GROUPS);

const faults = new Map<string, number>();

/** Plays one seed; what it broke, with the shortest script that breaks the same. */
async function report(seed: number): Promise<string[]> {
  const script = writeScript(seed);
  const outcome = await play(script);
  for (const [kind, times] of outcome.faults) faults.set(kind, (faults.get(kind) ?? 0) + times);
  if (outcome.violations.length === 0) return [];
  const property = outcome.violations[0]?.slice(0, 3) ?? '';
  const short = await shrink(script, async (candidate) =>
    (await play(candidate)).violations.some((one) => one.startsWith(property)),
  );
  const steps = short.steps.map((step) => JSON.stringify(step));
  return [`seed ${seed}, ${script.browsers} browsers`, ...outcome.violations, ...steps];
}

test.each(Array.from({ length: GROUPS }, (_, group) => group * PER_GROUP + 1))(
  'all properties hold from seed %i on',
  async (first) => {
    for (let seed = first; seed < first + PER_GROUP; seed += 1) {
      expect(await report(seed)).toEqual([]);
    }
  },
  600_000,
);

// A run in which nothing goes wrong would show nothing.
afterAll(() => {
  const expected = [
    ...requestFaults,
    ...frameFaults,
    'partition',
    'killWorker',
    'killServer',
    'jumpClock',
    'tidy',
    'shiftServerClock',
    'staleFence',
    'restore',
    'upkeep',
    'erase',
    'revoke',
    'copyProfile',
  ];
  const absent = expected.filter((kind) => !faults.has(kind));
  if (absent.length > 0) throw new Error(`Never injected: ${absent.join(', ')}`);
});

test('the same seed gives the same run', async () => {
  const hashes: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const hash = createHash('sha256');
    for (const seed of [11, 12, 13]) hash.update((await play(writeScript(seed))).log.join('\n'));
    hashes.push(hash.digest('hex'));
  }
  expect(hashes[0]).toBe(hashes[1]);
}, 120_000);
