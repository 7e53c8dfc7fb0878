import { StartError } from '../start-error.ts';
import type { Sql } from './database.ts';

/** What every server calls the connection it keeps as long as it runs; PostgreSQL shows it to operators. */
export const SERVER_NAME = 'hearback live';

/**
 * Throws `StartError` while servers use this PostgreSQL database. They are known by their connections, so one that
 * cannot reach the database at this moment is not seen.
 */
export async function refuseWhileServed(sql: Sql): Promise<void> {
  const row = await sql.get(
    'SELECT COUNT(*) AS total FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?',
    [SERVER_NAME],
  );
  if (Number(row?.total) === 0) return;
  throw new StartError('A Hearback server is using this database. Stop it first, then try again.');
}
