/** Makes room: threads that nobody here needs are let go, and a reserve is kept for what people do themselves. */
import type { Outcome } from '#utils/model/thread.ts';
import { draftThread } from './drafts.ts';
import { noteLetGo } from './let-go.ts';
import { loadMeta, removeMeta, saveMeta } from './meta.ts';
import type { HearbackDb, ThreadRow } from './schema.ts';
import { isStorageFull } from './storage-faults.ts';
import { endTrouble } from './trouble.ts';

/** Threads that are let go in one transaction. */
const STEP = 200;
/** Closed threads are missed least. */
const ORDER: readonly Outcome[] = ['setAside', 'settled', 'open'];
/** Enough for a day of replies, outcomes and notes; random, because the browser packs what repeats. */
const RESERVE_PIECES = 4;
const PIECE_BYTES = 65_536;

/**
 * Lets go of up to 200 of the oldest threads seen before `before` (server clock, ms) with their replies, except those
 * that `isNeeded`, that wait in the outbox, or that have a draft. Returns how many; 0 means that none is left.
 */
export async function dropThreads(
  db: HearbackDb,
  before: number,
  isNeeded: (row: ThreadRow) => boolean,
): Promise<number> {
  const tables = [db.threads, db.replies, db.outbox, db.drafts, db.meta];
  return db.transaction('rw', tables, async () => {
    const kept = await listKept(db);
    for (const outcome of ORDER) {
      const gone = await db.threads
        .where('[outcome+seenAt]')
        .between([outcome, -Infinity], [outcome, before], true, false)
        .filter((row) => !kept.has(row.id) && !isNeeded(row))
        .limit(STEP)
        .primaryKeys();
      const newest = gone.at(-1);
      if (newest === undefined) continue;
      await noteLetGo(db, (await db.threads.get(newest))?.seenAt ?? 0);
      await db.replies.where('threadId').anyOf(gone).delete();
      await db.threads.bulkDelete(gone);
      return gone.length;
    }
    return 0;
  });
}

async function listKept(db: HearbackDb): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const key of await db.drafts.toCollection().primaryKeys()) kept.add(draftThread(key));
  await db.outbox.each(({ kind, recordId, mutation }) => {
    if (kind === 'thread' || kind === 'story') kept.add(recordId);
    if (mutation.kind === 'reply.record') kept.add(mutation.args.threadId);
  });
  return kept;
}

/** Frees room for a write that found none: old unclaimed threads first, the sent log when there are none. */
export async function freeRoom(db: HearbackDb): Promise<void> {
  if ((await dropUnclaimed(db)) > 0) return;
  await db.transaction('rw', db.sent, db.meta, async () => {
    await db.sent.clear();
    await saveMeta(db, 'sentBytes', 0);
  });
}

/** Also where the note that they are gone finds no room itself. */
async function dropUnclaimed(db: HearbackDb): Promise<number> {
  const drop = () => dropThreads(db, Infinity, ({ holder }) => holder !== '');
  try {
    return await drop();
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    await useReserve(db);
    return drop();
  }
}

/** Gives the reserve to whoever needs it now. */
export async function useReserve(db: HearbackDb): Promise<void> {
  await removeMeta(db, 'reserve');
}

/** Fills the reserve if it is empty. When there is room again, the full disk is no trouble any more. */
export async function keepReserve(db: HearbackDb): Promise<void> {
  if ((await loadMeta(db, 'reserve')) === undefined) {
    try {
      await saveMeta(db, 'reserve', makeReserve());
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      return;
    }
  }
  await endTrouble(db, 'storageFull');
}

function makeReserve(): string {
  const pieces = Array.from({ length: RESERVE_PIECES }, () => {
    const bytes = crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
    return String.fromCharCode(...bytes.subarray(0, PIECE_BYTES / 2));
  });
  return pieces.join('');
}
