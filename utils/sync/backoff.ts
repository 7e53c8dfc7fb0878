const FIRST_MS = 1_000;
/** Longest wait, ms (reliability.md F42). */
const MAX_MS = 5 * 60_000;

/** How long to wait before another try: anywhere between now and a ceiling that doubles, so that no herd forms. */
export interface Backoff {
  /** The wait after one more failure, ms; longer by what the server asked for. */
  next(retryAfterMs: number): number;
  reset(): void;
}

/** Creates a backoff that has seen no failure. `random` gives 0 … 1. */
export function createBackoff(random: () => number): Backoff {
  let tries = 0;
  return {
    next(retryAfterMs) {
      const ceiling = Math.min(MAX_MS, FIRST_MS * 2 ** tries);
      tries = Math.min(tries + 1, 20);
      return Math.min(MAX_MS, retryAfterMs) + random() * ceiling;
    },
    reset() {
      tries = 0;
    },
  };
}
