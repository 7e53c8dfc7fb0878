import type { Change, RecordKind } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { appendChanges } from '../store/changes.ts';
import type { Appended, RemovalReason, Touched } from '../store/changes.ts';
import type { Sql } from '../store/database.ts';
import { loadRecord, loadRecords, stampRecords } from '../store/records.ts';
import type { RecordBodies } from '../store/records.ts';

/** One write to a team's records, under way. */
export interface TeamWrite {
  tx: Sql;
  teamId: string;
  /**
   * Says that a record was changed, made or removed; everybody is told once, however often it is called. `reason`
   * is for what no person removed.
   */
  touch(kind: RecordKind, id: string, reason?: RemovalReason): void;
  /** The record as it stands; null when it is unknown or removed. */
  load<K extends RecordKind>(kind: K, id: string): Promise<RecordBodies[K] | null>;
  /** Reads many records at once, so that `load` knows them until they are touched. */
  readAhead(kind: RecordKind, ids: readonly string[]): Promise<void>;
  /** Reads once what the write itself does not change. */
  readOnce<T>(name: string, read: () => Promise<T>): Promise<T>;
}

/** Who writes; null: no person, or no device. */
type Writer = { memberId: string | null; deviceId: string | null };

/** What came of a write. */
export interface Written<T> {
  value: T;
  /** In order; empty when nothing was touched. */
  changes: Change[];
  /** The database's clock when the changes were numbered, ms; null when nothing was touched. */
  serverTime: number | null;
}

/**
 * The only way to write synced records: runs `work` in a transaction, one of a team at a time, numbers what it
 * touched as its last act, and tells the live channel after the commit. Resolves when the write is on disk. `work`
 * may run again when it lost to another transaction.
 */
export async function writeTeam<T>(
  context: Pick<ServerContext, 'store' | 'hub'>,
  teamId: string,
  by: Writer,
  work: (write: TeamWrite) => Promise<T>,
): Promise<T> {
  return (await commitTeam(context, teamId, by, work)).value;
}

/** As `writeTeam`, telling what was written too. */
export async function commitTeam<T>(
  context: Pick<ServerContext, 'store' | 'hub'>,
  teamId: string,
  by: Writer,
  work: (write: TeamWrite) => Promise<T>,
): Promise<Written<T>> {
  const { value, appended } = await context.store.transaction(async (tx) => {
    const { write, touched } = startWrite(tx, teamId);
    const value = await work(write);
    if (touched.size === 0) return { value, appended: null };
    return { value, appended: await numberTouched(tx, teamId, [...touched.values()], by) };
  }, teamId);
  if (appended === null) return { value, changes: [], serverTime: null };
  const { changes, mark, serverTime } = appended;
  context.hub.publish(teamId, changes, serverTime, mark);
  return { value, changes, serverTime };
}

function startWrite(tx: Sql, teamId: string) {
  const touched = new Map<string, Omit<Touched, 'body'>>();
  const ahead = new Map<string, RecordBodies[RecordKind] | null>();
  const once = new Map<string, Promise<unknown>>();
  const write: TeamWrite = {
    tx,
    teamId,
    touch(kind, id, reason) {
      ahead.delete(`${kind} ${id}`);
      touched.set(`${kind} ${id}`, { kind, id, reason: reason ?? null });
    },
    async load<K extends RecordKind>(kind: K, id: string) {
      const known = ahead.get(`${kind} ${id}`);
      if (known === undefined) return loadRecord(tx, teamId, kind, id);
      return known as RecordBodies[K] | null;
    },
    async readAhead(kind, ids) {
      const found = await loadRecords(tx, teamId, kind, ids);
      for (const id of ids) ahead.set(`${kind} ${id}`, found.get(id) ?? null);
    },
    readOnce<T>(name: string, read: () => Promise<T>) {
      const known = once.get(name) ?? read();
      once.set(name, known);
      return known as Promise<T>;
    },
  };
  return { write, touched };
}

async function numberTouched(
  tx: Sql,
  teamId: string,
  touched: readonly Omit<Touched, 'body'>[],
  by: Writer,
): Promise<Appended> {
  const kinds = Map.groupBy(touched, ({ kind }) => kind);
  const bodies = new Map<string, unknown>();
  for (const [kind, ofKind] of kinds) {
    const ids = ofKind.map(({ id }) => id);
    for (const [id, body] of await loadRecords(tx, teamId, kind, ids)) {
      bodies.set(`${kind} ${id}`, body);
    }
  }
  const withBodies = touched.map((one) => {
    return { ...one, body: bodies.get(`${one.kind} ${one.id}`) ?? null };
  });
  const appended = await appendChanges(tx, teamId, withBodies, by);
  for (const kind of kinds.keys()) {
    const stamps = appended.changes.filter((change) => change.kind === kind);
    await stampRecords(tx, teamId, kind, stamps);
  }
  return appended;
}
