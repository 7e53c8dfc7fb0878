/** The time of the machine that the server runs on, ms since 1970. Tests pass their own. */
export interface Clock {
  now(): number;
}

/** The only reader of the real time in `server/`. */
export const systemClock: Clock = { now: () => Date.now() };
