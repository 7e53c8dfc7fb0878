/** What was taken of the library for a thread, until it is known what became of it. It never leaves this browser. */
import type { Table } from 'dexie';
import { now } from '#utils/platform/clock.ts';
import { dropOldRows, loadBoxDraft } from './drafts.ts';
import type { HearbackDb, UseRow } from './schema.ts';

/** More texts than that nobody puts together for one answer. */
const USED_MAX = 5;
const SENT_MAX = 20;

type Change = (row: UseRow) => void;

async function change(db: HearbackDb, threadId: string, make: Change): Promise<void> {
  await db.transaction('rw', db.uses, async () => {
    const { used = [], dismissed = [], sent = [] } = (await db.uses.get(threadId)) ?? {};
    const row: UseRow = { threadId, used, dismissed, sent, at: now() };
    make(row);
    const isEmpty = row.used.length + row.dismissed.length + row.sent.length === 0;
    await (isEmpty ? db.uses.delete(threadId) : db.uses.put(row));
  });
}

/** A text of the library went into the draft of this thread. */
export async function noteUsed(
  db: HearbackDb,
  threadId: string,
  used: UseRow['used'][number],
): Promise<void> {
  await change(db, threadId, (row) => {
    const others = row.used.filter(({ entryId }) => entryId !== used.entryId);
    row.used = [...others, used].slice(-USED_MAX);
  });
}

/** The draft is not wanted any more, nor what was taken for it. */
export async function forgetUsed(db: HearbackDb, threadId: string): Promise<void> {
  if (await db.uses.get(threadId)) await change(db, threadId, (row) => void (row.used = []));
}

/** The same, unless something stands in the site's reply box: it may be just that. */
export async function forgetUsedUnlessInBox(db: HearbackDb, threadId: string): Promise<void> {
  if ((await loadBoxDraft(db, threadId)) === null) await forgetUsed(db, threadId);
}

/** Somebody does not want to see this entry in this thread again. */
export async function noteDismissed(
  db: HearbackDb,
  threadId: string,
  entryId: string,
): Promise<void> {
  await change(db, threadId, (row) => {
    row.dismissed = [...new Set([...row.dismissed, entryId])];
    row.used = row.used.filter((one) => one.entryId !== entryId);
  });
}

/** The entries that nobody wants to see in this thread. */
export async function loadDismissed(db: HearbackDb, threadId: string): Promise<string[]> {
  return (await db.uses.get(threadId))?.dismissed ?? [];
}

/** Takes what went into the draft that was sent now. */
export async function takeUsed(db: HearbackDb, threadId: string): Promise<UseRow['used']> {
  const used = (await db.uses.get(threadId))?.used ?? [];
  await forgetUsed(db, threadId);
  return used;
}

/** These entries were sent in this thread. */
export async function noteSentEntries(
  db: HearbackDb,
  threadId: string,
  entryIds: readonly string[],
): Promise<void> {
  await change(db, threadId, (row) => {
    row.sent = [...new Set([...row.sent, ...entryIds])].slice(-SENT_MAX);
  });
}

/** Takes what was sent in a thread, once: two who ask at the same time do not both get it. */
export async function takeSentEntries(db: HearbackDb, threadId: string): Promise<string[]> {
  return db.transaction('rw', db.uses, async () => {
    const sent = (await db.uses.get(threadId))?.sent ?? [];
    await db.uses.where({ threadId }).modify((row) => {
      row.sent = [];
    });
    return sent;
  });
}

/** The threads, of these or (null) of all, in which something was sent whose outcome is not known. */
export async function threadsWithSent(
  db: HearbackDb,
  threadIds: readonly string[] | null,
): Promise<string[]> {
  const rows = threadIds
    ? (await db.uses.bulkGet([...threadIds])).filter((row) => row !== undefined)
    : await db.uses.toArray();
  return rows.filter(({ sent }) => sent.length > 0).map(({ threadId }) => threadId);
}

/** As old drafts are let go of. `time`: server clock, ms. */
export async function dropOldUses(db: HearbackDb, time: number): Promise<void> {
  await dropOldRows(db.uses as unknown as Table<UseRow, string>, time);
}
