import type { Row, Sql, SqlValue } from '../store/database.ts';

/**
 * Every table with its primary key, parents before the tables that refer to them. A table that is missing here would
 * be missing in backups; a test compares it with the migrations.
 */
export const tables: Record<string, readonly string[]> = {
  team: ['team_id'],
  member: ['team_id', 'id'],
  brand: ['team_id', 'id'],
  site: ['team_id', 'id'],
  guide: ['team_id', 'id'],
  desk: ['team_id', 'id'],
  partner: ['team_id', 'id'],
  routing: ['team_id', 'id'],
  view: ['team_id', 'id'],
  library: ['team_id', 'id'],
  story: ['team_id', 'id'],
  picture: ['team_id', 'story_id'],
  collection: ['team_id', 'id'],
  thread: ['team_id', 'id'],
  reply: ['team_id', 'id'],
  device: ['team_id', 'device_id'],
  invite: ['team_id', 'invite_hash'],
  change: ['team_id', 'seq'],
  applied: ['team_id', 'device_id', 'mid'],
  audit: ['team_id', 'id'],
  suppressed: ['team_id', 'hash'],
  model_use: ['team_id', 'day'],
  share: ['team_id', 'id'],
  webhook: ['team_id', 'id'],
  webhook_delivery: ['team_id', 'id'],
};

/** Rows that are read or written at once. */
const CHUNK = 200;

/** All rows of a table in the order of its key, in chunks, so that no statement takes long. */
export async function* readTable(sql: Sql, table: string): AsyncGenerator<Row[]> {
  const key = tables[table] ?? [];
  const columns = key.join(', ');
  const place = key.map(() => '?').join(', ');
  let last: SqlValue[] | null = null;
  for (;;) {
    const rows: Row[] = await sql.all(
      `SELECT * FROM ${table} ${last === null ? '' : `WHERE (${columns}) > (${place})`}
       ORDER BY ${columns} LIMIT ${CHUNK}`,
      last ?? [],
    );
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = key.map((column) => end[column] ?? null);
  }
}

/** Writes rows that are not there yet. All of them have the same columns. */
export async function insertRows(tx: Sql, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first || !(table in tables)) return;
  const columns = Object.keys(first);
  if (!columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error('Not a column.');
  const values = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
  await tx.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`,
    rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
  );
}

/** How many rows each table has. */
export async function countRows(sql: Sql): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(tables)) {
    counts[table] = Number((await sql.get(`SELECT COUNT(*) AS total FROM ${table}`))?.total);
  }
  return counts;
}

/** Copies everything, row by row as it is; how many rows each table got. */
export async function copyTables(from: Sql, to: Sql): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(tables)) {
    counts[table] = 0;
    for await (const rows of readTable(from, table)) {
      await insertRows(to, table, rows);
      counts[table] += rows.length;
    }
  }
  return counts;
}

/** `12 threads, 3 replies …` without the tables that are empty. */
export function toCountText(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.map(([table, count]) => `${table} ${count}`).join(', ') || 'no rows';
}
