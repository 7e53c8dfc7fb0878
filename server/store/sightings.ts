import type { Sql } from './database.ts';

const HOUR_MS = 60 * 60_000;
/** What a device does not use it saves up for so long, so that a server that was away loses nothing. */
const SAVED_HOURS = 10;
/** What a device may send again after a restore: two weeks of work. */
const FREE_AFTER_RESTORE = 5_000;

/** Where the allowance of a new device begins: with one hour's worth, relative to now, ms. */
export const FIRST_ALLOWANCE_MS = (SAVED_HOURS - 1) * HOUR_MS;

/**
 * Counts one new thread of a device, on the database's clock; false when its allowance is used up. `perHour` come
 * back each hour.
 */
export async function takeSighting(
  tx: Sql,
  teamId: string,
  deviceId: string,
  perHour: number,
): Promise<boolean> {
  const costMs = Math.max(1, Math.ceil(HOUR_MS / perHour));
  const taken = await tx.run(
    `UPDATE device SET
       sightings_free = CASE WHEN sightings_free > 0 THEN sightings_free - 1 ELSE 0 END,
       sightings_until = CASE WHEN sightings_free > 0 THEN sightings_until
         WHEN sightings_until > db_now() THEN sightings_until + ? ELSE db_now() + ? END
     WHERE team_id = ? AND device_id = ?
       AND (sightings_free > 0 OR sightings_until <= db_now() + ?)`,
    [costMs, costMs, teamId, deviceId, SAVED_HOURS * HOUR_MS - costMs],
  );
  return taken > 0;
}

/** Lets every device send again what a restored server has forgotten. */
export async function freeSightings(tx: Sql): Promise<void> {
  await tx.run('UPDATE device SET sightings_free = ?', [FREE_AFTER_RESTORE]);
}
