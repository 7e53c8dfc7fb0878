import type { Share } from '#utils/sync/wire-stories.ts';
import type { Row, Sql } from './database.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface NewShare {
  id: string;
  tokenHash: string;
  collectionId: string;
  onlyGranted: boolean;
  createdBy: string;
  days: number;
}

/** Keeps a link to a collection. */
export async function insertShare(tx: Sql, teamId: string, share: NewShare): Promise<Share> {
  const row = await tx.get(
    `INSERT INTO share
       (team_id, id, token_hash, collection_id, only_granted, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, db_now(), db_now() + ?) RETURNING *`,
    [
      teamId,
      share.id,
      share.tokenHash,
      share.collectionId,
      share.onlyGranted ? 1 : 0,
      share.createdBy,
      share.days * DAY_MS,
    ],
  );
  if (!row) throw new Error('A link was not kept.');
  return toShare(row);
}

/** All links of a team that still lead somewhere, newest first. */
export async function listOpenShares(sql: Sql, teamId: string): Promise<Share[]> {
  const rows = await sql.all(
    `SELECT * FROM share WHERE team_id = ? AND revoked_at IS NULL AND expires_at > db_now()
     ORDER BY created_at DESC, id`,
    [teamId],
  );
  return rows.map(toShare);
}

/** The link that this token opens; null once it has ended. */
export async function findOpenShare(
  sql: Sql,
  teamId: string,
  tokenHash: string,
): Promise<Share | null> {
  const row = await sql.get(
    `SELECT * FROM share WHERE team_id = ? AND token_hash = ? AND revoked_at IS NULL
       AND expires_at > db_now()`,
    [teamId, tokenHash],
  );
  return row ? toShare(row) : null;
}

/** Ends a link; false when it had ended, or never was. */
export async function revokeShare(tx: Sql, teamId: string, id: string): Promise<boolean> {
  const revoked = await tx.run(
    `UPDATE share SET revoked_at = db_now()
     WHERE team_id = ? AND id = ? AND revoked_at IS NULL AND expires_at > db_now()`,
    [teamId, id],
  );
  return revoked > 0;
}

function toShare(row: Row): Share {
  return {
    id: String(row.id),
    collectionId: String(row.collection_id),
    onlyGranted: Number(row.only_granted) === 1,
    createdBy: String(row.created_by),
    createdAt: Number(row.created_at),
    expiresAt: Number(row.expires_at),
  };
}
