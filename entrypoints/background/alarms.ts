import { keepReserve } from '#utils/db/room.ts';
import { runLocalUpkeep } from '#utils/db/upkeep.ts';
import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import { logError } from '#utils/platform/log.ts';
import type { Services } from './services.ts';
import { notifyOfQueue } from './queue-notices.ts';
import { tellWebhooks } from './webhook-notices.ts';
import { sendPictures } from './story-pictures.ts';

const SYNC = 'alarm:sync';
const SYNC_MINUTES = 1;
const UPKEEP = 'alarm:upkeep';
const DAY_MINUTES = 24 * 60;
/** Nobody has looked for this long: the live channel is closed and the alarm alone keeps up (reliability.md §4.7). */
const UNWATCHED_MS = 5 * 60_000;

/** Keeps the team's news coming while nobody looks, and the database small. Call synchronously at start. Returns how to say that somebody looks. */
export function keepTime(services: Services): () => void {
  let lastLookAt = now();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === UPKEEP) void tidy(() => keepSmall(services));
    if (alarm.name !== SYNC) return;
    if (now() - lastLookAt > UNWATCHED_MS) services.engine.disconnect();
    void services.engine.sync().finally(() => {
      void tidy(() => notifyOfQueue(services));
      void tidy(() => tellWebhooks(services));
    });
    void sendPictures(services);
    // A disk that was full may have room again.
    void tidy(() => keepReserve(services.db));
  });
  // Alarms may be lost over restarts and updates, so they are made anew when missing.
  void keepAlarm(SYNC, SYNC_MINUTES);
  void keepAlarm(UPKEEP, DAY_MINUTES);
  return () => {
    lastLookAt = now();
  };
}

/** Asks the server first: without its word on the time nothing is let go. */
async function keepSmall({ db, engine }: Services): Promise<void> {
  await engine.sync();
  await runLocalUpkeep(db);
}

async function keepAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { periodInMinutes });
}

async function tidy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logError('upkeep failed', error);
  }
}
