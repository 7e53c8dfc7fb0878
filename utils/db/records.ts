/**
 * Synced records: how server changes and this browser's own facts meet. The shown `body` is always the
 * server's `base` with the waiting facts of the outbox applied again on top, so nobody's own act flickers away.
 */
import type { Table } from 'dexie';
import { recordKinds } from '#utils/sync/wire.ts';
import type { Mutation, RecordKind } from '#utils/sync/wire.ts';
import { applyMutation } from './apply-mutation.ts';
import type { MutationContext } from './apply-mutation.ts';
import type { HearbackDb, RecordBodies, RecordRow } from './schema.ts';

/** The table of a kind of record. */
export function tableOf<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
): Table<RecordRow<K>, string> {
  const tables = {
    thread: db.threads,
    reply: db.replies,
    story: db.stories,
    library: db.library,
    brand: db.brands,
    member: db.members,
  };
  return tables[kind] as unknown as Table<RecordRow<K>, string>;
}

/** All tables that hold synced records. */
export function recordTables(db: HearbackDb): Table[] {
  return recordKinds.map((kind) => tableOf(db, kind) as unknown as Table);
}

/** The fields by which a kind is looked up, taken from the body. */
function indexFields(kind: RecordKind, body: RecordBodies[RecordKind]): object {
  switch (kind) {
    case 'thread': {
      const { seenAt, outcome, claim } = body as RecordBodies['thread'];
      return { seenAt, outcome, holder: claim?.memberId ?? '' };
    }
    case 'reply':
      return { threadId: (body as RecordBodies['reply']).threadId };
    case 'story':
      return { savedAt: (body as RecordBodies['story']).savedAt };
    case 'library':
      return { at: (body as RecordBodies['library']).at };
    default:
      return {};
  }
}

/**
 * Writes the server's state of one record (null: deleted) and applies the waiting facts on top. Call inside a
 * read-write transaction over `recordTables` and the outbox. A state older than the stored one is ignored.
 */
export async function putBase<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
  id: string,
  seq: number,
  base: RecordBodies[K] | null,
  context: MutationContext,
): Promise<void> {
  const table = tableOf(db, kind);
  const known = await table.get(id);
  if (known && known.seq > seq) return;
  await writeRow(db, kind, id, seq, base, context);
}

/** The server does not have this record: what is shown is made of the waiting facts alone. Same rules as `putBase`. */
export async function dropBase(
  db: HearbackDb,
  kind: RecordKind,
  id: string,
  context: MutationContext,
): Promise<void> {
  await writeRow(db, kind, id, 0, null, context);
}

/** Rebuilds what is shown of one record from its base and the waiting facts. Same transaction rules as `putBase`. */
export async function rebuild(
  db: HearbackDb,
  kind: RecordKind,
  id: string,
  context: MutationContext,
): Promise<void> {
  const known = await tableOf(db, kind).get(id);
  await writeRow(db, kind, id, known?.seq ?? 0, known?.base ?? null, context);
}

/**
 * The server has accepted a fact but its new state has not been pulled yet: the fact becomes part of the base, so
 * that a later rebuild does not lose it. Same transaction rules as `putBase`; the fact has left the outbox.
 */
export async function absorbFact(
  db: HearbackDb,
  fact: { kind: RecordKind; recordId: string; mutation: Mutation; at: number },
  context: MutationContext,
): Promise<void> {
  const known = await tableOf(db, fact.kind).get(fact.recordId);
  const base = applyMutation(fact.mutation, known?.base ?? null, { ...context, now: fact.at });
  await writeRow(db, fact.kind, fact.recordId, known?.seq ?? 0, base, context);
}

async function writeRow<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
  id: string,
  seq: number,
  base: RecordBodies[K] | null,
  context: MutationContext,
): Promise<void> {
  const table = tableOf(db, kind);
  const waiting = await db.outbox.where('[kind+recordId]').equals([kind, id]).sortBy('mid');
  let body: RecordBodies[K] | null = base;
  for (const { mutation, at } of waiting) {
    body = applyMutation(mutation, body, { ...context, now: at }) as RecordBodies[K] | null;
  }
  if (!body) {
    await table.delete(id);
    return;
  }
  await table.put({ id, seq, base, body, ...indexFields(kind, body) } as RecordRow<K>);
}
