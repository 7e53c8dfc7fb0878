/**
 * What the server last said of the time while this worker lived. A browser's own clock may be a year off; what is let
 * go by it would be lost. The server's word is at worst a little old: then something is kept a little longer.
 */
import type { HearbackDb } from './schema.ts';

/** By database, because a worker opens it once. */
const heard = new WeakMap<HearbackDb, number>();

/** Notes what an answer or a live frame said. */
export function hearServerTime(db: HearbackDb, serverTime: number): void {
  heard.set(db, serverTime);
}

/** Server clock, ms; null as long as the server has not been heard. */
export function heardServerTime(db: HearbackDb): number | null {
  return heard.get(db) ?? null;
}
