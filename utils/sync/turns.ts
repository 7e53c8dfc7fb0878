/**
 * Who may write what belongs to the team: one exchange at a time; a wish during one is carried out right after it; and
 * work that must stand alone breaks off what runs.
 */
import { logError } from '#utils/platform/log.ts';

export interface Turns {
  /** Runs the work now, or once more after the running one. Resolves when done; never throws. */
  want(): Promise<void>;
  /** Runs `alone` while no turn runs; breaks off the one that does. Wishes during it are carried out afterwards. */
  aside<T>(alone: () => Promise<T>): Promise<T>;
  /** True while a turn runs or something stands alone. */
  isBusy(): boolean;
}

/** Takes turns at `work`, which ends soon after its signal. */
export function createTurns(work: (end: AbortSignal) => Promise<void>): Turns {
  let running: Promise<void> | null = null;
  let asides: Promise<unknown> | null = null;
  let breakOff = new AbortController();
  let isWantedAgain = false;

  /** One turn after the other until nobody wants one more; in one turn with forgetting that it runs. */
  const run = async (): Promise<void> => {
    const end = breakOff.signal;
    try {
      do {
        isWantedAgain = false;
        await work(end);
      } while (isWantedAgain && !end.aborted);
    } catch (error) {
      logError('exchange failed', error);
    } finally {
      running = null;
    }
  };

  const want = (): Promise<void> => {
    if (asides) return asides.then(want, want);
    if (running) isWantedAgain = true;
    running ??= run();
    return running;
  };

  return {
    want,
    isBusy: () => running !== null || asides !== null,
    async aside(alone) {
      breakOff.abort();
      const done = Promise.allSettled([asides, running]).then(alone);
      const mine = done.then(
        () => undefined,
        () => undefined,
      );
      asides = mine;
      try {
        return await done;
      } finally {
        if (asides === mine) {
          asides = null;
          breakOff = new AbortController();
        }
      }
    },
  };
}
