/**
 * Two drafts a thread at most: what is written in the panel, and what stood in the site's own reply box. Neither
 * may overwrite the other, and neither ever leaves this browser.
 */
import type { Table } from 'dexie';
import type { DraftRow, DraftSplit, HearbackDb } from './schema.ts';
import { now } from '#utils/platform/clock.ts';

/** Drafts that nobody came back to for so long are let go, ms. */
export const DRAFT_KEPT_MS = 30 * 24 * 3_600_000;

const BOX = 'box ';

/** Loads what was typed in the panel for a thread; null when nothing is kept. */
export async function loadDraft(db: HearbackDb, threadId: string): Promise<string | null> {
  return (await db.drafts.get(threadId))?.text ?? null;
}

/** Keeps what is typed in the panel for a thread over restarts; null forgets it. */
export async function saveDraft(
  db: HearbackDb,
  threadId: string,
  text: string | null,
): Promise<void> {
  await put(db, threadId, text);
}

/** Loads the posts into which the panel's draft was cut; null where it is one. */
export async function loadSplit(db: HearbackDb, threadId: string): Promise<DraftSplit | null> {
  return (await db.drafts.get(threadId))?.split ?? null;
}

/** Keeps beside the panel's draft how it was cut; null makes it one again. Nothing without a draft. */
export async function saveSplit(
  db: HearbackDb,
  threadId: string,
  split: DraftSplit | null,
): Promise<void> {
  await db.drafts.where({ threadId }).modify((row) => {
    if (split) row.split = split;
    else delete row.split;
  });
}

/** Loads what stood in the site's reply box when it was last typed in; null when nothing is kept. */
export async function loadBoxDraft(
  db: HearbackDb,
  threadId: string,
): Promise<Pick<DraftRow, 'text' | 'at'> | null> {
  const row = await db.drafts.get(BOX + threadId);
  return row ? { text: row.text, at: row.at } : null;
}

/** Keeps what stands in the site's reply box; null forgets it. */
export async function saveBoxDraft(
  db: HearbackDb,
  threadId: string,
  text: string | null,
): Promise<void> {
  await put(db, BOX + threadId, text);
}

/**
 * Lets go of drafts that nobody came back to. Their age is counted from when this first came upon them, so that no
 * clock but the server's has a say. `time`: server clock, ms.
 */
export async function dropOldDrafts(db: HearbackDb, time: number): Promise<void> {
  await dropOldRows(db.drafts, time);
}

/** The same for whatever else belongs to drafts. */
export async function dropOldRows<Row extends { foundAt?: number }>(
  table: Table<Row, string>,
  time: number,
): Promise<void> {
  await table.filter(({ foundAt = time }) => foundAt < time - DRAFT_KEPT_MS).delete();
  await table.toCollection().modify((row) => {
    // The server may have been ahead then.
    row.foundAt = Math.min(row.foundAt ?? time, time);
  });
}

/** The keys under which drafts of a thread may be kept. */
export function draftKeys(threadId: string): string[] {
  return [threadId, BOX + threadId];
}

/** The thread that a draft under this key is of. */
export function draftThread(key: string): string {
  return key.startsWith(BOX) ? key.slice(BOX.length) : key;
}

async function put(db: HearbackDb, key: string, text: string | null): Promise<void> {
  if (text === null || text === '') await db.drafts.delete(key);
  else await db.drafts.put({ threadId: key, text, at: now() });
}
