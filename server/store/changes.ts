import { randomBytes } from 'node:crypto';
import type { Change, RecordKind } from '#utils/sync/wire.ts';
import type { Row, Sql, SqlValue } from './database.ts';
import { inFewLengths } from './in-few-lengths.ts';

/** Versions read at once where all are looked through. */
const SCAN_PAGE = 500;

/** Why a record is gone, when no person removed it. */
export type RemovalReason = NonNullable<Change['reason']>;

/** A record that a transaction touched, as it stands now; null: it is gone. */
export interface Touched {
  kind: RecordKind;
  id: string;
  body: unknown;
  reason: RemovalReason | null;
}

/** Changes that were given numbers. */
export interface Appended {
  changes: Change[];
  /** Mark of the change before them; null when it was dropped. */
  mark: string | null;
  /** The database's clock, ms. */
  serverTime: number;
}

/**
 * Gives the next numbers of the team's history to `touched`. To be the last write of the transaction: the
 * team's row stays locked from here to the commit, so numbers become visible in order and without gaps.
 */
export async function appendChanges(
  tx: Sql,
  teamId: string,
  touched: readonly Touched[],
  by: { memberId: string | null; deviceId: string | null },
): Promise<Appended> {
  const row = await tx.get(
    `UPDATE team SET seq = seq + ? WHERE team_id = ? RETURNING seq, db_now() AS now,
       (SELECT mark FROM change WHERE team_id = ? AND seq = team.seq - ?) AS mark`,
    [touched.length, teamId, teamId, touched.length],
  );
  const serverTime = Number(row?.now);
  const before = Number(row?.seq) - touched.length;
  const mark = toMark(before, row?.mark);
  const changes = touched.map((one, index) => toNewChange(before + index + 1, one));
  for (const some of inFewLengths(changes)) {
    await tx.run(
      `INSERT INTO change (team_id, seq, mark, kind, id, op, reason, body, member_id, device_id, at)
       VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      some.flatMap(({ seq, mark, kind, id, op, reason, body }) => [
        teamId,
        seq,
        mark,
        kind,
        id,
        op,
        reason ?? null,
        body === null ? null : JSON.stringify(body),
        by.memberId,
        by.deviceId,
        serverTime,
      ]),
    );
  }
  return { changes, mark, serverTime };
}

/** Before the first change stands the empty mark. */
function toMark(seq: number, mark: SqlValue | undefined): string | null {
  if (seq === 0) return '';
  return mark === null || mark === undefined ? null : String(mark);
}

function toNewChange(seq: number, { kind, id, body, reason }: Touched): Change {
  return {
    seq,
    mark: randomBytes(8).toString('base64url'),
    kind,
    id,
    op: body === null ? 'del' : 'put',
    ...(body === null && reason !== null ? { reason } : {}),
    body,
  };
}

/** Up to `limit` changes after a number, in order. */
export async function listChanges(
  sql: Sql,
  teamId: string,
  afterSeq: number,
  limit: number,
): Promise<Change[]> {
  const rows = await sql.all(
    'SELECT * FROM change WHERE team_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    [teamId, afterSeq, limit],
  );
  return rows.map(toChange);
}

/** As `listChanges`, with the mark of the change at `afterSeq`, both of one moment; null when it was dropped. */
export async function listFollowing(
  sql: Sql,
  teamId: string,
  afterSeq: number,
  limit: number,
): Promise<{ changes: Change[]; mark: string | null }> {
  const [first, ...others] = await listChanges(sql, teamId, afterSeq - 1, limit + 1);
  if (first?.seq === afterSeq) return { changes: others, mark: first.mark };
  const changes = first === undefined ? [] : [first, ...others].slice(0, limit);
  return { changes, mark: toMark(afterSeq, null) };
}

/** Up to `limit` records that were erased on somebody's request, the newest first. */
export async function listErased(
  sql: Sql,
  teamId: string,
  limit: number,
): Promise<{ kind: string; id: string }[]> {
  const rows = await sql.all(
    `SELECT kind, id FROM change WHERE team_id = ? AND reason = 'erase' ORDER BY seq DESC LIMIT ?`,
    [teamId, limit],
  );
  return rows.map(({ kind, id }) => ({ kind: String(kind), id: String(id) }));
}

/** Every version of records of these kinds that the history has, in pages. */
export async function* scanVersions(
  sql: Sql,
  teamId: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<{ kind: RecordKind; id: string; body: unknown }> {
  let after: SqlValue = 0;
  for (;;) {
    const rows = await sql.all(
      `SELECT seq, kind, id, body FROM change
       WHERE team_id = ? AND seq > ? AND body IS NOT NULL
         AND kind IN (${kinds.map(() => '?').join(', ')})
       ORDER BY seq LIMIT ?`,
      [teamId, after, ...kinds, SCAN_PAGE],
    );
    for (const { kind, id, body } of rows) {
      yield { kind: kind as RecordKind, id: String(id), body: JSON.parse(String(body)) };
    }
    if (rows.length < SCAN_PAGE) return;
    after = Number(rows.at(-1)?.seq);
  }
}

/** The mark of one change; null when it was compacted away or never was. */
export async function loadMark(sql: Sql, teamId: string, seq: number): Promise<string | null> {
  const row = await sql.get('SELECT mark FROM change WHERE team_id = ? AND seq = ?', [teamId, seq]);
  return row && String(row.mark);
}

/**
 * Drops all changes of a record, which the transaction is about to touch: the change that this appends carries the
 * whole record, or that it is gone, so nobody misses the others.
 */
export async function dropHistory(
  tx: Sql,
  teamId: string,
  kind: RecordKind,
  id: string,
): Promise<void> {
  await tx.run('DELETE FROM change WHERE team_id = ? AND kind = ? AND id = ?', [teamId, kind, id]);
}

function toChange(row: Row): Change {
  return {
    seq: Number(row.seq),
    mark: String(row.mark),
    kind: String(row.kind),
    id: String(row.id),
    op: row.op === 'del' ? 'del' : 'put',
    ...(row.reason === null ? {} : { reason: row.reason as RemovalReason }),
    body: row.body === null ? null : JSON.parse(String(row.body)),
  };
}
