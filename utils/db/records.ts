/**
 * Synced records: how server changes and this browser's own facts meet. The shown `body` is always the
 * server's `base` with the waiting facts of the outbox applied again on top, so nobody's own act flickers away.
 */
import type { Table } from 'dexie';
import { recordKinds } from '#utils/sync/wire.ts';
import type { Mutation, RecordKind } from '#utils/sync/wire.ts';
import { applyMutation } from './apply-mutation.ts';
import type { MutationContext } from './apply-mutation.ts';
import type { HearbackDb, OutboxRow, RecordBodies, RecordRow } from './schema.ts';

/** The table of a kind of record. */
export function tableOf<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
): Table<RecordRow<K>, string> {
  const tables = {
    thread: db.threads,
    reply: db.replies,
    story: db.stories,
    collection: db.collections,
    library: db.library,
    brand: db.brands,
    site: db.sites,
    member: db.members,
    guide: db.guides,
    desk: db.desks,
    partner: db.partners,
    routing: db.routings,
    view: db.boardViews,
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

/** The server's state of one record; `base` is null when it is deleted there. */
export interface BaseState<K extends RecordKind = RecordKind> {
  id: string;
  seq: number;
  base: RecordBodies[K] | null;
}

/**
 * Writes the server's states of records of one kind, in the order of the server, and applies the waiting facts on top.
 * Call inside a read-write transaction over `recordTables` and the outbox. A state older than the stored one is ignored.
 * As few requests as possible for any number of them: a browser that was away takes thousands.
 */
export async function putBases<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
  states: readonly BaseState<K>[],
  context: MutationContext,
): Promise<void> {
  const newest = new Map<string, BaseState<K>>();
  for (const state of states) {
    if ((newest.get(state.id)?.seq ?? 0) <= state.seq) newest.set(state.id, state);
  }
  const ids = [...newest.keys()];
  const known = await tableOf(db, kind).bulkGet(ids);
  for (const row of known) {
    if (row && row.seq > (newest.get(row.id)?.seq ?? 0)) newest.delete(row.id);
  }
  await writeRows(db, kind, [...newest.values()], context, true);
}

/** As `putBases` for one record. */
export async function putBase<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
  id: string,
  seq: number,
  base: RecordBodies[K] | null,
  context: MutationContext,
): Promise<void> {
  await putBases(db, kind, [{ id, seq, base }], context);
}

/** The server does not have this record: what is shown is made of the waiting facts alone. Same rules as `putBase`. */
export async function dropBase(
  db: HearbackDb,
  kind: RecordKind,
  id: string,
  context: MutationContext,
): Promise<void> {
  await writeRows(db, kind, [{ id, seq: 0, base: null }], context, true);
}

/**
 * Rebuilds what is shown of one record from its base and the waiting facts; its base is `removed` where one of these
 * had removed it. Same transaction rules as `putBase`.
 */
export async function rebuild(
  db: HearbackDb,
  kind: RecordKind,
  id: string,
  context: MutationContext,
  removed?: OutboxRow['removed'],
): Promise<void> {
  const known = await tableOf(db, kind).get(id);
  const { seq = 0, base = null } = known?.base ? known : (removed ?? known ?? {});
  await writeRows(db, kind, [{ id, seq, base }], context);
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
  await writeRows(db, fact.kind, [{ id: fact.recordId, seq: known?.seq ?? 0, base }], context);
}

async function writeRows<K extends RecordKind>(
  db: HearbackDb,
  kind: K,
  states: readonly BaseState<K>[],
  context: MutationContext,
  isFromServer = false,
): Promise<void> {
  const table = tableOf(db, kind);
  const waiting = await loadWaitingOf(
    db,
    kind,
    states.map(({ id }) => id),
  );
  const rows: RecordRow<K>[] = [];
  const gone: string[] = [];
  const facts: OutboxRow[] = [];
  for (const { id, seq, base } of states) {
    let body: RecordBodies[K] | null = base;
    for (const { mutation, at } of waiting.get(id) ?? []) {
      body = applyMutation(mutation, body, { ...context, now: at }) as RecordBodies[K] | null;
    }
    if (body) rows.push({ id, seq, base, body, ...indexFields(kind, body) } as RecordRow<K>);
    else gone.push(id);
    const isLeft = base !== null && !body;
    if (isLeft || isFromServer) {
      const left = isLeft ? ({ seq, base } as OutboxRow['removed']) : null;
      facts.push(...keepRemoved(waiting.get(id) ?? [], left));
    }
  }
  if (gone.length > 0) await table.bulkDelete(gone);
  if (facts.length > 0) await db.outbox.bulkPut(facts);
  if (rows.length > 0) await table.bulkPut(rows);
}

/**
 * Brands and sites may be removed by leads alone: who is one no more gets back what the server then has. The waiting
 * facts that have to be written for that.
 */
function keepRemoved(
  waiting: readonly OutboxRow[],
  left: OutboxRow['removed'] | null,
): OutboxRow[] {
  const facts = waiting.filter(({ kind }) => kind === 'brand' || kind === 'site');
  return facts.map(({ removed: _removed, ...row }) => (left ? { ...row, removed: left } : row));
}

/** The waiting facts of some records, by record, each in the order of `mid`. */
async function loadWaitingOf(
  db: HearbackDb,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, OutboxRow[]>> {
  const keys = ids.map((id) => [kind, id]);
  const rows = await db.outbox.where('[kind+recordId]').anyOf(keys).sortBy('mid');
  return Map.groupBy(rows, ({ recordId }) => recordId);
}
