/**
 * The simulation's only engine: virtual time, and one task after the other in an order that the seed decides. While
 * it is installed, IndexedDB (fake-indexeddb schedules by `setImmediate`), timers and the server's statements all
 * wait here, so nothing happens by the real clock.
 */
import type { Chance } from './random.ts';

/** A process that can be killed: what waits for it is never run again. */
export interface Life {
  name: string;
  isOver: boolean;
}

/** Thrown into what a killed process still waits for. */
export class Killed extends Error {
  constructor(name: string) {
    super(`${name} was killed`);
    this.name = 'Killed';
  }
}

interface Turn {
  life: Life;
  go(): void;
  end(error: Error): void;
}

interface Timer {
  at: number;
  order: number;
  run(): void;
}

export interface Scheduler {
  /** Virtual ms since the start. */
  now(): number;
  /** Resolves when it is this process's turn; rejects once it is killed. */
  turn(life: Life): Promise<void>;
  later(ms: number, run: () => void): Timer;
  cancel(timer: Timer): void;
  /** Work noted by `during` waits for time to pass. */
  nap(ms: number): Promise<void>;
  /** Notes work that no task stands for, so that time does not pass over it. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Runs at most so many tasks without letting time pass. */
  run(tasks: number): Promise<void>;
  /** Runs all that is ready, then lets time pass, with all that becomes due in it. */
  pass(ms: number): Promise<void>;
  /** Runs tasks, and time if need be, until this is done; for work that the plan waits for. */
  drive<T>(work: Promise<T>): Promise<T>;
  /** Does something in the middle of whatever goes on then. */
  afterTasks(tasks: number, run: () => void): void;
  /** Rejects what a killed process waits for. */
  bury(life: Life): void;
  /** Tasks run so far. */
  tasks(): number;
  uninstall(): void;
}

const realSetImmediate = globalThis.setImmediate;
/** Real rounds of the event loop that nothing may need; more means that something hangs. */
const ROUNDS_MAX = 10_000;

/** Takes the globals over until `uninstall`. */
export function installScheduler(chance: Chance): Scheduler {
  const saved = {
    setImmediate: globalThis.setImmediate,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  const immediates: (() => void)[] = [];
  let turns: Turn[] = [];
  let timers: Timer[] = [];
  let now = 0;
  let order = 0;
  const count = { busy: 0, done: 0, napping: 0 };

  let delayed: { at: number; run: () => void }[] = [];

  const later = (ms: number, run: () => void): Timer => {
    order += 1;
    const timer = { at: now + Math.max(0, Math.ceil(ms)), order, run };
    timers.push(timer);
    return timer;
  };
  const cancel = (timer: Timer) => {
    timers = timers.filter((one) => one !== timer);
  };
  const every = (ms: number, run: () => void): Timer => {
    const timer = later(ms, () => {
      run();
      if (timer.order === 0) return;
      timer.at = now + ms;
      timers.push(timer);
    });
    return timer;
  };
  const stop = (timer: Timer) => {
    timer.order = 0;
    cancel(timer);
  };
  Object.assign(globalThis, {
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) =>
      immediates.push(() => run(...args)),
    setTimeout: (run: () => void, ms = 0) => later(ms, run),
    clearTimeout: (timer: Timer | undefined) => timer && cancel(timer),
    setInterval: (run: () => void, ms = 0) => every(ms, run),
    clearInterval: (timer: Timer | undefined) => timer && stop(timer),
  });

  /** Lets promises run until nothing moves without a task. */
  const drain = async () => {
    let rounds = 0;
    do {
      await new Promise<void>((resolve) => {
        realSetImmediate(resolve);
      });
      rounds += 1;
      if (rounds > ROUNDS_MAX) throw new Error('The simulation hangs.');
    } while (
      count.busy > 0 &&
      count.napping === 0 &&
      turns.length === 0 &&
      immediates.length === 0
    );
  };

  const step = async (): Promise<boolean> => {
    await drain();
    const choices = turns.length + (immediates.length > 0 ? 1 : 0);
    if (choices === 0) return false;
    const choice = chance.between(0, choices - 1);
    const turn = turns[choice];
    count.done += 1;
    if (turn) {
      turns.splice(choice, 1);
      turn.go();
    } else {
      // Tasks of databases keep their order, as a browser's do.
      immediates.shift()?.();
    }
    const due = delayed.filter(({ at }) => at <= count.done);
    delayed = delayed.filter((one) => !due.includes(one));
    for (const { run } of due) run();
    return true;
  };

  const settle = async () => {
    for (let steps = 0; await step(); steps += 1) {
      if (steps > 1_000_000) throw new Error('The simulation never comes to rest.');
    }
  };

  /** Lets time jump to what is due next; false when nothing is until `end`. */
  const fireNext = (end: number): boolean => {
    const [due] = timers
      .filter(({ at }) => at <= end)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    if (!due) return false;
    cancel(due);
    now = Math.max(now, due.at);
    due.run();
    return true;
  };

  return {
    now: () => now,
    turn: (life) =>
      new Promise((resolve, reject) => {
        if (life.isOver) reject(new Killed(life.name));
        else turns.push({ life, go: resolve, end: reject });
      }),
    later,
    cancel,
    async nap(ms) {
      count.napping += 1;
      await new Promise<void>((resolve) => {
        later(ms, resolve);
      });
      count.napping -= 1;
    },
    async during(work) {
      count.busy += 1;
      try {
        return await work;
      } finally {
        count.busy -= 1;
      }
    },
    async run(tasks) {
      for (let steps = 0; steps < tasks && (await step()); steps += 1);
    },
    async pass(ms) {
      const end = now + ms;
      do await settle();
      while (fireNext(end));
      now = end;
    },
    async drive(work) {
      const state = { isDone: false };
      const noted = work.finally(() => {
        state.isDone = true;
      });
      noted.catch(() => undefined);
      while (!state.isDone) {
        if ((await step()) || state.isDone) continue;
        if (!fireNext(Infinity)) throw new Error('The plan waits for what never comes.');
      }
      return noted;
    },
    afterTasks(tasks, run) {
      delayed.push({ at: count.done + tasks, run });
    },
    bury(life) {
      const gone = turns.filter((turn) => turn.life === life);
      turns = turns.filter((turn) => turn.life !== life);
      for (const turn of gone) turn.end(new Killed(life.name));
    },
    tasks: () => count.done,
    uninstall: () => Object.assign(globalThis, saved),
  };
}
