/**
 * Learns from what becomes of suggestions: how much of one is left in the reply that was sent, and how the customer took
 * it. Told to the team are counts of an entry of the library, never for whom (docs/replies.md, Learning from use).
 */
import type { HearbackDb } from '#utils/db/schema.ts';
import { noteSentEntries, takeSentEntries, takeUsed, threadsWithSent } from '#utils/db/uses.ts';
import { noteSuggestionSent } from '#utils/db/suggestion-days.ts';
import { now } from '#utils/platform/clock.ts';
import { toDayKey } from '#utils/text/day-key.ts';
import { toKeptShare } from '#utils/replies/kept-share.ts';
import type { Mutation } from '#utils/sync/wire.ts';

/** Below this share of its words a text is not in the reply: what is left are words like "the". */
const USED_FROM = 0.3;

/**
 * What to tell of the texts that went into a reply, and remembers them for the outcome with the reply's own entry. One
 * that was written over altogether counts only when it was the last one: then it was the wrong one.
 */
export async function learnFromSent(
  db: HearbackDb,
  reply: { threadId: string; id: string; text: string },
): Promise<Mutation[]> {
  const used = await takeUsed(db, reply.threadId);
  const shares = used.map(({ entryId, text }) => ({
    id: entryId,
    kept: Math.round(100 * toKeptShare(text, reply.text)) / 100,
  }));
  const isIn = ({ kept }: { kept: number }) => kept >= USED_FROM;
  const told = shares.some(isIn) ? shares.filter(isIn) : shares.slice(-1);
  const sent = told.filter(isIn).map(({ id }) => id);
  await noteSentEntries(db, reply.threadId, [...sent, reply.id]);
  const kept = Math.max(0, ...told.filter(isIn).map((one) => one.kept));
  if (kept > 0) await noteSuggestionSent(db, kept, toDayKey(now()));
  return told.map(({ id, kept }) => ({ kind: 'library.use', args: { id, use: 'sent', kept } }));
}

/** What to tell once it is known how customers took replies of this browser; null: in whichever thread. */
export async function learnFromOutcomes(
  db: HearbackDb,
  threadIds: readonly string[] | null,
): Promise<Mutation[]> {
  const told: Mutation[] = [];
  for (const threadId of await threadsWithSent(db, threadIds)) {
    const thread = (await db.threads.get(threadId))?.body;
    const { happiness } = thread ?? {};
    if (thread?.outcome !== 'settled' || happiness === undefined) continue;
    const sent = await takeSentEntries(db, threadId);
    if (happiness === 'none') continue;
    for (const id of sent) told.push({ kind: 'library.use', args: { id, use: happiness } });
  }
  return told;
}
