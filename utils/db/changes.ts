import { recordKinds, recordSchemas } from '#utils/sync/wire.ts';
import type { Change, Cursor, RecordKind } from '#utils/sync/wire.ts';
import type { MutationContext } from './apply-mutation.ts';
import { eraseRecords, factTables } from './erase.ts';
import type { RecordName } from './erase.ts';
import { forgetLetGo, noteTurnedUp } from './let-go.ts';
import { changeSyncState, loadMeta, loadSyncState, saveMeta } from './meta.ts';
import { dropBase, putBases, recordTables, tableOf } from './records.ts';
import type { BaseState } from './records.ts';
import type { HearbackDb } from './schema.ts';

function isRecordKind(kind: string): kind is RecordKind {
  return (recordKinds as string[]).includes(kind);
}

/** Writes a page of changes; what cannot be read is kept raw, so that the cursor may pass it. */
async function applyPage(
  db: HearbackDb,
  changes: readonly Change[],
  context: MutationContext,
): Promise<void> {
  const unread: Change[] = [];
  const states = new Map<RecordKind, BaseState[]>();
  for (const change of changes) {
    const { kind, id, seq } = change;
    const base = isRecordKind(kind) ? readBase(kind, change) : undefined;
    if (!isRecordKind(kind) || base === undefined) unread.push(change);
    else {
      const ofKind = states.get(kind) ?? [];
      ofKind.push({ id, seq, base });
      states.set(kind, ofKind);
    }
  }
  await db.quarantine.bulkPut(unread.map((change) => ({ seq: change.seq, change })));
  for (const [kind, ofKind] of states) await putBases(db, kind, ofKind, context);
}

/** The state that a change brings: null for deleted, undefined where this version cannot read it. */
function readBase(kind: RecordKind, { op, body }: Change): BaseState['base'] | undefined {
  return op === 'del' ? null : (recordSchemas[kind].safeParse(body).data as BaseState['base']);
}

/**
 * Stores one page of changes together with the cursor behind it: both or neither, so that a page is read again
 * rather than lost. False: the cursor has moved on meanwhile and nothing was written.
 */
export async function applyChanges(
  db: HearbackDb,
  from: Cursor,
  changes: readonly Change[],
  next: Cursor,
  context: MutationContext,
): Promise<boolean> {
  return db.transaction('rw', factTables(db), async () => {
    const { cursor } = await loadSyncState(db);
    const isThere = cursor.seq === from.seq && cursor.mark === from.mark;
    if (cursor.epoch !== from.epoch || !isThere) return false;
    // First, so that what waits of an erased record is not laid on top again.
    await eraseRecords(db, toErased(changes));
    await noteTurnedUp(db, changes.flatMap(toThreadIds));
    await applyPage(db, changes, context);
    await changeSyncState(db, { cursor: next });
    return true;
  });
}

/** The thread that a change tells something of. */
function toThreadIds({ kind, id, op, body }: Change): string[] {
  if (op === 'del') return [];
  if (kind === 'thread') return [id];
  const { threadId } = ((kind === 'reply' && body) || {}) as { threadId?: unknown };
  return typeof threadId === 'string' ? [threadId] : [];
}

function toErased(changes: readonly Change[]): RecordName[] {
  return toNames(changes.filter(({ op, reason }) => op === 'del' && reason === 'erase'));
}

function toNames(named: readonly { kind: string; id: string }[]): RecordName[] {
  return named.flatMap(({ kind, id }) => (isRecordKind(kind) ? [{ kind, id }] : []));
}

/**
 * Makes the next exchange load the whole state if anything was kept raw; call after an update, which may be able to
 * read it. Applying the raw rows themselves could bring back what was deleted since.
 */
export async function rereadQuarantine(db: HearbackDb): Promise<void> {
  await db.transaction('rw', db.quarantine, db.meta, async () => {
    if ((await db.quarantine.count()) === 0) return;
    await db.quarantine.clear();
    const { cursor } = await loadSyncState(db);
    await changeSyncState(db, { cursor: { ...cursor, seq: 0, mark: '' } });
  });
}

/** A row of a snapshot page. */
export interface SnapshotRow {
  kind: string;
  id: string;
  seq: number;
  body?: unknown;
}

/** Stores one page of a snapshot. The cursor is set only by `finishSnapshot`. */
export async function applySnapshotPage(
  db: HearbackDb,
  rows: readonly SnapshotRow[],
  context: MutationContext,
): Promise<void> {
  await db.transaction('rw', factTables(db), async () => {
    const toChange = ({ kind, id, seq, body }: SnapshotRow): Change =>
      // `mark` matters only for the cursor, which the last page brings.
      ({ kind, id, seq: Math.max(seq, 1), op: 'put', body, mark: '' });
    await applyPage(db, rows.map(toChange), context);
  });
}

/** What the pages of a snapshot named. */
export interface SnapshotNames {
  /** Records it held, as `toRecordKey` names them. */
  seen: ReadonlySet<string>;
  erased: readonly { kind: string; id: string }[];
}

/**
 * Removes what the snapshot did not hold (waiting facts stay), with all that speaks of what was erased, and sets cursor
 * and epoch behind it.
 */
export async function finishSnapshot(
  db: HearbackDb,
  { seen, erased }: SnapshotNames,
  cursor: Cursor,
  context: MutationContext,
): Promise<void> {
  await db.transaction('rw', factTables(db), async () => {
    const isOver = ({ kind, id }: { kind: string; id: string }) => !seen.has(toRecordKey(kind, id));
    await eraseRecords(db, toNames(erased.filter(isOver)));
    const waiting = new Set<string>();
    await db.outbox.each((row) => waiting.add(toRecordKey(row.kind, row.recordId)));
    for (const kind of recordKinds) {
      const table = tableOf(db, kind);
      const ids = (await table.toCollection().primaryKeys()) as string[];
      const gone = ids.filter((id) => !seen.has(toRecordKey(kind, id)));
      const isWaited = (id: string) => waiting.has(toRecordKey(kind, id));
      await table.bulkDelete(gone.filter((id) => !isWaited(id)));
      // What only waiting facts speak of is theirs alone now: the server's part of it is gone.
      for (const id of gone.filter(isWaited)) await dropBase(db, kind, id, context);
    }
    await changeSyncState(db, { cursor });
    const account = await loadMeta(db, 'account');
    if (account) await saveMeta(db, 'account', { ...account, epoch: cursor.epoch });
  });
}

/** Names a record over all kinds. */
export function toRecordKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/** Forgets the confirmed numbers of all records, and which were let go, before a snapshot is laid over them. */
export async function forgetSeqs(db: HearbackDb): Promise<void> {
  await db.transaction('rw', [...recordTables(db), db.meta], async () => {
    await forgetLetGo(db);
    for (const kind of recordKinds) await tableOf(db, kind).toCollection().modify({ seq: 0 });
  });
}
