import { existsSync } from 'node:fs';
import { toCarriedLines } from '../backup/carry-over.ts';
import { isSqliteFile, restoreSqlite } from '../backup/sqlite-file.ts';
import { restoreLines } from '../backup/table-lines.ts';
import { toCountText } from '../backup/tables.ts';
import { systemClock } from '../clock.ts';
import { openStore } from '../listen.ts';
import { StartError } from '../start-error.ts';
import { refuseWhileServed } from '../store/postgres-servers.ts';
import type { Command } from './command.ts';
import { needText, placeHelp, placeOptions, readPlace } from './place.ts';

/** Puts a backup in the place of the data. */
export const restore: Command = {
  summary: 'put a backup in the place of the data',
  usage: '--from FILE [--force]',
  help: `Stop the server first. Browsers notice the restore, load the state again, and send what they had done since the
backup, so that nothing is lost that a browser still knows. Who was removed or signed out since stays so, what was erased
is erased again, and open invite links end; that is read from the data being replaced.

SQLite: the old data is kept beside the new under a name with the time. PostgreSQL: the database must be empty.

  --from FILE     what backup wrote
  --force         PostgreSQL only: replace all that is in the database
${placeHelp}`,
  options: { ...placeOptions, from: { type: 'string' }, force: { type: 'boolean' } },
  wordsMax: 0,
  async run(input) {
    const from = needText(input, 'from', 'the file to read');
    if (!existsSync(from)) throw new StartError(`There is no file ${from}.`);
    const place = readPlace(input);
    const isSqlite = isSqliteFile(from);
    if (place.databaseUrl) {
      if (isSqlite) {
        throw new StartError(
          `${from} is a SQLite backup. Use migrate-to-postgres --data ${from} to bring it into PostgreSQL.`,
        );
      }
      const store = await openStore(place);
      try {
        await refuseWhileServed(store);
        const { counts, carried } = await restoreLines(store, from, input.values.force === true);
        input.print(`Restored ${from}: ${toCountText(counts)}.`);
        for (const line of toCarriedLines(carried)) input.print(line);
      } finally {
        await store.close();
      }
      return;
    }
    if (!isSqlite) {
      throw new StartError(
        `${from} is no SQLite backup. A backup of PostgreSQL is restored into PostgreSQL: set DATABASE_URL.`,
      );
    }
    const stamp = toStamp(systemClock.now());
    const { kept, counts, carried } = await restoreSqlite(from, place.data, stamp);
    input.print(`Restored ${from}: ${toCountText(counts)}.`);
    for (const line of toCarriedLines(carried)) input.print(line);
    if (kept !== null) input.print(`The data of before is in ${kept}. Remove it once all is well.`);
  },
};

/** A moment as a part of a file name. */
function toStamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[:.]/g, '-');
}
