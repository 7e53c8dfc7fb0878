/**
 * The sent log: answered facts are kept for a while, because a server that was restored from a copy has forgotten the
 * newest of them, and whoever sent them can tell it again (docs/protocol.md, "Going back in time").
 */
import type { Table } from 'dexie';
import type { Mutation } from '#utils/sync/wire.ts';
import { loadMeta, saveMeta } from './meta.ts';
import type { HearbackDb, OutboxRow, SentRow } from './schema.ts';
import { withSightings } from './sightings.ts';

const KEEP_MS = 14 * 24 * 60 * 60_000;
const KEEP_BYTES = 5_000_000;
const PRUNE_STEP = 50;

/**
 * Stands where a number was used up by a fact that is no more, refused or erased: the server counts it, refuses it,
 * and nobody is told. Without it a hole would give later facts other numbers than they had.
 */
const VOID_FACT: Mutation = { kind: 'story.remove', args: { id: '' } };

/** True for a row that only keeps its number. */
export function isVoid(row: Pick<OutboxRow, 'recordId'>): boolean {
  return row.recordId === '';
}

/** The row without what it said. */
export function toVoid<R extends OutboxRow>(row: R): R {
  return { ...row, mutation: VOID_FACT, kind: 'story', recordId: '' };
}

/** Tables to have open for writing in the transaction that calls `keepSent`. */
export function sentTables(db: HearbackDb) {
  return [db.sent, db.meta];
}

/** Keeps answered facts, and forgets those that are too old or too much, oldest first. `now`: server clock, ms. */
export async function keepSent(
  db: HearbackDb,
  rows: readonly OutboxRow[],
  now: number,
): Promise<void> {
  const encoder = new TextEncoder();
  const kept = rows.map(({ mid, mutation, kind, recordId, at }): SentRow => {
    const bytes = encoder.encode(JSON.stringify(mutation)).length;
    return { mid, mutation, kind, recordId, at, ackedAt: now, bytes };
  });
  await db.sent.bulkAdd(kept);
  await pruneSent(
    db,
    now,
    kept.reduce((sum, { bytes }) => sum + bytes, 0),
  );
}

/** Forgets what is too old or too much at `now` (server clock, ms); `grown` bytes have been added since the last count. */
export async function pruneSent(db: HearbackDb, now: number, grown = 0): Promise<void> {
  let total = ((await loadMeta(db, 'sentBytes')) ?? 0) + grown;
  for (;;) {
    const oldest = await db.sent.orderBy('id').limit(PRUNE_STEP).toArray();
    const gone: number[] = [];
    for (const { id, ackedAt, bytes } of oldest) {
      if (ackedAt >= now - KEEP_MS && total <= KEEP_BYTES) break;
      gone.push(id as number);
      total -= bytes;
    }
    await db.sent.bulkDelete(gone);
    if (gone.length < PRUNE_STEP) break;
  }
  await saveMeta(db, 'sentBytes', Math.max(0, total));
}

/**
 * Puts back into the outbox, before what waits there, all facts that a server has forgotten whose last known number
 * is `lastMid`. Where it forgot any, or `isOtherHistory`, it may not know the threads either that they are about: then
 * these are told along. Numbers stay as they are where they follow on from there without a hole and nothing is told
 * along; else, and where the server knows numbers that this browser never gave out, what it does not know is numbered
 * anew. Harmless to repeat.
 */
export async function requeueSent(
  db: HearbackDb,
  lastMid: number,
  isOtherHistory = false,
): Promise<void> {
  await db.transaction('rw', [db.outbox, db.sent, db.meta, db.threads, db.stories], async () => {
    const counter = (await loadMeta(db, 'outboxCounter')) ?? { next: 1, acked: 0 };
    const forgotten = await db.sent.where('mid').above(lastMid).sortBy('mid');
    const waiting = await db.outbox.orderBy('mid').toArray();
    const rows = [...forgotten.map(toOutboxRow), ...waiting];
    const first = rows[0]?.mid ?? counter.next;
    const isKnownFurther = lastMid >= counter.next;
    const from = first > lastMid + 1 || isKnownFurther ? lastMid + 1 : first;
    // Their answers were lost: the server knows them by these numbers.
    const told = isKnownFurther ? [] : rows.filter(({ mid }) => mid <= lastMid);
    const untold = rows.slice(told.length);
    const hasGoneBack = forgotten.length > 0 || isOtherHistory;
    const facts = hasGoneBack ? await withSightings(db, untold, told) : untold;
    await takeOut(db, forgotten);
    await refillOutbox(db, [...told, ...facts], from, lastMid);
  });
}

/**
 * A new device of the same member begins: what waits is numbered from 1. With `isForgotten`, a server that does not
 * know the earlier device is told everything in the log again, with the threads that it is about; else the log is
 * kept for the day when it has to be.
 */
export async function startNumbersAnew(db: HearbackDb, isForgotten: boolean): Promise<void> {
  const tables = [db.outbox, db.sent, db.meta, ...(isForgotten ? [db.threads, db.stories] : [])];
  await db.transaction('rw', tables as Table[], async () => {
    const waiting = await db.outbox.orderBy('mid').toArray();
    const sent = isForgotten ? await db.sent.orderBy('id').toArray() : [];
    if (isForgotten) await takeOut(db, sent);
    // Below every number of the new device, so that no restore of its own takes them for its facts.
    else await db.sent.toCollection().modify({ mid: 0 });
    const rows = [...sent.map(toOutboxRow), ...waiting];
    await refillOutbox(db, isForgotten ? await withSightings(db, rows) : rows, 1, 0);
  });
}

async function refillOutbox(
  db: HearbackDb,
  rows: readonly OutboxRow[],
  from: number,
  lastMid: number,
): Promise<void> {
  await db.outbox.clear();
  await db.outbox.bulkAdd(rows.map((row, index) => ({ ...row, mid: from + index })));
  const { acked } = (await loadMeta(db, 'outboxCounter')) ?? { acked: 0 };
  const counter = { next: from + rows.length, acked: Math.min(acked, lastMid) };
  await saveMeta(db, 'outboxCounter', counter);
}

async function takeOut(db: HearbackDb, rows: readonly SentRow[]): Promise<void> {
  await db.sent.bulkDelete(rows.map(({ id }) => id as number));
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  const total = (await loadMeta(db, 'sentBytes')) ?? 0;
  await saveMeta(db, 'sentBytes', Math.max(0, total - bytes));
}

function toOutboxRow({ mid, mutation, kind, recordId, at }: SentRow): OutboxRow {
  return { mid, mutation, kind, recordId, at };
}
