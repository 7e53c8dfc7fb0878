import type { ParseArgsOptionsConfig } from 'node:util';
import { createHub } from '../hub.ts';
import { openStore } from '../listen.ts';
import type { DataPlace } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { systemClock } from '../clock.ts';
import type { ServerContext } from '../context.ts';
import { StartError } from '../start-error.ts';
import { loadFirstTeam } from '../store/teams.ts';
import type { TeamRow } from '../store/teams.ts';
import type { CommandInput } from './command.ts';

/** The option by which every command finds the data. */
export const placeOptions = { data: { type: 'string' } } satisfies ParseArgsOptionsConfig;

export const placeHelp = `  --data FILE     the SQLite file; data/hearback.sqlite, or HEARBACK_DATA
  DATABASE_URL    a PostgreSQL database to use instead, unless --data is given`;

/** Where the data is: `--data` before `DATABASE_URL` before `HEARBACK_DATA`. */
export function readPlace({ values, env }: CommandInput): DataPlace {
  const file = typeof values.data === 'string' ? values.data : undefined;
  return {
    data: file ?? env.HEARBACK_DATA ?? 'data/hearback.sqlite',
    databaseUrl: file === undefined ? env.DATABASE_URL || undefined : undefined,
  };
}

/** An option's text; undefined when it was not given. */
export function readText({ values }: CommandInput, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option that must be given. */
export function needText(input: CommandInput, name: string, what: string): string {
  const value = readText(input, name);
  if (value) return value;
  throw new StartError(`--${name} is missing: ${what}.`);
}

/** How the place is named to people; an address may hold a password, so it is not shown. */
export function toPlaceName({ data, databaseUrl }: DataPlace): string {
  return databaseUrl ? 'PostgreSQL' : data;
}

/** What a command works with, beside a server that may be running. */
export interface OpenTeam {
  context: ServerContext;
  team: TeamRow;
}

/** Opens the data, does the work on the server's team, closes. Throws when no team was made yet. */
export async function withTeam<T>(
  place: DataPlace,
  publicUrl: string,
  work: (open: OpenTeam) => Promise<T>,
): Promise<T> {
  const store = await openStore(place);
  const hub = createHub({
    store,
    clock: systemClock,
    log: silentLogger,
    publicUrl: () => publicUrl,
    tickMs: 0,
  });
  try {
    const team = await loadFirstTeam(store);
    if (!team) throw new StartError('There is no team in this data yet. Run start first.');
    const context = {
      store,
      hub,
      clock: systemClock,
      log: silentLogger,
      publicUrl: () => publicUrl,
    };
    return await work({ context, team });
  } finally {
    hub.close();
    await store.close();
  }
}
