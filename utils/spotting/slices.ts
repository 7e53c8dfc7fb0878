/**
 * Work in slices: whatever a page throws at us is done a few milliseconds at a time, and the page gets its turn in
 * between.
 */

/** Longest time that one slice works before it gives way, ms (design.md §9: no task of ours over 50). */
export const SLICE_MS = 4;

/** The browser's ways to say "later"; tests give their own. */
export interface SliceScheduler {
  /** A clock that only goes forward, ms. */
  now(): number;
  /** Runs `run` when the page is idle, and soon even if it never is. */
  whenIdle(run: () => void): void;
  /** Runs `run` after the page had its turn. */
  next(run: () => void): void;
  /** Runs `run` after `ms`. Returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

// Posts are marked while people look at them: a busy page may keep us waiting no longer than this.
const IDLE_WAIT_MS = 100;

interface SchedulerWindow {
  scheduler?: { yield?: () => Promise<void> };
  requestIdleCallback?: (run: () => void, options: { timeout: number }) => number;
}

/** The scheduler of the browser that this runs in: idle callbacks, `scheduler.yield`, else timers. */
export function createPageScheduler(): SliceScheduler {
  const page: SchedulerWindow = globalThis;
  return {
    now: () => performance.now(),
    whenIdle(run) {
      if (page.requestIdleCallback) page.requestIdleCallback(run, { timeout: IDLE_WAIT_MS });
      else setTimeout(run, 0);
    },
    next(run) {
      if (page.scheduler?.yield) void page.scheduler.yield().then(run);
      else setTimeout(run, 0);
    },
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}
