import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import type { Services } from './services.ts';

const SYNC = 'alarm:sync';
const SYNC_MINUTES = 1;
/** Nobody has looked for this long: the live channel is closed and the alarm alone keeps up (reliability.md §4.7). */
const UNWATCHED_MS = 5 * 60_000;

/** Keeps the team's news coming while nobody looks. Call synchronously at start. Returns how to say that somebody looks. */
export function keepTime(services: Services): () => void {
  let lastLookAt = now();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== SYNC) return;
    if (now() - lastLookAt > UNWATCHED_MS) services.engine.disconnect();
    void services.engine.sync();
  });
  // Alarms may be lost over restarts and updates, so they are made anew when missing.
  void browser.alarms.get(SYNC).then((alarm) => {
    if (!alarm) browser.alarms.create(SYNC, { periodInMinutes: SYNC_MINUTES });
  });
  return () => {
    lastLookAt = now();
  };
}
