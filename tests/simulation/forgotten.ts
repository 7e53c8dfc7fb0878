import type { World } from './world.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a browser keeps what it has sent, and the server a thread, as the product says. */
const SENT_KEPT_MS = 14 * DAY_MS;
const THREADS_KEPT_MS = 90 * DAY_MS;

/** True where a restored server may have lost what its browser had let go of before, being too old. */
export function isForgotten(
  { aged }: Pick<World, 'aged'>,
  fact: { wasRestored: boolean; aged: number },
): boolean {
  return fact.wasRestored && aged - fact.aged >= SENT_KEPT_MS;
}

/** True where a thread first seen then may be older by now than the team keeps threads. */
export function isOutlived({ aged }: Pick<World, 'aged'>, seenAged: number): boolean {
  return aged - seenAged >= THREADS_KEPT_MS;
}

/** True for a thread first seen then, by the server's clock, ms. */
export function isPastRetention(seenAt: number, now: number): boolean {
  return seenAt < now - THREADS_KEPT_MS;
}
