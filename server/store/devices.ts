import type { Role } from '#utils/model/team.ts';
import type { Sql } from './database.ts';

/** A device that may act, with the member it acts for. */
export interface ActiveDevice {
  teamId: string;
  deviceId: string;
  memberId: string;
  role: Role;
}

/** Makes a device that may act from now on. */
export async function insertDevice(
  sql: Sql,
  device: {
    teamId: string;
    deviceId: string;
    memberId: string;
    name: string;
    tokenHash: string;
  },
): Promise<void> {
  await sql.run(
    `INSERT INTO device (team_id, device_id, member_id, name, token_hash, created_at, seen_at)
     VALUES (?, ?, ?, ?, ?, db_now(), db_now())`,
    [device.teamId, device.deviceId, device.memberId, device.name, device.tokenHash],
  );
}

/** Whose token this is; null when unknown, revoked, or of somebody who was removed. */
export async function loadDeviceByToken(
  sql: Sql,
  teamId: string,
  tokenHash: string,
): Promise<ActiveDevice | null> {
  const row = await sql.get(
    `SELECT device.device_id, device.member_id, member.role FROM device
     JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
     WHERE device.team_id = ? AND device.token_hash = ? AND device.revoked_at IS NULL
       AND member.deleted_at IS NULL`,
    [teamId, tokenHash],
  );
  if (!row) return null;
  return {
    teamId,
    deviceId: String(row.device_id),
    memberId: String(row.member_id),
    role: row.role as Role,
  };
}

/** Locks the device's row until the end of the transaction; its last `mid`, null when it was revoked. */
export async function lockDevice(
  tx: Sql,
  teamId: string,
  deviceId: string,
): Promise<number | null> {
  const row = await tx.get(
    `UPDATE device SET seen_at = db_now()
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL RETURNING last_mid`,
    [teamId, deviceId],
  );
  return row && Number(row.last_mid);
}

/** The last `mid` that was applied for the device. */
export async function loadLastMid(sql: Sql, teamId: string, deviceId: string): Promise<number> {
  const row = await sql.get('SELECT last_mid FROM device WHERE team_id = ? AND device_id = ?', [
    teamId,
    deviceId,
  ]);
  return Number(row?.last_mid ?? 0);
}

/** Notes how far the device has come, and how far it has heard; the latter never goes back. */
export async function updateMids(
  tx: Sql,
  teamId: string,
  deviceId: string,
  mids: { lastMid: number; ackedMid: number },
): Promise<void> {
  await tx.run(
    `UPDATE device SET last_mid = ?, acked_mid = CASE WHEN acked_mid > ? THEN acked_mid ELSE ? END
     WHERE team_id = ? AND device_id = ?`,
    [mids.lastMid, mids.ackedMid, mids.ackedMid, teamId, deviceId],
  );
}

/** Ends the device's token. */
export async function revokeDevice(tx: Sql, teamId: string, deviceId: string): Promise<void> {
  await tx.run(
    `UPDATE device SET revoked_at = db_now()
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL`,
    [teamId, deviceId],
  );
}

/** Whether the device's token still stands, and its member is still in the team. */
export async function isDeviceActive(sql: Sql, teamId: string, deviceId: string): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 AS active FROM device
     JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
     WHERE device.team_id = ? AND device.device_id = ? AND device.revoked_at IS NULL
       AND member.deleted_at IS NULL`,
    [teamId, deviceId],
  );
  return row !== null;
}
