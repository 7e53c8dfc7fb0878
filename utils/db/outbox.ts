import type { Mutation, Refusal } from '#utils/sync/wire.ts';
import { recordOf } from './apply-mutation.ts';
import type { MutationContext } from './apply-mutation.ts';
import { loadMeta, saveMeta } from './meta.ts';
import { absorbFact, rebuild, recordTables } from './records.ts';
import type { HearbackDb, OutboxRow } from './schema.ts';

/**
 * Records facts: into the outbox and, at once, into what people see; both or neither. Resolves when they would
 * survive a crash.
 */
export async function recordFacts(
  db: HearbackDb,
  mutations: readonly Mutation[],
  context: MutationContext,
): Promise<void> {
  if (mutations.length === 0) return;
  await db.transaction('rw', [...recordTables(db), db.outbox, db.meta], async () => {
    const counter = (await loadMeta(db, 'outboxCounter')) ?? { next: 1, acked: 0 };
    for (const mutation of mutations) {
      const { kind, id } = recordOf(mutation);
      await db.outbox.add({
        mid: counter.next,
        mutation,
        kind,
        recordId: id,
        at: context.now,
      });
      counter.next += 1;
      await rebuild(db, kind, id, context);
    }
    await saveMeta(db, 'outboxCounter', counter);
  });
}

/** The oldest waiting facts, in order. */
export async function loadWaiting(db: HearbackDb, limit: number): Promise<OutboxRow[]> {
  return db.outbox.orderBy('mid').limit(limit).toArray();
}

/** Number of facts that wait. */
export async function countWaiting(db: HearbackDb): Promise<number> {
  return db.outbox.count();
}

/** How one fact fared. */
export interface FactResult {
  mid: number;
  refusal: Refusal | null;
}

/**
 * Takes answered facts out of the outbox. Accepted ones stay visible until the pull brings the server's state;
 * refused ones are undone in what people see and kept with the reason.
 */
export async function settleFacts(
  db: HearbackDb,
  results: readonly FactResult[],
  context: MutationContext,
): Promise<void> {
  await db.transaction('rw', [...recordTables(db), db.outbox, db.refused, db.meta], async () => {
    const counter = (await loadMeta(db, 'outboxCounter')) ?? { next: 1, acked: 0 };
    for (const { mid, refusal } of results) {
      counter.acked = Math.max(counter.acked, mid);
      const row = await db.outbox.get(mid);
      if (!row) continue;
      await db.outbox.delete(mid);
      if (refusal) {
        await db.refused.add({ mutation: row.mutation, refusal, at: context.now });
        await rebuild(db, row.kind, row.recordId, context);
      } else {
        await absorbFact(db, row, context);
      }
    }
    await saveMeta(db, 'outboxCounter', counter);
  });
}

/** Gives all waiting facts new numbers from `first` on, for a server that does not know this device's past. */
export async function renumberOutbox(db: HearbackDb, first: number): Promise<void> {
  await db.transaction('rw', db.outbox, db.meta, async () => {
    const rows = await db.outbox.orderBy('mid').toArray();
    await db.outbox.clear();
    let next = first;
    for (const row of rows) {
      await db.outbox.add({ ...row, mid: next });
      next += 1;
    }
    await saveMeta(db, 'outboxCounter', { next, acked: first - 1 });
  });
}
