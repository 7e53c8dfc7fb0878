import type { Mutation, Refusal } from '#utils/sync/wire.ts';
import { recordOf } from './apply-mutation.ts';
import type { MutationContext } from './apply-mutation.ts';
import { loadMeta, loadSyncState, saveMeta } from './meta.ts';
import { eraseRecords, factTables } from './erase.ts';
import type { RecordName } from './erase.ts';
import { noteTurnedUp } from './let-go.ts';
import { absorbFact, rebuild, recordTables } from './records.ts';
import { hasGround } from './ground.ts';
import { freeRoom, useReserve } from './room.ts';
import type { HearbackDb, OutboxRow } from './schema.ts';
import { isVoid, keepSent, toVoid } from './sent-log.ts';
import { StorageFullError, isStorageFull } from './storage-faults.ts';
import { noteTrouble, toTroubleKind } from './trouble.ts';

/**
 * Records facts: into the outbox and, at once, into what people see; both or neither. Resolves when they would
 * survive a crash. Where the disk is full, older threads are let go for them; when that is not enough, mentions that
 * were only read are no longer taken, and the reserve is left to what people do themselves. Throws
 * `StorageFullError` for what could not be kept. `isFromPage`: a page told it, and what has lost its ground is left
 * out.
 */
export async function recordFacts(
  db: HearbackDb,
  mutations: readonly Mutation[],
  context: MutationContext,
  isFromPage = false,
): Promise<void> {
  if (mutations.length === 0) return;
  const write = () => writeFacts(db, mutations, context, isFromPage);
  const isOnlyRead = mutations.every(({ kind }) => kind === 'thread.see');
  if (isOnlyRead && toTroubleKind(await loadSyncState(db)) === 'storageFull') {
    throw new StorageFullError();
  }
  if (await hadRoom(write)) return;
  await freeRoom(db);
  if (await hadRoom(write)) return;
  await useReserve(db);
  await noteTrouble(db, 'storageFull');
  if (isOnlyRead || !(await hadRoom(write))) throw new StorageFullError();
}

async function hadRoom(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    return false;
  }
}

async function writeFacts(
  db: HearbackDb,
  mutations: readonly Mutation[],
  context: MutationContext,
  isFromPage: boolean,
): Promise<void> {
  await db.transaction('rw', [...recordTables(db), db.outbox, db.meta], async () => {
    const counter = (await loadMeta(db, 'outboxCounter')) ?? { next: 1, acked: 0 };
    for (const mutation of mutations) {
      if (isFromPage && !(await hasGround(db, mutation))) continue;
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
  /** The server's state here holds its effect already, and whatever came of it since. */
  isPulled?: boolean;
}

/**
 * Takes answered facts out of the outbox and into the sent log. Accepted ones stay visible until the pull brings the
 * server's state; refused ones are undone in what people see and kept with the reason. What the team had erased goes
 * without a trace. `answeredAt`: server clock, ms.
 */
export async function settleFacts(
  db: HearbackDb,
  results: readonly FactResult[],
  context: MutationContext,
  answeredAt: number,
): Promise<void> {
  await db.transaction('rw', factTables(db), async () => {
    const counter = (await loadMeta(db, 'outboxCounter')) ?? { next: 1, acked: 0 };
    const answered: OutboxRow[] = [];
    const erased: RecordName[] = [];
    const accepted: Mutation[] = [];
    for (const { mid, refusal, isPulled } of results) {
      counter.acked = Math.max(counter.acked, mid);
      const row = await db.outbox.get(mid);
      if (!row) continue;
      await db.outbox.delete(mid);
      answered.push(refusal ? toVoid(row) : row);
      if (isVoid(row)) continue;
      if (refusal?.code === 'erased') erased.push({ kind: row.kind, id: row.recordId });
      else if (refusal) {
        await db.refused.add({ mutation: row.mutation, refusal, at: context.now });
        await rebuild(db, row.kind, row.recordId, context, row.removed);
      } else {
        accepted.push(row.mutation);
        if (isPulled) await rebuild(db, row.kind, row.recordId, context);
        else await absorbFact(db, row, context);
      }
    }
    await saveMeta(db, 'outboxCounter', counter);
    await noteTurnedUp(db, accepted.flatMap(toThreadIds));
    await keepSent(db, answered, answeredAt);
    await eraseRecords(db, erased);
  });
}

/** The thread that a fact is about, if it is about one. */
function toThreadIds(mutation: Mutation): string[] {
  if (mutation.kind === 'reply.record') return [mutation.args.threadId];
  return recordOf(mutation).kind === 'thread' ? [mutation.args.id] : [];
}
