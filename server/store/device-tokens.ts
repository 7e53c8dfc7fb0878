import type { Role } from '#utils/model/team.ts';
import type { Row, Sql, SqlValue } from './database.ts';

/** A device that may act, with the member it acts for. */
export interface ActiveDevice {
  teamId: string;
  deviceId: string;
  memberId: string;
  role: Role;
}

const ACTIVE = `FROM device
  JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
  WHERE device.team_id = ? AND device.revoked_at IS NULL AND member.deleted_at IS NULL`;
const COLUMNS = 'device.device_id, device.member_id, member.role';

/** Of a device that may not act any more the browser itself tries the former token too: nothing to be alarmed about. */
const IS_REUSED = `old_token_hash = ? AND old_token_until <= db_now() AND revoked_at IS NULL
  AND EXISTS (SELECT 1 FROM member WHERE member.team_id = device.team_id AND member.id = device.member_id
    AND member.deleted_at IS NULL)`;

/** How long the token before a rotation works on once the new one has been used, ms. */
const OVERLAP_MS = 10 * 60_000;
/** How long it works while nobody has used the new one, so that an answer lost on the way locks nobody out, ms. */
const UNUSED_MS = 10 * 365 * 24 * 60 * 60_000;

/**
 * Whose token this is, the one before the last rotation included while it still works; null when unknown, run out,
 * revoked, or of somebody who was removed. `isFirstUse`: it was given by a rotation and not used until now.
 */
export async function loadDeviceByToken(
  sql: Sql,
  teamId: string,
  tokenHash: string,
): Promise<{ device: ActiveDevice; isFirstUse: boolean } | null> {
  const row =
    (await sql.get(
      `SELECT ${COLUMNS}, CASE WHEN device.old_token_until > db_now() + ${OVERLAP_MS}
         THEN 1 ELSE 0 END AS first_use
       ${ACTIVE} AND device.token_hash = ?`,
      [teamId, tokenHash],
    )) ??
    (await sql.get(
      `SELECT ${COLUMNS}, 0 AS first_use
       ${ACTIVE} AND device.old_token_hash = ? AND device.old_token_until > db_now()`,
      [teamId, tokenHash],
    ));
  if (!row) return null;
  return { device: toActiveDevice(teamId, row), isFirstUse: Number(row.first_use) === 1 };
}

/** The new token has arrived: ten minutes from now the one before it ends. */
export async function endOldToken(sql: Sql, teamId: string, tokenHash: string): Promise<void> {
  await sql.run(
    `UPDATE device SET old_token_until = db_now() + ${OVERLAP_MS}
     WHERE team_id = ? AND token_hash = ? AND old_token_until > db_now() + ${OVERLAP_MS}`,
    [teamId, tokenHash],
  );
}

/** The device as it stands now, for rules that must hold within a transaction; null when it may not act. */
export async function loadActiveDevice(
  sql: Sql,
  teamId: string,
  deviceId: string,
): Promise<ActiveDevice | null> {
  const row = await sql.get(`SELECT ${COLUMNS} ${ACTIVE} AND device.device_id = ?`, [
    teamId,
    deviceId,
  ]);
  return row && toActiveDevice(teamId, row);
}

/**
 * Replaces the token that asks; it goes on working until ten minutes after the new one is used. Asked again with that
 * old one, as after an answer that was lost, its end stays where it was; once the new one has been used, the old one
 * replaces nothing any more: such a request is a repeat that was under way for long. Where the old one ends for now
 * (db clock, ms), or null when the asking token may not do this.
 */
export async function replaceToken(
  tx: Sql,
  key: { teamId: string; deviceId: string },
  hashes: { asking: string; next: string },
): Promise<number | null> {
  const row = await tx.get(
    `UPDATE device SET
       old_token_until = CASE WHEN token_hash = ? THEN db_now() + ${UNUSED_MS} ELSE old_token_until END,
       old_token_hash = ?, token_hash = ?, token_at = db_now()
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL
       AND (token_hash = ? OR (old_token_hash = ? AND old_token_until > db_now() + ${OVERLAP_MS}))
     RETURNING old_token_until`,
    [
      hashes.asking,
      hashes.asking,
      hashes.next,
      key.teamId,
      key.deviceId,
      hashes.asking,
      hashes.asking,
    ],
  );
  return row && Number(row.old_token_until);
}

/** Whether a token that had not run out is of somebody who was removed from the team. */
export async function isTokenOfRemoved(
  sql: Sql,
  teamId: string,
  tokenHash: string,
): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 AS removed FROM device
     JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
     WHERE device.team_id = ? AND member.deleted_at IS NOT NULL
       AND (device.token_hash = ? OR (device.old_token_hash = ? AND device.old_token_until > db_now()))`,
    [teamId, tokenHash, tokenHash],
  );
  return row !== null;
}

/** Whether a token of a living device ended by rotation and was not forgotten yet; a look before `forgetReusedToken` writes. */
export async function isReusedToken(sql: Sql, teamId: string, tokenHash: string): Promise<boolean> {
  const row = await sql.get(`SELECT 1 AS reused FROM device WHERE team_id = ? AND ${IS_REUSED}`, [
    teamId,
    tokenHash,
  ]);
  return row !== null;
}

/**
 * Forgets a token of a living device that ended by rotation and is used all the same; whose it was, or null when it is none of those.
 * Somebody may have a copy of it. Told once a token, because it is unknown from then on.
 */
export async function forgetReusedToken(
  tx: Sql,
  teamId: string,
  tokenHash: string,
): Promise<{ deviceId: string; memberId: string } | null> {
  const row = await tx.get(
    `UPDATE device SET old_token_hash = NULL, old_token_until = NULL
     WHERE team_id = ? AND ${IS_REUSED}
     RETURNING device_id, member_id`,
    [teamId, tokenHash],
  );
  return row && { deviceId: String(row.device_id), memberId: String(row.member_id) };
}

function toActiveDevice(teamId: string, row: Row): ActiveDevice {
  return {
    teamId,
    deviceId: String(row.device_id),
    memberId: String(row.member_id),
    role: row.role as Role,
  };
}

/** Gives a device the token that took the place of its own, in data that does not know of it yet. */
export async function takeOverToken(
  tx: Sql,
  teamId: string,
  token: { deviceId: string; hash: string; oldHash: SqlValue; oldUntil: SqlValue; at: number },
): Promise<void> {
  await tx.run(
    `UPDATE device SET token_hash = ?, old_token_hash = ?, old_token_until = ?, token_at = ?
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL AND COALESCE(token_at, 0) < ?`,
    [token.hash, token.oldHash, token.oldUntil, token.at, teamId, token.deviceId, token.at],
  );
}
