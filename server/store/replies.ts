import type { Reply } from '#utils/model/thread.ts';
import type { Sql } from './database.ts';

/** Writes the whole record, also to another thread than it stood in. Its thread must be known. */
export async function saveReply(sql: Sql, teamId: string, reply: Reply): Promise<void> {
  await sql.run(
    `INSERT INTO reply (team_id, id, thread_id, member_id, source, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (team_id, id) DO UPDATE SET thread_id = excluded.thread_id,
       member_id = excluded.member_id, source = excluded.source, body = excluded.body, deleted_at = NULL, author_hash = NULL`,
    [teamId, reply.id, reply.threadId, reply.memberId, reply.source, JSON.stringify(reply)],
  );
}

/** Up to `limit` living replies of a thread, in the order in which the server heard of them. */
export async function listReplies(
  sql: Sql,
  teamId: string,
  threadId: string,
  limit: number,
): Promise<Reply[]> {
  const rows = await sql.all(
    `SELECT body FROM reply WHERE team_id = ? AND thread_id = ? AND deleted_at IS NULL
     ORDER BY seq, id LIMIT ?`,
    [teamId, threadId, limit],
  );
  return rows.map((row) => JSON.parse(String(row.body)) as Reply);
}

/**
 * Who wrote any one living reply of a thread, but a given one: a member, or a handle that the roster does not know;
 * null when there is no other. Reads one row, and its body only for the handle.
 */
export async function findOtherReplier(
  sql: Sql,
  teamId: string,
  threadId: string,
  exceptId: string,
): Promise<Pick<Reply, 'memberId' | 'handle'> | null> {
  const row = await sql.get(
    `SELECT member_id, CASE WHEN member_id IS NULL THEN body END AS body FROM reply
     WHERE team_id = ? AND thread_id = ? AND id <> ? AND deleted_at IS NULL LIMIT 1`,
    [teamId, threadId, exceptId],
  );
  if (row === null) return null;
  if (row.member_id !== null) return { memberId: String(row.member_id), handle: '' };
  return { memberId: null, handle: (JSON.parse(String(row.body)) as Reply).handle };
}

/** Leaves tombstones without words for a thread's living replies, each with a hash of its author; their ids. */
export async function removeReplies(
  tx: Sql,
  teamId: string,
  threadId: string,
  toAuthorHash: (handle: string) => string,
): Promise<string[]> {
  const rows = await tx.all(
    'SELECT id, body FROM reply WHERE team_id = ? AND thread_id = ? AND deleted_at IS NULL',
    [teamId, threadId],
  );
  for (const { id, body } of rows) {
    const { handle } = JSON.parse(String(body)) as Reply;
    await tx.run(
      `UPDATE reply SET deleted_at = db_now(), body = '{}', author_hash = ?
       WHERE team_id = ? AND id = ?`,
      [toAuthorHash(handle), teamId, String(id)],
    );
  }
  return rows.map((row) => String(row.id));
}

/** The ids of all replies of a thread, tombstones too. */
export async function listReplyIds(sql: Sql, teamId: string, threadId: string): Promise<string[]> {
  const rows = await sql.all('SELECT id FROM reply WHERE team_id = ? AND thread_id = ?', [
    teamId,
    threadId,
  ]);
  return rows.map((row) => String(row.id));
}
