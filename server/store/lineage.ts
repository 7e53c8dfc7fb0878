/** By what the data is known again, so that a server notices when it is another's or of another time. */
import { StoreUnavailableError } from './database.ts';
import type { Sql } from './database.ts';

/** What a server wrote down last; null: none has yet. */
export async function loadLineage(sql: Sql): Promise<string | null> {
  const row = await sql.get('SELECT value FROM lineage WHERE id = 1');
  return row && String(row.value);
}

/** Writes down by what the data is known from now on. */
export async function saveLineage(tx: Sql, value: string): Promise<void> {
  await tx.run(
    'INSERT INTO lineage (id, value) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
    [value],
  );
}

/** As if no server had looked yet. */
export async function clearLineage(tx: Sql): Promise<void> {
  await tx.run('DELETE FROM lineage WHERE id = 1');
}

/**
 * What tells one history of a PostgreSQL database from another: the cluster; its timeline, which a promoted standby
 * and a recovery to a moment begin anew; the database and our tables in it, which a restored dump makes anew. The
 * timeline is that of the log that is written now, because `pg_control_checkpoint()` goes on to tell the former one
 * until the first checkpoint after a promotion.
 */
const signs = {
  system: '(SELECT system_identifier::TEXT FROM pg_control_system())',
  timeline: `CASE WHEN pg_is_in_recovery() THEN NULL
    ELSE SUBSTR(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END`,
  database: '(SELECT oid::TEXT FROM pg_database WHERE datname = current_database())',
  table: `to_regclass('team')::OID::TEXT`,
};

export type Sign = keyof typeof signs;
/** What could be found out; what could not is null. */
export type Signs = { [S in Sign]?: string | null };

/** Which signs this database lets us read; a managed one may keep some to itself. */
export async function findReadableSigns(sql: Sql): Promise<Sign[]> {
  const readable: Sign[] = [];
  for (const sign of Object.keys(signs) as Sign[]) {
    try {
      await readSigns(sql, [sign]);
      readable.push(sign);
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
    }
  }
  return readable;
}

/** The database's signs as they are now. */
export async function readSigns(sql: Sql, wanted: readonly Sign[]): Promise<Signs> {
  if (wanted.length === 0) return {};
  const columns = wanted.map((sign) => `${signs[sign]} AS ${sign}_sign`).join(', ');
  const row = (await sql.get(`SELECT ${columns}`)) ?? {};
  return Object.fromEntries(
    wanted.map((sign) => {
      const value = row[`${sign}_sign`] ?? null;
      return [sign, value === null ? null : String(value)];
    }),
  );
}
