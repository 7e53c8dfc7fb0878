import type { BoardView } from '#utils/model/board-view.ts';
import type { Brand } from '#utils/model/brand.ts';
import type { Desk } from '#utils/model/desk.ts';
import type { Guide } from '#utils/model/guide.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Partner } from '#utils/model/partner.ts';
import type { Routing } from '#utils/model/routing.ts';
import type { Collection, Story } from '#utils/model/story.ts';
import type { Member } from '#utils/model/team.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { recordKinds } from '#utils/sync/wire.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import type { Row, Sql } from './database.ts';
import { inFewLengths } from './in-few-lengths.ts';
import { isStorable } from './storable.ts';
import { toThread } from './threads.ts';

/** Rows read at once where all are looked through. */
const SCAN_PAGE = 500;

/** What a synced record looks like, by kind; the bodies that travel. */
export interface RecordBodies {
  thread: Thread;
  reply: Reply;
  story: Story;
  collection: Collection;
  library: LibraryEntry;
  brand: Brand;
  site: TeamSite;
  member: Member;
  guide: Guide;
  desk: Desk;
  partner: Partner;
  routing: Routing;
  view: BoardView;
}

/** Every kind is a table of the same name with `team_id, id, seq, deleted_at`. */
const toBody: { [K in RecordKind]: (row: Row) => RecordBodies[K] } = {
  thread: toThread,
  reply: parseBody,
  story: parseBody,
  collection: parseBody,
  library: parseBody,
  brand: parseBody,
  site: parseBody,
  member: parseBody,
  guide: parseBody,
  desk: parseBody,
  partner: parseBody,
  routing: parseBody,
  view: parseBody,
};

/** The record as it stands; null when it is unknown or removed. */
export async function loadRecord<K extends RecordKind>(
  sql: Sql,
  teamId: string,
  kind: K,
  id: string,
): Promise<RecordBodies[K] | null> {
  if (!isStorable(id)) return null;
  const row = await sql.get(
    `SELECT * FROM ${kind} WHERE team_id = ? AND id = ? AND deleted_at IS NULL`,
    [teamId, id],
  );
  return row && toBody[kind](row);
}

/** Those of the records that are known and not removed, by id. */
export async function loadRecords<K extends RecordKind>(
  sql: Sql,
  teamId: string,
  kind: K,
  ids: readonly string[],
): Promise<Map<string, RecordBodies[K]>> {
  const found = new Map<string, RecordBodies[K]>();
  for (const some of inFewLengths(ids.filter(isStorable))) {
    const rows = await sql.all(
      `SELECT * FROM ${kind} WHERE team_id = ? AND id IN (${some.map(() => '?').join(', ')})
         AND deleted_at IS NULL`,
      [teamId, ...some],
    );
    for (const row of rows) found.set(String(row.id), toBody[kind](row));
  }
  return found;
}

export interface RecordRow {
  kind: RecordKind;
  id: string;
  /** The change that last touched it. */
  seq: number;
  body: RecordBodies[RecordKind];
}

/** Up to `limit` living records after a place in the order of (kind, id). */
export async function listRecords(
  sql: Sql,
  teamId: string,
  after: { kind: RecordKind; id: string } | null,
  limit: number,
): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  const firstKind = after ? recordKinds.indexOf(after.kind) : 0;
  for (const kind of recordKinds.slice(firstKind)) {
    const afterId = kind === after?.kind ? after.id : '';
    const rows = await sql.all(
      `SELECT * FROM ${kind} WHERE team_id = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?`,
      [teamId, afterId, limit - found.length],
    );
    for (const row of rows) found.push(toRecordRow(kind, row));
    if (found.length >= limit) break;
  }
  return found;
}

/** Living threads with their living replies. */
export async function listThreadRecords(
  sql: Sql,
  teamId: string,
  ids: readonly string[],
): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  for (const some of inFewLengths(ids.filter(isStorable))) {
    for (const [kind, column] of [
      ['thread', 'id'],
      ['reply', 'thread_id'],
    ] as const) {
      const rows = await sql.all(
        `SELECT * FROM ${kind} WHERE team_id = ? AND ${column} IN (${some.map(() => '?').join(', ')})
           AND deleted_at IS NULL`,
        [teamId, ...some],
      );
      for (const row of rows) found.push(toRecordRow(kind, row));
    }
  }
  return found;
}

function toRecordRow(kind: RecordKind, row: Row): RecordRow {
  return { kind, id: String(row.id), seq: Number(row.seq), body: toBody[kind](row) };
}

/** Notes on records of one kind which change last touched each. */
export async function stampRecords(
  sql: Sql,
  teamId: string,
  kind: RecordKind,
  stamps: readonly { id: string; seq: number }[],
): Promise<void> {
  for (const some of inFewLengths(stamps)) {
    // The names of the columns of VALUES are the same in both engines.
    await sql.run(
      `UPDATE ${kind} SET seq = stamp.column2
       FROM (VALUES ${some.map(() => '(?, CAST(? AS BIGINT))').join(', ')}) AS stamp
       WHERE team_id = ? AND id = stamp.column1`,
      [...some.flatMap(({ id, seq }) => [id, seq]), teamId],
    );
  }
}

/** Kinds that are nothing but their body. */
export type DocumentKind = Exclude<RecordKind, 'thread' | 'reply' | 'member'>;

/** Writes the whole record, also over a tombstone. */
export async function saveDocument<K extends DocumentKind>(
  sql: Sql,
  teamId: string,
  kind: K,
  body: RecordBodies[K],
): Promise<void> {
  await sql.run(
    `INSERT INTO ${kind} (team_id, id, body) VALUES (?, ?, ?)
     ON CONFLICT (team_id, id) DO UPDATE SET body = excluded.body, deleted_at = NULL`,
    [teamId, body.id, JSON.stringify(body)],
  );
}

/** Leaves a tombstone; false when there was nothing to remove. */
export async function removeDocument(
  sql: Sql,
  teamId: string,
  kind: DocumentKind,
  id: string,
): Promise<boolean> {
  const removed = await sql.run(
    `UPDATE ${kind} SET deleted_at = db_now() WHERE team_id = ? AND id = ? AND deleted_at IS NULL`,
    [teamId, id],
  );
  return removed > 0;
}

/** Every row of a kind, tombstones too, in pages; `columns` beside the id. */
export async function* scanRecords(
  sql: Sql,
  teamId: string,
  kind: RecordKind,
  columns: string,
): AsyncGenerator<Row> {
  let after = '';
  for (;;) {
    const rows = await sql.all(
      `SELECT id, ${columns} FROM ${kind} WHERE team_id = ? AND id > ? ORDER BY id LIMIT ?`,
      [teamId, after, SCAN_PAGE],
    );
    yield* rows;
    if (rows.length < SCAN_PAGE) return;
    after = String(rows.at(-1)?.id);
  }
}

/** The stories of a collection; their bodies are looked through, as nobody asks for this often. */
export async function listStoriesIn(
  sql: Sql,
  teamId: string,
  collectionId: string,
): Promise<Story[]> {
  // A first sieve; ids of collections may hold what means something in a pattern.
  const pattern = `%${JSON.stringify(collectionId).replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await sql.all(
    `SELECT body FROM story WHERE team_id = ? AND deleted_at IS NULL AND body LIKE ? ESCAPE '\\'`,
    [teamId, pattern],
  );
  return rows
    .map((row) => parseBody<Story>(row))
    .filter(({ collections }) => collections?.includes(collectionId));
}

/** Takes a row away, tombstone or not; what it was. */
export async function deleteRecord(
  tx: Sql,
  teamId: string,
  kind: RecordKind,
  id: string,
): Promise<'living' | 'removed' | 'unknown'> {
  const row = await tx.get(
    `DELETE FROM ${kind} WHERE team_id = ? AND id = ? RETURNING deleted_at`,
    [teamId, id],
  );
  if (!row) return 'unknown';
  return row.deleted_at === null ? 'living' : 'removed';
}

function parseBody<T>(row: Row): T {
  return JSON.parse(String(row.body)) as T;
}
