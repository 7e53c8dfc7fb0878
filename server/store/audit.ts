import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '#utils/model/access.ts';
import type { Sql } from './database.ts';

/** Acts that are kept for a year. */
export type AuditAction =
  | 'claim.takenOver'
  | 'claim.handedOver'
  | 'thread.doubled'
  | 'record.erased'
  | 'member.joined'
  | 'member.role'
  | 'member.removed'
  | 'device.added'
  | 'device.left'
  | 'device.revoked'
  | 'device.split'
  | 'token.rotated'
  | 'token.reused'
  | 'team.retention'
  | 'team.restored'
  | 'invite.created'
  | 'share.created'
  | 'share.revoked'
  | 'webhook.saved'
  | 'webhook.removed'
  | 'webhook.sent';

/** Appends one line. `target` is an id, never a text. */
export async function insertAudit(
  tx: Sql,
  teamId: string,
  memberId: string | null,
  action: AuditAction,
  target: string,
): Promise<void> {
  await tx.run(
    'INSERT INTO audit (team_id, id, at, member_id, action, target) VALUES (?, ?, db_now(), ?, ?, ?)',
    [teamId, randomUUID(), memberId, action, target],
  );
}

/** When a member's role was last changed, ms; 0: not within the time that is kept. */
export async function readLastRoleChange(
  sql: Sql,
  teamId: string,
  memberId: string,
): Promise<number> {
  const row = await sql.get(
    `SELECT MAX(at) AS at FROM audit WHERE team_id = ? AND action = 'member.role' AND target = ?`,
    [teamId, memberId],
  );
  return Number(row?.at ?? 0);
}

/** A place in the audit log, newest first. */
export interface AuditPlace {
  at: number;
  id: string;
}

/** Up to `limit` entries older than a place, newest first; null: from the newest. */
export async function listAudit(
  sql: Sql,
  teamId: string,
  before: AuditPlace | null,
  limit: number,
): Promise<AuditEntry[]> {
  const at = before?.at ?? Number.MAX_SAFE_INTEGER;
  const rows = await sql.all(
    `SELECT id, at, member_id, action, target FROM audit
     WHERE team_id = ? AND (at < ? OR (at = ? AND id < ?)) ORDER BY at DESC, id DESC LIMIT ?`,
    [teamId, at, at, before?.id ?? '', limit],
  );
  return rows.map((row) => ({
    id: String(row.id),
    at: Number(row.at),
    memberId: row.member_id === null ? null : String(row.member_id),
    action: String(row.action),
    target: String(row.target),
  }));
}

/** Forgets up to `limit` lines older than `olderThanMs`; how many went. */
export async function pruneAudit(
  sql: Sql,
  teamId: string,
  olderThanMs: number,
  limit: number,
): Promise<number> {
  return sql.run(
    `DELETE FROM audit WHERE team_id = ? AND id IN (
       SELECT id FROM audit WHERE team_id = ? AND at < db_now() - ? LIMIT ?)`,
    [teamId, teamId, olderThanMs, limit],
  );
}

/** Puts something that names nobody in the place of a target. */
export async function replaceAuditTarget(
  tx: Sql,
  teamId: string,
  target: string,
  replacement: string,
): Promise<void> {
  await tx.run('UPDATE audit SET target = ? WHERE team_id = ? AND target = ?', [
    replacement,
    teamId,
    target,
  ]);
}
