import { existsSync } from 'node:fs';
import { backUpSqlite } from '../backup/sqlite-file.ts';
import { backUpLines } from '../backup/table-lines.ts';
import { toCountText } from '../backup/tables.ts';
import { openStore } from '../listen.ts';
import { StartError } from '../start-error.ts';
import type { Command } from './command.ts';
import { needText, placeHelp, placeOptions, readPlace } from './place.ts';

/** Writes all data into one file and checks it. */
export const backup: Command = {
  summary: 'write all data into one file, beside a running server',
  usage: '--to FILE',
  help: `Writes all data as it is at one moment, reads the file back to check it, and says what is in it. Works beside a
running server. The file holds everything that customers wrote: keep it as safe as the data itself.

  --to FILE       must not exist yet; from SQLite a SQLite file, from PostgreSQL lines of JSON
${placeHelp}`,
  options: { ...placeOptions, to: { type: 'string' } },
  wordsMax: 0,
  async run(input) {
    const to = needText(input, 'to', 'the file to write');
    if (existsSync(to)) throw new StartError(`${to} exists already. Choose another name.`);
    const place = readPlace(input);
    const counts = place.databaseUrl
      ? await backUpPostgres(place, to)
      : backUpSqlite(place.data, to);
    input.print(`Wrote and checked ${to}: ${toCountText(counts)}.`);
  },
};

async function backUpPostgres(place: Parameters<typeof openStore>[0], to: string) {
  const store = await openStore(place);
  try {
    return await backUpLines(store, to);
  } finally {
    await store.close();
  }
}
