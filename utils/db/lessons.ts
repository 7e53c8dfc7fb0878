import type { Thread } from '#utils/model/thread.ts';
import type { HearbackDb } from './schema.ts';

/** Labels that are learned from, the newest. */
const LABELED_MAX = 1_500;
/** What was set aside tells by its reason, the newest. */
const ASIDE_MAX = 500;
/** Threads that tell that they are about the brand, as they were taken on; among the newest. */
const TAKEN_MAX = 300;

/** Tells whether what people said of posts may have changed since it was last asked. */
export async function readLessonsMark(db: HearbackDb): Promise<string> {
  const labeled = db.threads.orderBy('body.label.at');
  const [count, newest, aside, settled, held] = await Promise.all([
    labeled.count(),
    labeled.clone().last(),
    db.threads
      .where('[outcome+seenAt]')
      .between(['setAside', -Infinity], ['setAside', Infinity])
      .count(),
    db.threads
      .where('[outcome+seenAt]')
      .between(['settled', -Infinity], ['settled', Infinity])
      .count(),
    db.threads.where('holder').above('').count(),
  ]);
  return [count, newest?.id, newest?.body.label?.at, aside, settled, held].join(' ');
}

/** The threads of which people have said or shown what they are, each once, those with a label first, newest first. */
export async function loadSaidThreads(db: HearbackDb): Promise<Thread[]> {
  const byOutcome = (outcome: Thread['outcome'], most: number) =>
    db.threads
      .where('[outcome+seenAt]')
      .between([outcome, -Infinity], [outcome, Infinity])
      .reverse()
      .limit(most)
      .toArray();
  const lists = await Promise.all([
    db.threads.orderBy('body.label.at').reverse().limit(LABELED_MAX).toArray(),
    byOutcome('setAside', ASIDE_MAX),
    byOutcome('settled', TAKEN_MAX),
    byOutcome('open', TAKEN_MAX),
  ]);
  return [...new Map(lists.flat().map((row) => [row.id, row.body])).values()];
}
