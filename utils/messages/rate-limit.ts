/** How often one sender may do something. */
export interface Rate {
  perSecond: number;
  /** How many may come at once. */
  burst: number;
}

export interface RateLimit {
  /** Counts one act of `key` at `at` (ms); false when it is too many. */
  take(key: string | number, at: number): boolean;
}

/** Senders remembered; the one that was quiet for longest is forgotten first. */
const KEYS_MAX = 1_000;

/** A token bucket for each sender. Lives as long as its worker, which nobody who floods it can put to sleep. */
export function createRateLimit({ perSecond, burst }: Rate): RateLimit {
  const buckets = new Map<string | number, { left: number; at: number }>();
  return {
    take(key, at) {
      const known = buckets.get(key) ?? { left: burst, at };
      const seconds = Math.max(0, at - known.at) / 1_000;
      const left = Math.min(burst, known.left + seconds * perSecond);
      buckets.delete(key);
      buckets.set(key, { left: left < 1 ? left : left - 1, at });
      const [quietest] = buckets.keys();
      if (buckets.size > KEYS_MAX && quietest !== undefined) buckets.delete(quietest);
      return left >= 1;
    },
  };
}
