import { existsSync } from 'node:fs';
import { rotateEpochs } from '../backup/rotate-epochs.ts';
import { notEmpty } from '../backup/table-lines.ts';
import { copyTables, countRows, tables, toCountText } from '../backup/tables.ts';
import { systemClock } from '../clock.ts';
import { openStore } from '../listen.ts';
import { StartError } from '../start-error.ts';
import type { Database } from '../store/database.ts';
import { lockForServer } from '../store/server-lock.ts';
import { migrate } from '../store/migrate.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Command } from './command.ts';
import { readText } from './place.ts';

/** Moves a team from SQLite into an empty PostgreSQL database. */
export const migrateToPostgres: Command = {
  summary: 'copy the data of a SQLite file into an empty PostgreSQL database',
  usage: '[--data FILE] [--to URL]',
  help: `Stop the server first. Everything is copied in one transaction and counted; numbers and marks stay as they are,
every team gets a new epoch, so browsers load the state again. The SQLite file stays as it is.

  --data FILE     the SQLite file to read; data/hearback.sqlite, or HEARBACK_DATA
  --to URL        the database to write to, or DATABASE_URL, which other users of this machine cannot see`,
  options: { data: { type: 'string' }, to: { type: 'string' } },
  wordsMax: 0,
  async run(input) {
    const databaseUrl = readText(input, 'to') ?? input.env.DATABASE_URL;
    if (!databaseUrl) throw new StartError('--to is missing: the database, as postgres://….');
    const data = readText(input, 'data') ?? input.env.HEARBACK_DATA ?? 'data/hearback.sqlite';
    if (!existsSync(data)) throw new StartError(`There is no data at ${data}.`);
    const unlock = lockForServer(data);
    try {
      const source = openSqlite(data, systemClock);
      try {
        await migrate(source);
        const target = await openStore({ data, databaseUrl });
        try {
          const counts = await copyAll(source, target);
          input.print(`Copied ${data} to PostgreSQL: ${toCountText(counts)}.`);
          input.print('Start the server with DATABASE_URL from now on.');
        } finally {
          await target.close();
        }
      } finally {
        await source.close();
      }
    } finally {
      unlock();
    }
  },
};

async function copyAll(source: Database, target: Database): Promise<Record<string, number>> {
  return target.transaction(async (tx) => {
    if ((await tx.get('SELECT 1 AS known FROM team')) !== null) throw notEmpty();
    const counts = await copyTables(source, tx);
    const [expected, arrived] = [await countRows(source), await countRows(tx)];
    for (const table of Object.keys(tables)) {
      if (expected[table] !== arrived[table]) {
        throw new StartError(`Not all of ${table} arrived; nothing was changed. Try again.`);
      }
    }
    await rotateEpochs(tx);
    return counts;
  });
}
