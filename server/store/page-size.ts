/** Pages are measured before they are read: rows of the longest bodies would fill a server's memory. */
import { recordKinds } from '#utils/sync/wire.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import type { Row, Sql } from './database.ts';

/** Bodies in one page, in bytes; a single row is a page whatever its size, so that each page leads on. */
const PAGE_BYTES = 1_000_000;

const sizes: Record<RecordKind, string> = {
  thread: `octet_length(post) + octet_length(match) + COALESCE(octet_length(look), 0)
    + COALESCE(octet_length(follow_ups), 0) + COALESCE(octet_length(route), 0)`,
  reply: 'octet_length(body)',
  story: 'octet_length(body)',
  collection: 'octet_length(body)',
  library: 'octet_length(body)',
  brand: 'octet_length(body)',
  site: 'octet_length(body)',
  member: 'octet_length(body)',
  guide: 'octet_length(body)',
  desk: 'octet_length(body)',
  partner: 'octet_length(body)',
  routing: 'octet_length(body)',
  view: 'octet_length(body)',
};

/** How many changes after a number make a page: `limit`, or fewer where their bodies are long. */
export async function fitChanges(
  sql: Sql,
  teamId: string,
  afterSeq: number,
  limit: number,
): Promise<number> {
  const rows = await sql.all(
    `SELECT octet_length(body) AS size FROM change WHERE team_id = ? AND seq > ?
     ORDER BY seq LIMIT ?`,
    [teamId, afterSeq, limit],
  );
  return fit(rows, limit);
}

/** As `fitChanges`, of living records after a place in the order of (kind, id). */
export async function fitRecords(
  sql: Sql,
  teamId: string,
  after: { kind: RecordKind; id: string } | null,
  limit: number,
): Promise<number> {
  const rows: Row[] = [];
  const firstKind = after ? recordKinds.indexOf(after.kind) : 0;
  for (const kind of recordKinds.slice(firstKind)) {
    const ofKind = await sql.all(
      `SELECT ${sizes[kind]} AS size FROM ${kind}
       WHERE team_id = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?`,
      [teamId, kind === after?.kind ? after.id : '', limit - rows.length],
    );
    rows.push(...ofKind);
    if (fit(rows, limit) < limit || rows.length >= limit) break;
  }
  return fit(rows, limit);
}

/** The limit itself when all fit: what is written meanwhile must not push the last ones out of the last page. */
function fit(rows: readonly Row[], limit: number): number {
  let bytes = 0;
  const firstOver = rows.findIndex(({ size }) => {
    bytes += Number(size);
    return bytes > PAGE_BYTES;
  });
  return firstOver < 0 ? limit : Math.max(1, firstOver);
}
