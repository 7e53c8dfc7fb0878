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
