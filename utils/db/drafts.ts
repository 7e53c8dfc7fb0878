import type { HearbackDb } from './schema.ts';
import { now } from '#utils/platform/clock.ts';

/** Loads what was typed for a thread; null when nothing is kept. */
export async function loadDraft(db: HearbackDb, threadId: string): Promise<string | null> {
  return (await db.drafts.get(threadId))?.text ?? null;
}

/** Keeps what is typed for a thread over restarts; null forgets it. */
export async function saveDraft(
  db: HearbackDb,
  threadId: string,
  text: string | null,
): Promise<void> {
  if (text === null || text === '') await db.drafts.delete(threadId);
  else await db.drafts.put({ threadId, text, at: now() });
}
