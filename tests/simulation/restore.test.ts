import { expect, test } from 'vitest';
import type { Script, Step } from './steps.ts';
import { play } from './world.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

function step(browser: number, act: Step['act'], ms = 15_000): Step {
  return { browser, act, tasks: 20, ms };
}

function script(...steps: Step[]): Script {
  return { seed: 1, browsers: 2, steps };
}

test('facts that only a restored server has forgotten come back from the browsers', async () => {
  const outcome = await play(
    script(
      step(0, { do: 'saveEntry' }),
      step(0, { do: 'backUp' }),
      step(0, { do: 'saveEntry' }),
      step(1, { do: 'saveEntry' }),
      step(0, { do: 'restore' }),
    ),
  );
  expect(outcome.violations).toEqual([]);
});

test('a browser whose token was changed since the copy is let in again', async () => {
  const outcome = await play(
    script(
      step(0, { do: 'backUp' }),
      step(1, { do: 'jumpClock', ms: YEAR_MS }),
      step(1, { do: 'sync' }),
      step(1, { do: 'saveEntry' }),
      step(0, { do: 'restore' }),
    ),
  );
  expect(outcome.violations).toEqual([]);
});

test('a fact that is answered again after its removal was pulled does not come back', async () => {
  const outcome = await play({
    seed: 547,
    browsers: 4,
    steps: [
      { browser: 1, act: { do: 'saveEntry' }, tasks: 60, ms: 0 },
      { browser: 1, act: { do: 'partition' }, tasks: 0, ms: 15_000 },
      { browser: 0, act: { do: 'removeEntry', nth: 4 }, tasks: 200, ms: 30 },
      { browser: 0, act: { do: 'backUp' }, tasks: 200, ms: 15_000 },
      { browser: 1, act: { do: 'restore' }, tasks: 0, ms: 0 },
    ],
  });
  expect(outcome.violations).toEqual([]);
});
