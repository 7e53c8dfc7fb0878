import { loadSplit, saveSplit } from '#utils/db/drafts.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { toKeptShare } from '#utils/replies/kept-share.ts';

/** From this share of a part's words on, what was sent is that part; sites shorten links and people correct a word. */
const SAME_FROM = 0.7;

/** Marks the part of a split draft that was sent, so that the next one is offered. */
export async function noteSentPart(db: HearbackDb, threadId: string, text: string): Promise<void> {
  const split = await loadSplit(db, threadId);
  const likeness = (split?.parts ?? []).map((part) =>
    part.isSent ? 0 : toKeptShare(part.text, text),
  );
  const best = Math.max(0, ...likeness);
  if (!split || best < SAME_FROM) return;
  const at = likeness.indexOf(best);
  const parts = split.parts.map((part, index) =>
    index === at ? { ...part, isSent: true as const } : part,
  );
  await saveSplit(db, threadId, { ...split, parts });
}
