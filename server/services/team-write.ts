import type { Change, RecordKind } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { appendChanges } from '../store/changes.ts';
import type { RemovalReason, Touched } from '../store/changes.ts';
import { readNow } from '../store/database.ts';
import type { Sql } from '../store/database.ts';
import { loadRecord, stampRecord } from '../store/records.ts';

/** One write to a team's records, under way. */
export interface TeamWrite {
  tx: Sql;
  teamId: string;
  /**
   * Says that a record was changed, made or removed; everybody is told once, however often it is called. `reason`
   * is for what no person removed.
   */
  touch(kind: RecordKind, id: string, reason?: RemovalReason): void;
}

/**
 * The only way to write synced records: runs `work` in a transaction, one of a team at a time, numbers what it
 * touched as its last act, and tells the live channel after the commit. Resolves when the write is on disk. `work`
 * may run again when it lost to another transaction.
 */
export async function writeTeam<T>(
  context: Pick<ServerContext, 'store' | 'hub'>,
  teamId: string,
  by: { memberId: string | null; deviceId: string | null },
  work: (write: TeamWrite) => Promise<T>,
): Promise<T> {
  const { value, changes, serverTime } = await context.store.transaction(async (tx) => {
    const touched = new Map<string, Omit<Touched, 'body'>>();
    const worked = await work({
      tx,
      teamId,
      touch: (kind, id, reason) =>
        touched.set(`${kind} ${id}`, { kind, id, reason: reason ?? null }),
    });
    const numbered = await numberTouched(tx, teamId, [...touched.values()], by);
    return { value: worked, changes: numbered, serverTime: await readNow(tx) };
  }, teamId);
  if (changes.length > 0) context.hub.publish(teamId, changes, serverTime);
  return value;
}

async function numberTouched(
  tx: Sql,
  teamId: string,
  touched: Omit<Touched, 'body'>[],
  by: { memberId: string | null; deviceId: string | null },
): Promise<Change[]> {
  if (touched.length === 0) return [];
  const bodies = [];
  for (const { kind, id, reason } of touched) {
    bodies.push({ kind, id, reason, body: await loadRecord(tx, teamId, kind, id) });
  }
  const changes = await appendChanges(tx, teamId, bodies, by);
  for (const [index, { kind, id }] of touched.entries()) {
    await stampRecord(tx, teamId, kind, id, changes[index]?.seq ?? 0);
  }
  return changes;
}
