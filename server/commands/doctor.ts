import { existsSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { checkClock } from '../doctor/check-clock.ts';
import { checkPostgres } from '../doctor/check-postgres.ts';
import { checkSqliteFile } from '../doctor/check-sqlite.ts';
import { checkTeams } from '../doctor/check-teams.ts';
import type { Finding } from '../doctor/finding.ts';
import { openStore } from '../listen.ts';
import type { DataPlace } from '../listen.ts';
import { StartError } from '../start-error.ts';
import { StoreUnavailableError } from '../store/database.ts';
import type { Command } from './command.ts';
import { placeHelp, placeOptions, readPlace } from './place.ts';

/** Looks for what is wrong with the data or its surroundings. */
export const doctor: Command = {
  summary: 'look for what is wrong, and say what to do',
  usage: '',
  help: `Looks at the data and where it lies, beside a running server or without one. One line a finding: ok, warn, fail.
Ends with 1 when something failed.

${placeHelp}`,
  options: placeOptions,
  wordsMax: 0,
  async run(input) {
    const findings = await examine(readPlace(input));
    for (const { level, what, todo } of findings) {
      input.print(`${level.padEnd(4)}  ${what}${todo === undefined ? '' : `\n      ${todo}`}`);
    }
    return findings.some(({ level }) => level === 'fail') ? 1 : 0;
  },
};

async function examine(place: DataPlace): Promise<Finding[]> {
  const { data, databaseUrl } = place;
  if (!databaseUrl && !existsSync(data)) {
    const todo = 'Run start, or name the file with --data.';
    return [{ level: 'fail', what: `there is no data at ${data}`, todo }];
  }
  const file = databaseUrl ? [] : checkSqliteFile(data);
  // Damage is found first; opening damaged tables could change them.
  if (file[0]?.level === 'fail') return file;
  try {
    return [...file, ...(await examineStore(place))];
  } catch (error) {
    if (!(error instanceof StartError || error instanceof StoreUnavailableError)) throw error;
    const todo = 'Nothing else could be looked at.';
    return [...file, { level: 'fail', what: error.message, todo }];
  }
}

async function examineStore(place: DataPlace): Promise<Finding[]> {
  const store = await openStore(place);
  try {
    const row = await store.get('SELECT MAX(version) AS version FROM migration');
    return [
      { level: 'ok', what: `tables are of version ${String(row?.version)}` },
      ...(place.databaseUrl ? await checkPostgres(store) : []),
      await checkClock(store, systemClock),
      ...(await checkTeams(store)),
    ];
  } finally {
    await store.close();
  }
}
