import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { dirname } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { watchPostgres, watchSqlite } from './backup/notice-restore.ts';
import type { RestoreWatch } from './backup/notice-restore.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { ServerContext } from './context.ts';
import { createHub } from './hub.ts';
import type { AppLimits } from './http/limits.ts';
import { noNotifier } from './live/notifier.ts';
import { createPostgresNotifier } from './live/postgres-notifier.ts';
import { createLogger } from './log.ts';
import type { Logger } from './log.ts';
import type { ModelSettings } from './model/settings.ts';
import { createTeamModel } from './model/team-model.ts';
import { inviteFromConsole, inviteOwner } from './services/invites.ts';
import type { Invite } from './services/invites.ts';
import { openTeam } from './services/joining.ts';
import { startSweeper } from './services/sweeper.ts';
import { startDeliveries } from './webhooks/deliver.ts';
import { startUpkeep } from './services/upkeep.ts';
import { StartError } from './start-error.ts';
import type { Database } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { lockForServer } from './store/server-lock.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';

export interface StartOptions {
  /** 0 takes any free port. */
  port: number;
  /** The SQLite file; its folder is made when missing. */
  data: string;
  /** A PostgreSQL database to use instead, `postgres://…`; any number of servers may share it. */
  databaseUrl?: string | undefined;
  host?: string;
  /** The origin that people reach the server at, when it stands behind a proxy. */
  publicUrl?: string;
  /** Name of the team that the first start makes. */
  teamName?: string;
  clock?: Clock;
  log?: Logger;
  /** Those that are left out are the default ones. */
  limits?: Partial<AppLimits>;
  /** How many proxies in front add to `X-Forwarded-For`; 0: the header is not believed. */
  trustedProxies?: number;
  /** New threads that one device may report an hour; `SIGHTINGS_PER_HOUR` when left out. */
  sightingsPerHour?: number;
  /** The model that may polish drafts; none when left out. */
  model?: ModelSettings | null;
  /** Told the address that is really listened on, whatever the public one. */
  onListening?: (url: string) => void;
  /** The longest that `POST /v1/wait` waits, ms. */
  waitMs?: number;
  /** How often run-out claims are looked for, ms. */
  sweepEveryMs?: number;
  /** How often messages for webhooks are looked for, ms. */
  deliverEveryMs?: number;
  /** Webhooks may lead to http and into the server's own network; off when left out. */
  privateWebhooks?: boolean;
}

export interface RunningServer {
  /** The origin that people reach the server at. */
  url: string;
  /** The owner's invite link; null once somebody has joined. */
  ownerLink: string | null;
  /** Makes a link for one more person. */
  invite(role: 'lead' | 'member'): Promise<Invite>;
  /** Ends sockets and requests, then closes the file. */
  close(): Promise<void>;
}

/**
 * Opens the data, listens and serves. Throws `StartError` with words for people when the data cannot be written,
 * another server uses it, or the port is taken.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1', teamName = 'My team' } = options;
  const { clock = systemClock, log = createLogger(), limits = {}, trustedProxies = 0 } = options;
  const { store, unlock, restores } = await openData(options, options.clock, log);
  const http = createServer();
  let url = '';
  const publicUrl = () => url;
  const { databaseUrl, waitMs } = options;
  const notifier = databaseUrl ? createPostgresNotifier(databaseUrl, log) : noNotifier;
  const line = { notifier, trustedProxies, restores, ...(waitMs === undefined ? {} : { waitMs }) };
  const hub = createHub({ store, clock, log, publicUrl, ...line });
  const { sightingsPerHour } = options;
  const quota = sightingsPerHour === undefined ? {} : { sightingsPerHour };
  const model = options.model ? { model: createTeamModel(options.model) } : {};
  const context: ServerContext = { store, clock, log, hub, publicUrl, ...quota, ...model };
  let stopSweeper = () => {};
  let stopUpkeep = () => {};
  let stopDeliveries = () => {};
  const close = async () => {
    stopSweeper();
    stopUpkeep();
    stopDeliveries();
    // First the sockets: the HTTP server waits for them.
    await hub.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await restores.close();
    await store.close();
    unlock();
  };
  try {
    http.on('request', getRequestListener(createApp(context, { limits, trustedProxies }).fetch));
    hub.attach(http);
    const ownUrl = toUrl(host, await listen(http, port, host));
    options.onListening?.(ownUrl);
    url = options.publicUrl ?? ownUrl;
    const team = await openTeam(store, teamName);
    const owner = await inviteOwner(store, team.id, url);
    stopSweeper = startSweeper(context, options.sweepEveryMs);
    stopUpkeep = startUpkeep(context);
    stopDeliveries = startDeliveries(context, {
      allowsPrivate: options.privateWebhooks === true,
      everyMs: options.deliverEveryMs,
    });
    log.info('server.started', { teamId: team.id });
    return {
      url,
      ownerLink: owner?.link ?? null,
      invite: (role) => inviteFromConsole(store, team.id, role, url),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the data is: a PostgreSQL database if one is named, else the SQLite file. */
export type DataPlace = Pick<StartOptions, 'data' | 'databaseUrl'>;

/**
 * Opens the store for a short command beside a server that may be running, its tables up to date. Throws
 * `StartError` with words for people when it cannot be used.
 */
export async function openStore(place: DataPlace, clock?: Clock): Promise<Database> {
  const { data, databaseUrl } = place;
  if (databaseUrl) {
    return guardDatabase(async () => migrated(await openPostgres(databaseUrl, clock)));
  }
  return guardData(data, async () => {
    mkdirSync(dirname(data), { recursive: true });
    return migrated(openSqlite(data, clock ?? systemClock));
  });
}

async function migrated(store: Database): Promise<Database> {
  await closingAtFault(store, () => migrate(store));
  return store;
}

async function closingAtFault<T>(store: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface OpenData {
  store: Database;
  unlock: () => void;
  restores: RestoreWatch;
}

async function openData(
  place: DataPlace,
  clock: Clock | undefined,
  log: Logger,
): Promise<OpenData> {
  const { data, databaseUrl } = place;
  if (databaseUrl) {
    const store = await openStore(place, clock);
    const restores = await closingAtFault(store, () => watchPostgres(store, log));
    return { store, unlock: () => undefined, restores };
  }
  return guardData(data, async () => {
    mkdirSync(dirname(data), { recursive: true });
    const unlock = lockForServer(data);
    try {
      const store = await openStore(place, clock);
      const restores = await closingAtFault(store, () => watchSqlite(store, data, log));
      return { store, unlock, restores };
    } catch (error) {
      unlock();
      throw error;
    }
  });
}

/** The address may hold a password, so it is not shown. */
async function guardDatabase<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { message } = ((error as Error).cause ?? error) as Error;
    throw new StartError(
      `Cannot use the database of DATABASE_URL (${message}). Check that PostgreSQL runs and the address is right.`,
    );
  }
}

async function guardData<T>(data: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `Cannot write ${data} (${(error as Error).message}). Check the folder and its rights, or choose another --data.`,
    );
  }
}

function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, port, host)));
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function toListenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use. Stop the program that uses it, or choose another --port.`,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new StartError(
      `Cannot listen on ${host}:${port} (${error.code}). Choose another --host or --port.`,
    );
  }
  return error;
}

function toUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
