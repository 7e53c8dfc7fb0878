/** What teams have ended for good. A restore brings the time before back, but must not bring that back with it. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Row, Sql, SqlValue } from '../store/database.ts';

/** What one team has ended, as the data that is about to be replaced tells it. */
export interface TeamEndings {
  teamId: string;
  /** Under which `suppressed` was made; null when nothing was erased yet. */
  suppressionKey: string | null;
  suppressed: { hash: string; at: number }[];
  removedMembers: string[];
  /** Roles that were changed, and when that was, ms. */
  roles: { memberId: string; role: string; at: number }[];
  revokedDevices: string[];
  /** Tokens that took the place of former ones. */
  tokens: { deviceId: string; hash: string; oldHash: SqlValue; oldUntil: SqlValue; at: number }[];
  usedInvites: { hash: string; at: number }[];
}

/** All rows of a query; none when this data is of a version that has no such table. */
type ReadRows = (table: string, where?: string) => Promise<Row[]>;

/** Of every team in a database. */
export async function readEndings(sql: Sql): Promise<TeamEndings[]> {
  return collect((table, where = 'TRUE') => sql.all(`SELECT * FROM ${table} WHERE ${where}`));
}

/** Of every team in a SQLite file of any version; null where there is none, or it cannot be read. */
export async function readEndingsOfFile(path: string): Promise<TeamEndings[] | null> {
  if (!existsSync(path)) return null;
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    try {
      const known = database.prepare(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
      );
      return await collect(async (table, where = 'TRUE') => {
        if (!known.get(table)) return [];
        return database.prepare(`SELECT * FROM ${table} WHERE ${where}`).all() as Row[];
      });
    } finally {
      database.close();
    }
  } catch {
    // Damaged, which may be why it is replaced.
    return null;
  }
}

/** Columns that an older version did not have yet are undefined here. */
async function collect(read: ReadRows): Promise<TeamEndings[]> {
  const teams = await read('team');
  const suppressed = await read('suppressed');
  const members = await read('member');
  const devices = await read('device');
  const invites = await read('invite', 'used_at IS NOT NULL');
  const roleLines = await read('audit', "action = 'member.role'");
  return teams.map(({ team_id, suppression_key }) => {
    const own = (rows: readonly Row[]) => rows.filter((row) => row.team_id === team_id);
    const changedAt = new Map<string, number>();
    for (const { target, at } of own(roleLines)) {
      changedAt.set(String(target), Math.max(Number(at), changedAt.get(String(target)) ?? 0));
    }
    return {
      teamId: String(team_id),
      suppressionKey: suppression_key == null ? null : String(suppression_key),
      suppressed: own(suppressed).map(({ hash, at }) => ({ hash: String(hash), at: Number(at) })),
      removedMembers: own(members)
        .filter(({ deleted_at }) => deleted_at != null)
        .map(({ id }) => String(id)),
      roles: own(members).flatMap(({ id, role }) => {
        const at = changedAt.get(String(id));
        return at === undefined ? [] : [{ memberId: String(id), role: String(role), at }];
      }),
      revokedDevices: own(devices)
        .filter(({ revoked_at }) => revoked_at != null)
        .map(({ device_id }) => String(device_id)),
      tokens: own(devices)
        .filter(({ token_at }) => token_at != null)
        .map((row) => ({
          deviceId: String(row.device_id),
          hash: String(row.token_hash),
          oldHash: row.old_token_hash ?? null,
          oldUntil: row.old_token_until ?? null,
          at: Number(row.token_at),
        })),
      usedInvites: own(invites).map(({ invite_hash, used_at }) => {
        return { hash: String(invite_hash), at: Number(used_at) };
      }),
    };
  });
}
