import type { Clock } from '../clock.ts';

export interface RateLimit {
  perSecond: number;
  /** How many may come at once. */
  burst: number;
}

export interface RateLimiter {
  /** Counts one act of `key`; false when it is too many. */
  take(key: string): boolean;
  /** How long `key` has to wait for its next act, ms; 0: it may at once. */
  waitMs(key: string): number;
}

/** Keys kept before full buckets are thrown away, and after these the oldest ones. */
const KEYS_MAX = 10_000;

/** A token bucket for each key, in this process only. */
export function createRateLimiter(clock: Clock, { perSecond, burst }: RateLimit): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();

  function prune(now: number): void {
    for (const [key, { left, at }] of buckets) {
      if (left + ((now - at) / 1_000) * perSecond >= burst) buckets.delete(key);
    }
  }

  function makeRoom(now: number): void {
    prune(now);
    // Half of them at once, so that whoever comes from ever new addresses does not make each request slow.
    const over = buckets.size >= KEYS_MAX ? KEYS_MAX / 2 : 0;
    for (const key of [...buckets.keys()].slice(0, over)) buckets.delete(key);
  }

  function readLeft(key: string, now: number): number {
    const bucket = buckets.get(key) ?? { left: burst, at: now };
    const refilled = bucket.left + (Math.max(0, now - bucket.at) / 1_000) * perSecond;
    return Math.min(burst, refilled);
  }

  return {
    waitMs(key) {
      const missing = 1 - readLeft(key, clock.now());
      return missing <= 0 ? 0 : Math.ceil((missing / perSecond) * 1_000);
    },
    take(key) {
      const now = clock.now();
      if (buckets.size >= KEYS_MAX && !buckets.has(key)) makeRoom(now);
      const left = readLeft(key, now);
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
      return left >= 1;
    },
  };
}
