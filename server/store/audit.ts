import { randomUUID } from 'node:crypto';
import type { Sql } from './database.ts';

/** Acts that are kept for good. */
export type AuditAction = 'claim.takenOver' | 'member.joined' | 'device.left' | 'invite.created';

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
