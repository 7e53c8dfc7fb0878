/** Erased means gone: not only the record, but all that this browser keeps of it. */
import type { Table } from 'dexie';
import type { Mutation, RecordKind } from '#utils/sync/wire.ts';
import { recordOf } from './apply-mutation.ts';
import { draftKeys } from './drafts.ts';
import { recordTables, tableOf } from './records.ts';
import type { HearbackDb, OutboxRow } from './schema.ts';
import { isVoid, toVoid } from './sent-log.ts';

export interface RecordName {
  kind: RecordKind;
  id: string;
}

/** The tables that facts pass through, from being told to being erased. */
export function factTables(db: HearbackDb): Table[] {
  const others = [
    db.outbox,
    db.sent,
    db.refused,
    db.quarantine,
    db.drafts,
    db.uses,
    db.pictures,
    db.meta,
  ];
  return [...recordTables(db), ...(others as unknown as Table[])];
}

/**
 * Removes records with everything that speaks of them: what waits, the sent log, refusals, what was kept raw, drafts;
 * with a thread its replies and story too. Numbers of facts stay used. Call inside a read-write transaction over
 * `factTables`.
 */
export async function eraseRecords(db: HearbackDb, names: readonly RecordName[]): Promise<void> {
  if (names.length === 0) return;
  const gone = new Set(names.map(toKey));
  const threadIds = names.flatMap(({ kind, id }) => (kind === 'thread' ? [id] : []));
  const replyIds = await db.replies.where('threadId').anyOf(threadIds).primaryKeys();
  for (const id of threadIds) gone.add(toKey({ kind: 'story', id }));
  for (const id of replyIds) gone.add(toKey({ kind: 'reply', id }));
  // What was sent is offered to the library under the reply's own id, with the customer's words as the question.
  const silenced = new Set([...gone, ...replyIds.map((id) => toKey({ kind: 'library', id }))]);
  const threads = new Set(threadIds);
  const speaksOf = (mutation: Mutation) =>
    silenced.has(toKey(recordOf(mutation))) ||
    (mutation.kind === 'reply.record' && threads.has(mutation.args.threadId)) ||
    (mutation.kind === 'thread.followUp' &&
      gone.has(toKey({ kind: 'reply', id: mutation.args.followUp.id })));

  for (const key of gone) {
    const { kind, id } = fromKey(key);
    await tableOf(db, kind).delete(id);
  }
  const storyIds = [...gone].map(fromKey).filter(({ kind }) => kind === 'story');
  await db.pictures.bulkDelete(storyIds.map(({ id }) => id));
  await db.drafts.bulkDelete(threadIds.flatMap(draftKeys));
  await db.uses.bulkDelete(threadIds);
  await voidFacts(db.outbox as unknown as Table<OutboxRow>, speaksOf);
  await voidFacts(db.sent as unknown as Table<OutboxRow>, speaksOf);
  await db.refused.filter(({ mutation }) => speaksOf(mutation)).delete();
  const isKeptRaw = ({ kind, id }: { kind: string; id: string }) =>
    gone.has(toKey({ kind: kind as RecordKind, id }));
  await db.quarantine.filter(({ change }) => isKeptRaw(change)).delete();
}

/** Empties the rows that speak of something, number by number. */
async function voidFacts(
  table: Table<OutboxRow>,
  speaksOf: (mutation: Mutation) => boolean,
): Promise<void> {
  const found = table.filter((row) => !isVoid(row) && speaksOf(row.mutation));
  await found.modify((row, place) => {
    place.value = toVoid(row);
  });
}

function toKey({ kind, id }: RecordName): string {
  return `${kind} ${id}`;
}

function fromKey(key: string): RecordName {
  const [kind = '', ...rest] = key.split(' ');
  return { kind: kind as RecordKind, id: rest.join(' ') };
}
