import { openDb } from '#utils/db/open.ts';
import { loadLookThreadViews } from '#utils/db/thread-views.ts';
import type { ViewContext } from '#utils/db/thread-views.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { useLiveQuery } from './use-live-query.ts';

/** Second looks that are listed; a team with more of them at once has another problem. */
const LOOKS_MAX = 20;

/** The threads with a draft that the team looks at, the one asked for last first. */
export function useLooks(context: ViewContext): ThreadView[] {
  const db = openDb();
  return useLiveQuery(() => loadLookThreadViews(db, LOOKS_MAX, context), [context]).value ?? [];
}
