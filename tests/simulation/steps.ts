/** The script of a run: a plain list, so that a failing run can be played again and cut down to what matters. */
import type { NewerAct } from './newer-facts.ts';
import { createChance } from './random.ts';
import { frameFaults, requestFaults } from './sim-network.ts';
import type { FrameFault, RequestFault } from './sim-network.ts';

export type Act =
  | { do: 'see'; thread: number }
  | { do: 'outcome'; thread: number; outcome: 'open' | 'settled' | 'setAside' }
  | { do: 'reply'; thread: number; isFenced: boolean }
  | { do: 'saveEntry' }
  | { do: 'removeEntry'; nth: number }
  | { do: 'saveStory'; thread: number }
  | { do: 'removeStory'; thread: number }
  | { do: 'rename' }
  | { do: 'saveBrand' }
  | NewerAct
  | { do: 'claim'; action: 'take' | 'renew' | 'release' | 'takeOver' | 'handOver'; thread: number }
  | { do: 'releaseStale'; thread: number }
  | { do: 'sync' }
  /** After so many more tasks: in the middle of whatever goes on then. */
  | { do: 'killWorker'; inTasks: number }
  | { do: 'wakeWorker' }
  | { do: 'partition' }
  | { do: 'heal' }
  | { do: 'faultRequest'; fault: RequestFault }
  | { do: 'faultFrame'; fault: FrameFault }
  | { do: 'jumpClock'; ms: number }
  /** The browser's own daily upkeep. */
  | { do: 'tidy' }
  | { do: 'killServer'; inTasks: number }
  | { do: 'startServer' }
  | { do: 'shiftServerClock'; ms: number }
  | { do: 'sweep' }
  | { do: 'backUp' }
  | { do: 'restore' }
  /** The server lives through so many days, then clears up. */
  | { do: 'upkeep'; days: number }
  /** A person who wrote wants it gone. */
  | { do: 'erase'; thread: number }
  | { do: 'revoke' }
  | { do: 'copyProfile' };

/** One act by one browser (or, for the server's, by nobody), and how long the world goes on before the next. */
export interface Step {
  browser: number;
  act: Act;
  /** Tasks to run without waiting for calm; then ms of virtual time, 0 for none. */
  tasks: number;
  ms: number;
}

export interface Script {
  seed: number;
  browsers: number;
  steps: Step[];
}

export interface ScriptOptions {
  /** How many steps are drawn; by default 30 to 80, as the seed decides. */
  length?: number;
  /** All others are left out. */
  only?: readonly Act['do'][];
}

/** Nothing but restores of the server and what is told about threads: so that much is forgotten. */
export const AROUND_RESTORES: ScriptOptions = {
  length: 250,
  only: [
    'see',
    'outcome',
    'label',
    'reply',
    'saveStory',
    'story',
    'followUp',
    'sync',
    'partition',
    'heal',
    'killWorker',
    'wakeWorker',
    'backUp',
    'restore',
  ],
};

const YEAR_MS = 365 * 24 * 3_600_000;

type Weighted = [weight: number, make: (chance: ReturnType<typeof createChance>) => Act];

const threadOf = (chance: ReturnType<typeof createChance>) => chance.between(1, 4);

const menu: Weighted[] = [
  [10, (c) => ({ do: 'see', thread: threadOf(c) })],
  [
    5,
    (c) => ({
      do: 'outcome',
      thread: threadOf(c),
      outcome: c.pick(['open', 'open', 'settled', 'setAside']),
    }),
  ],
  [7, (c) => ({ do: 'reply', thread: threadOf(c), isFenced: c.next() < 0.7 })],
  [12, () => ({ do: 'saveEntry' })],
  [4, (c) => ({ do: 'removeEntry', nth: c.between(0, 20) })],
  [4, (c) => ({ do: 'saveStory', thread: threadOf(c) })],
  [3, (c) => ({ do: 'removeStory', thread: threadOf(c) })],
  [
    5,
    (c) => ({
      do: 'story',
      thread: threadOf(c),
      how: c.pick(['tag', 'tag', 'untag', 'consent', 'notice']),
    }),
  ],
  [3, (c) => ({ do: 'followUp', thread: threadOf(c) })],
  [1, () => ({ do: 'collection' })],
  [
    5,
    (c) => ({
      do: 'queue',
      thread: threadOf(c),
      how: c.pick(['route', 'route', 'rule', 'snooze', 'wake']),
    }),
  ],
  [1, () => ({ do: 'desk' })],
  [2, () => ({ do: 'rename' })],
  [2, () => ({ do: 'saveBrand' })],
  [
    5,
    (c) => ({
      do: 'label',
      thread: threadOf(c),
      intent: c.pick(['complaint', 'complaint', 'question', null]),
    }),
  ],
  [5, (c) => ({ do: 'look', thread: threadOf(c), how: c.pick(['ask', 'ask', 'answer', 'end']) })],
  [
    6,
    (c) => ({
      do: 'shelf',
      nth: c.between(1, 2),
      how: c.pick(['save', 'use', 'use', 'use', 'setState', 'forgetUses']),
    }),
  ],
  [2, () => ({ do: 'saveGuide' })],
  [12, (c) => ({ do: 'claim', action: 'take', thread: threadOf(c) })],
  [3, (c) => ({ do: 'claim', action: 'renew', thread: threadOf(c) })],
  [4, (c) => ({ do: 'claim', action: 'release', thread: threadOf(c) })],
  [4, (c) => ({ do: 'claim', action: 'takeOver', thread: threadOf(c) })],
  [3, (c) => ({ do: 'claim', action: 'handOver', thread: threadOf(c) })],
  [2, (c) => ({ do: 'releaseStale', thread: threadOf(c) })],
  [6, () => ({ do: 'sync' })],
  [5, (c) => ({ do: 'killWorker', inTasks: c.between(0, 300) })],
  [6, () => ({ do: 'wakeWorker' })],
  [3, () => ({ do: 'partition' })],
  [4, () => ({ do: 'heal' })],
  [12, (c) => ({ do: 'faultRequest', fault: c.pick(requestFaults) })],
  [6, (c) => ({ do: 'faultFrame', fault: c.pick(frameFaults) })],
  [2, (c) => ({ do: 'jumpClock', ms: c.pick([-YEAR_MS, YEAR_MS]) })],
  [3, () => ({ do: 'tidy' })],
  [3, (c) => ({ do: 'killServer', inTasks: c.between(0, 300) })],
  [4, () => ({ do: 'startServer' })],
  [2, (c) => ({ do: 'shiftServerClock', ms: -c.between(1_000, 10_000) })],
  [2, () => ({ do: 'sweep' })],
  [2, () => ({ do: 'backUp' })],
  [2, () => ({ do: 'restore' })],
  // More than is kept of the history; now and then more than is kept of threads and removals.
  [1.5, (c) => ({ do: 'upkeep', days: c.pick([8, 8, 91]) })],
  [1, (c) => ({ do: 'erase', thread: threadOf(c) })],
  [0.5, () => ({ do: 'revoke' })],
  [0.5, () => ({ do: 'copyProfile' })],
];

/** The script of a seed; the same whenever it is asked for. */
export function writeScript(seed: number, options: ScriptOptions = {}): Script {
  const chance = createChance(seed);
  const browsers = chance.between(2, 8);
  const length = options.length ?? chance.between(30, 80);
  const steps: Step[] = [];
  for (let index = 0; index < length; index += 1) {
    const act = choose(chance);
    const tasks = chance.pick([0, 0, 5, 20, 60, 200]);
    // Mostly hurried, so that acts overlap; now and then long enough for a lease to run out.
    const ms = chance.pick([0, 0, 0, 0, 30, 30, 200, 200, 2_000, 15_000, 15_000, 660_000]);
    const step = { browser: chance.between(0, browsers - 1), act, tasks, ms };
    if (options.only?.includes(act.do) ?? true) steps.push(step);
  }
  return { seed, browsers, steps };
}

const total = menu.reduce((sum, [weight]) => sum + weight, 0);

function choose(chance: ReturnType<typeof createChance>): Act {
  let rest = chance.next() * total;
  for (const [weight, make] of menu) {
    rest -= weight;
    if (rest < 0) return make(chance);
  }
  return { do: 'sync' };
}
