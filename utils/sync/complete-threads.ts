/** Asks for all of the threads that were let go here and turned up again. */
import type { MutationContext } from '#utils/db/apply-mutation.ts';
import { applySnapshotPage } from '#utils/db/changes.ts';
import { factTables } from '#utils/db/erase.ts';
import { dropIncomplete, listIncomplete } from '#utils/db/let-go.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { NO_NEWS, addNews } from './news.ts';
import type { News } from './news.ts';
import { atPace, paceOf } from './pace.ts';
import type { TeamClient } from './team-client.ts';
import { THREADS_MAX } from './wire.ts';

/**
 * Completes what turned up; which threads look different. Call only within an exchange, after the pull: what is erased
 * from then on is told by the next one. Throws `TeamError`; what is missing is asked for again then.
 */
export async function completeThreads(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<News> {
  let news = NO_NEWS;
  for (;;) {
    const wanted = await listIncomplete(db);
    if (wanted.length === 0) return news;
    const { ids, rows } = await atPace(paceOf(db).rows, async (limit) => {
      const some = wanted.slice(0, Math.min(limit, THREADS_MAX));
      return { ids: some, ...(await client.threads(some)) };
    });
    await db.transaction('rw', factTables(db), async () => {
      await applySnapshotPage(db, rows, context());
      await dropIncomplete(db, ids);
    });
    news = addNews(news, ids);
  }
}
