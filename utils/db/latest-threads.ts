/** The threads that were seen last, whatever became of them. */
import type { Outcome, Thread } from '#utils/model/thread.ts';
import type { HearbackDb } from './schema.ts';

const outcomes: Record<Outcome, true> = { open: true, settled: true, setAside: true };

/** At most so many, newest first. */
export async function loadLatestThreads(db: HearbackDb, count: number): Promise<Thread[]> {
  const parts = await Promise.all(
    Object.keys(outcomes).map((outcome) =>
      db.threads
        .where('[outcome+seenAt]')
        .between([outcome, -Infinity], [outcome, Infinity])
        .reverse()
        .limit(count)
        .toArray(),
    ),
  );
  return parts
    .flat()
    .map(({ body }) => body)
    .toSorted((one, other) => other.seenAt - one.seenAt)
    .slice(0, count);
}
