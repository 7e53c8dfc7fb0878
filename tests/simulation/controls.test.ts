/** Each well-known mistake must be caught by the property that guards against it; without it, the same runs pass. */
import { describe, expect, test } from 'vitest';
import {
  ackBeforeCommit,
  checkThenSet,
  cursorApart,
  epochIgnored,
  fencesAgain,
  noDedupe,
  noFence,
  ownClockUpkeep,
  wallClockLease,
} from './mutants.ts';
import type { Act, Script, Step } from './steps.ts';
import { play } from './world.ts';
import type { Mutant } from './world.ts';

/** So many schedules of one script are tried until the mistake shows. */
const SEEDS_MAX = 30;
const YEAR_MS = 365 * 24 * 3_600_000;

function step(browser: number, act: Act, tasks = 40, ms = 0): Step {
  return { browser, act, tasks, ms };
}

const calm = 2_000;
const see: Act = { do: 'see', thread: 1 };
const save: Act = { do: 'saveEntry' };
const take: Act = { do: 'claim', action: 'take', thread: 1 };
const release: Act = { do: 'claim', action: 'release', thread: 1 };

interface Control {
  mistake: string;
  mutant: Mutant;
  caughtBy: RegExp;
  steps: Step[];
}

const controls: Control[] = [
  {
    mistake: 'a claim that is checked, then set',
    mutant: checkThenSet,
    caughtBy: /^P4/,
    steps: [1, 2, 3, 4].flatMap((thread) => [
      step(2, { do: 'see', thread }, 40, calm),
      ...[0, 1, 2].map((browser) => step(browser, { do: 'claim', action: 'take', thread }, 0)),
      step(3, { do: 'claim', action: 'take', thread }, 0, calm),
    ]),
  },
  {
    mistake: 'a release without a fence',
    mutant: noFence,
    caughtBy: /^P5/,
    steps: [
      step(1, see, 40, calm),
      step(1, take, 40, calm),
      step(1, release, 40, calm),
      step(1, take, 40, calm),
      step(1, { do: 'releaseStale', thread: 1 }, 40, calm),
    ],
  },
  {
    mistake: 'an answer before the commit',
    mutant: ackBeforeCommit,
    caughtBy: /^P3 .* before it was stored/,
    steps: [step(0, save, 40, calm), step(1, save, 40, calm)],
  },
  {
    mistake: 'a cursor saved in a transaction of its own',
    mutant: cursorApart,
    caughtBy: /^P2/,
    steps: Array.from({ length: 20 }, (_, index) => [
      step(0, save, 40, 500),
      step(1, { do: 'killWorker', inTasks: 10 + 7 * index }, 0),
      step(1, { do: 'sync' }, 0, 1_000),
      step(1, { do: 'wakeWorker' }, 40, 1_000),
    ]).flat(),
  },
  {
    mistake: 'no memory of what was applied',
    mutant: noDedupe,
    caughtBy: /^P3 .* took effect 2 times/,
    steps: [step(0, { do: 'faultRequest', fault: 'dropResponse' }, 0), step(0, save, 40, 60_000)],
  },
  {
    mistake: 'a restored server under its old epoch',
    mutant: epochIgnored,
    caughtBy: /^P[123]/,
    steps: [
      step(0, save, 40, calm),
      step(0, { do: 'backUp' }),
      step(0, save, 40, calm),
      step(1, { do: 'killWorker', inTasks: 0 }),
      step(0, save, 40, calm),
      step(0, { do: 'partition' }),
      step(0, { do: 'restore' }),
      step(2, save, 40, calm),
      step(2, save, 40, calm),
      step(2, save, 40, calm),
      step(2, save, 40, calm),
    ],
  },
  {
    mistake: 'fences that begin again after a restore',
    mutant: fencesAgain,
    caughtBy: /^P5 .* two teammates/,
    steps: [
      step(1, see, 40, calm),
      step(0, { do: 'backUp' }),
      step(1, take, 40, calm),
      step(0, { do: 'restore' }, 40, calm),
      step(2, take, 40, calm),
    ],
  },
  {
    mistake: 'an upkeep by the browser’s clock',
    mutant: ownClockUpkeep,
    caughtBy: /^P2/,
    steps: [
      step(0, see, 40, calm),
      step(1, { do: 'jumpClock', ms: YEAR_MS }),
      step(1, { do: 'tidy' }, 40, calm),
    ],
  },
  {
    mistake: 'a lease counted by the browser’s clock',
    mutant: wallClockLease,
    caughtBy: /^P4/,
    steps: [
      step(2, see, 40, calm),
      step(2, take, 40, calm),
      step(1, { do: 'jumpClock', ms: YEAR_MS }),
      step(2, { do: 'jumpClock', ms: 0 }),
      step(3, { do: 'jumpClock', ms: YEAR_MS }),
      step(3, take, 40, calm),
    ],
  },
];

const script = (seed: number, steps: Step[]): Script => ({ seed, browsers: 4, steps });

describe.each(controls)('$mistake', ({ mutant, caughtBy, steps }) => {
  test('is caught, and the same runs pass without it', async () => {
    let caught = '';
    let tried = 0;
    for (; tried < SEEDS_MAX && caught === ''; tried += 1) {
      const { violations } = await play(script(tried, steps), mutant);
      caught = violations.find((one) => caughtBy.test(one)) ?? '';
    }
    expect(caught).toMatch(caughtBy);
    for (let seed = 0; seed < tried; seed += 1) {
      expect((await play(script(seed, steps))).violations).toEqual([]);
    }
  }, 300_000);
});
