/** How often suggestions were shown, sent and changed in this browser, by day: counts only, told to nobody. */
import { loadMeta, saveMeta } from './meta.ts';
import type { HearbackDb } from './schema.ts';

export interface SuggestionDay {
  /** Threads for which some were shown. */
  shown: number;
  /** Replies that were sent out of one. */
  used: number;
  /** Of these, with some of its words changed. */
  edited: number;
}

const DAYS_MAX = 400;
/** Below this share of its words a suggestion was changed; counting words is not exact. */
const SAME_FROM = 0.98;
const none: SuggestionDay = { shown: 0, used: 0, edited: 0 };

/**
 * Suggestions were shown for a thread; it counts once a day (`YYYY-MM-DD`). `thread`: its id as a number (utils/text/hash.ts), for
 * whose it was is nobody's business.
 */
export async function noteShown(db: HearbackDb, thread: number, day: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const known = await loadMeta(db, 'suggestionsShown');
    const threads = known?.day === day ? known.threads : [];
    if (threads.includes(thread)) return;
    await saveMeta(db, 'suggestionsShown', { day, threads: [...threads, thread] });
    await count(db, day, { shown: 1 });
  });
}

/** A reply was sent of which this share, 0…1, is a suggestion. */
export async function noteSuggestionSent(db: HearbackDb, kept: number, day: string): Promise<void> {
  await db.transaction('rw', db.meta, () =>
    count(db, day, { used: 1, edited: kept < SAME_FROM ? 1 : 0 }),
  );
}

/** Sums of the days from the first to the last, both included. */
export async function readSuggestionDays(
  db: HearbackDb,
  first: string,
  last: string,
): Promise<SuggestionDay> {
  const sum = { ...none };
  for (const [day, one] of Object.entries((await loadMeta(db, 'suggestionDays')) ?? {})) {
    if (day < first || day > last) continue;
    sum.shown += one.shown;
    sum.used += one.used;
    sum.edited += one.edited;
  }
  return sum;
}

async function count(db: HearbackDb, day: string, more: Partial<SuggestionDay>): Promise<void> {
  const days = (await loadMeta(db, 'suggestionDays')) ?? {};
  const before = days[day] ?? none;
  const after = {
    shown: before.shown + (more.shown ?? 0),
    used: before.used + (more.used ?? 0),
    edited: before.edited + (more.edited ?? 0),
  };
  const kept = Object.entries({ ...days, [day]: after })
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(-DAYS_MAX);
  await saveMeta(db, 'suggestionDays', Object.fromEntries(kept));
}
