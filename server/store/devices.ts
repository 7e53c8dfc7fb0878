import type { Role } from '#utils/model/team.ts';
import type { Device } from '#utils/sync/wire-access.ts';
import type { Sql } from './database.ts';
import { FIRST_ALLOWANCE_MS } from './sightings.ts';

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
    `INSERT INTO device (team_id, device_id, member_id, name, token_hash, created_at, seen_at, token_at,
       sightings_until)
     VALUES (?, ?, ?, ?, ?, db_now(), db_now(), db_now(), db_now() + ?)`,
    [
      device.teamId,
      device.deviceId,
      device.memberId,
      device.name,
      device.tokenHash,
      FIRST_ALLOWANCE_MS,
    ],
  );
}

/** Devices that may act, of one member or (null) of everybody, the longest in the team first. */
export async function listDevices(
  sql: Sql,
  teamId: string,
  memberId: string | null,
): Promise<Device[]> {
  const rows = await sql.all(
    `SELECT device_id, device.member_id, name, created_at, seen_at FROM device
     JOIN member ON member.team_id = device.team_id AND member.id = device.member_id
     WHERE device.team_id = ? AND device.revoked_at IS NULL AND member.deleted_at IS NULL
       AND (? = '' OR device.member_id = ?)
     ORDER BY created_at, device_id`,
    [teamId, memberId ?? '', memberId ?? ''],
  );
  return rows.map((row) => ({
    id: String(row.device_id),
    memberId: String(row.member_id),
    name: String(row.name),
    createdAt: Number(row.created_at),
    seenAt: Number(row.seen_at),
  }));
}

/** Whose device it is and what it is called; null when it is unknown or ended. */
export async function loadDevice(
  sql: Sql,
  teamId: string,
  deviceId: string,
): Promise<{ memberId: string; name: string } | null> {
  const row = await sql.get(
    `SELECT member_id, name FROM device
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL`,
    [teamId, deviceId],
  );
  return row && { memberId: String(row.member_id), name: String(row.name) };
}

/** Notes that the device was there, if that was not noted within `everyMs`. */
export async function touchDevice(
  sql: Sql,
  teamId: string,
  deviceId: string,
  everyMs: number,
): Promise<void> {
  const key = [teamId, deviceId, everyMs];
  const isDue = await sql.get(
    'SELECT 1 AS due FROM device WHERE team_id = ? AND device_id = ? AND seen_at <= db_now() - ?',
    key,
  );
  // Asked first: a write waits for its turn and for the disk, a read for neither.
  if (isDue === null) return;
  await sql.run('UPDATE device SET seen_at = db_now() WHERE team_id = ? AND device_id = ?', [
    teamId,
    deviceId,
  ]);
}

/** Where a device stands that is about to push. */
export interface LockedDevice {
  lastMid: number;
  /** Of its member, as it stands now. */
  role: Role;
  /** The team's history, and how far it has come. */
  epoch: string;
  head: number;
}

/** Locks the device's row until the end of the transaction; null when it was revoked. */
export async function lockDevice(
  tx: Sql,
  teamId: string,
  deviceId: string,
): Promise<LockedDevice | null> {
  const row = await tx.get(
    `UPDATE device SET seen_at = db_now()
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL
     RETURNING last_mid, (SELECT role FROM member
         WHERE member.team_id = device.team_id AND member.id = device.member_id) AS role,
       (SELECT epoch FROM team WHERE team.team_id = device.team_id) AS epoch,
       (SELECT seq FROM team WHERE team.team_id = device.team_id) AS head`,
    [teamId, deviceId],
  );
  return (
    row && {
      lastMid: Number(row.last_mid),
      role: row.role as Role,
      epoch: String(row.epoch),
      head: Number(row.head),
    }
  );
}

/** The last `mid` that was applied for the device. */
export async function loadLastMid(sql: Sql, teamId: string, deviceId: string): Promise<number> {
  const row = await sql.get('SELECT last_mid FROM device WHERE team_id = ? AND device_id = ?', [
    teamId,
    deviceId,
  ]);
  return Number(row?.last_mid ?? 0);
}

/** Notes how far the device has come, and how far it has heard; the latter never goes back. Tells the time, ms. */
export async function updateMids(
  tx: Sql,
  teamId: string,
  deviceId: string,
  mids: { lastMid: number; ackedMid: number },
): Promise<number> {
  const row = await tx.get(
    `UPDATE device SET last_mid = ?, acked_mid = CASE WHEN acked_mid > ? THEN acked_mid ELSE ? END
     WHERE team_id = ? AND device_id = ? RETURNING db_now() AS now`,
    [mids.lastMid, mids.ackedMid, mids.ackedMid, teamId, deviceId],
  );
  return Number(row?.now);
}

/** Ends the device's token; false when it had ended before. */
export async function revokeDevice(tx: Sql, teamId: string, deviceId: string): Promise<boolean> {
  const revoked = await tx.run(
    `UPDATE device SET revoked_at = db_now()
     WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL`,
    [teamId, deviceId],
  );
  return revoked > 0;
}

/** Ends the tokens of all devices of a member. */
export async function revokeMemberDevices(
  tx: Sql,
  teamId: string,
  memberId: string,
): Promise<void> {
  await tx.run(
    `UPDATE device SET revoked_at = db_now()
     WHERE team_id = ? AND member_id = ? AND revoked_at IS NULL`,
    [teamId, memberId],
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
