import { readFileSync, readdirSync } from 'node:fs';
import { StartError } from '../start-error.ts';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

/**
 * Brings the tables up to date, each file of `migrations/` once and in order, all in one transaction; several
 * processes may do so at once. Refuses data that a newer Hearback wrote.
 *
 * A file must suit the version before it too (reliability.md F39), for while servers are replaced one by one, both
 * run: add columns with a default and tables; take away only what the version before no longer names.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, version: Number.parseInt(name, 10) }))
    .sort((a, b) => a.version - b.version);
  await database.transaction(async (tx) => {
    await tx.run(
      'CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
    );
    const row = await tx.get('SELECT COALESCE(MAX(version), 0) AS version FROM migration');
    const present = Number(row?.version);
    const newest = migrations.at(-1)?.version ?? 0;
    if (present > newest) {
      throw new StartError(
        `The data was written by a newer Hearback (tables ${present}, this one knows ${newest}). Update the server.`,
      );
    }
    for (const { name, version } of migrations) {
      if (version <= present) continue;
      for (const statement of toStatements(readFileSync(new URL(name, folder), 'utf8'))) {
        await tx.run(statement);
      }
      await tx.run('INSERT INTO migration (version, name, applied_at) VALUES (?, ?, db_now())', [
        version,
        name,
      ]);
    }
  }, 'migration');
}

/** Statements end with a semicolon at the end of a line. */
function toStatements(sql: string): string[] {
  return sql
    .split(/;[ \t]*$/m)
    .map((statement) => statement.replaceAll(/^--.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}
