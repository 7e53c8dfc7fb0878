/** The real server core on a real SQLite file, whose every statement waits for its turn and which can die at any. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createApp } from '#server/app.ts';
import { authenticate } from '#server/auth.ts';
import { rotateEpochs } from '#server/backup/rotate-epochs.ts';
import type { ServerContext } from '#server/context.ts';
import { silentLogger } from '#server/log.ts';
import { eraseFromConsole } from '#server/services/erasure.ts';
import { inviteFromConsole, inviteOwner } from '#server/services/invites.ts';
import { openTeam } from '#server/services/joining.ts';
import { sweepClaims } from '#server/services/sweeper.ts';
import { runUpkeep } from '#server/services/upkeep.ts';
import type { Database, Row, Sql } from '#server/store/database.ts';
import { revokeDevice } from '#server/store/devices.ts';
import { migrate } from '#server/store/migrate.ts';
import { listRecords } from '#server/store/records.ts';
import type { RecordRow } from '#server/store/records.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { loadTeam } from '#server/store/teams.ts';
import { wideLimits } from '#server/testing/test-server.ts';
import type { ClientFrame, ServerFrame } from '#utils/sync/wire-live.ts';
import type { Chance } from './random.ts';
import { Killed } from './scheduler.ts';
import type { Life, Scheduler } from './scheduler.ts';
import { inTurns, keepWholeHistory } from './sim-store.ts';

/** The moment at which every run begins, ms since 1970. */
export const START = 1_700_000_000_000;

/** A live socket as the server sees it. */
export interface ServerSide {
  deliver(frame: ServerFrame): void;
  /** Ends the line; the peer hears the code. */
  end(code: number): void;
}

/** Stands between the server core and its surroundings: how a mutant is made without touching product code. */
export interface ServerMutant {
  wrapStore?: (store: Database) => Database;
  wrapApp?: (app: Answering, look: SimServer['look']) => Answering;
  /** A restore goes on under the old epoch. */
  keepsEpoch?: boolean;
}

type Answering = (request: Request) => Response | Promise<Response>;

export interface SimServer {
  teamId: string;
  isUp(): boolean;
  /** One request, as it stands on the wire; rejects with `Killed` when the server dies before the answer. */
  handle(url: string, init: RequestInit): Promise<{ status: number; text: string }>;
  greet(peer: ServerSide, hello: Extract<ClientFrame, { type: 'hello' }>): Promise<void>;
  hangUp(peer: ServerSide): void;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Keeps a copy of the file as it is. */
  backUp(): void;
  /** Goes back to the copy, in a new epoch; false where there is none. */
  restore(): Promise<boolean>;
  sweep(): Promise<void>;
  /** Compacts, and takes away what has had its time. */
  upkeep(): Promise<void>;
  /** Erases a post for good; false when it was cut off and has to be asked for again. */
  erase(postKey: string): Promise<boolean>;
  revoke(deviceId: string): Promise<void>;
  /** Moves the server's clock, also back. */
  shiftClock(ms: number): void;
  now(): number;
  invite(role: 'owner' | 'lead' | 'member'): Promise<string>;
  /** For the checks, which look past everything. */
  look<T>(read: (file: DatabaseSync) => T): T;
  /** All records as the tables hold them. */
  truth(): Promise<RecordRow[]>;
  dispose(): Promise<void>;
}

interface Running {
  life: Life;
  store: Database;
  context: ServerContext;
  fetch: Answering;
}

const PUBLIC_URL = 'https://team.example';
const folderOfFiles = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Makes a server with an empty team and starts it. */
export async function createSimServer(
  scheduler: Scheduler,
  chance: Chance,
  mutant: ServerMutant = {},
): Promise<SimServer> {
  const folder = mkdtempSync(join(folderOfFiles, 'hearback-sim-'));
  const path = join(folder, 'team.sqlite');
  const copy = join(folder, 'copy.sqlite');
  const peers = new Map<ServerSide, string>();
  let shift = 0;
  let lives = 0;
  let running: Running | null = null;
  let closing: Promise<void> = Promise.resolve();
  let hasCopy = false;
  const clock = { now: () => START + scheduler.now() + shift };

  const publish: ServerContext['hub']['publish'] = (teamId, changes, serverTime, mark) => {
    const [first] = changes;
    if (!first) return;
    for (const [peer, team] of peers) {
      if (team !== teamId) continue;
      const from = first.seq - 1;
      if (mark === null) peer.deliver({ type: 'poke', head: from + changes.length });
      else peer.deliver({ type: 'changes', from, mark, changes: [...changes], serverTime });
    }
  };

  const look: SimServer['look'] = (read) => {
    const file = new DatabaseSync(path, { readOnly: true });
    try {
      return read(file);
    } finally {
      file.close();
    }
  };

  const start = async () => {
    await closing;
    if (running) return;
    lives += 1;
    const life = { name: `server ${lives}`, isOver: false };
    const file = openSqlite(path, clock);
    const stepped = inTurns(file, scheduler, chance, life);
    const store = mutant.wrapStore?.(stepped) ?? stepped;
    const hub = { publish, closeDevice: () => undefined } as unknown as ServerContext['hub'];
    const context = {
      store,
      clock,
      log: silentLogger,
      hub,
      publicUrl: () => PUBLIC_URL,
    } as ServerContext;
    await migrate(file);
    keepWholeHistory(path);
    const app = createApp(context, { limits: wideLimits });
    const answer: Answering = (request) => app.fetch(request);
    const fetch = mutant.wrapApp?.(answer, look) ?? answer;
    running = { life, store: file, context, fetch };
  };

  const kill = async () => {
    const dying = running;
    if (!dying) return;
    running = null;
    dying.life.isOver = true;
    scheduler.bury(dying.life);
    for (const peer of peers.keys()) peer.end(1006);
    peers.clear();
    closing = dying.store.close();
    await closing;
  };

  const need = (): Running => {
    if (!running) throw new Killed('server');
    return running;
  };

  /** True when it came to its end; what a server does while it is killed ends with any error. */
  const attempt = async (work: (alive: Running) => Promise<unknown>): Promise<boolean> => {
    if (!running) return false;
    const { life } = running;
    try {
      await work(running);
      return true;
    } catch (error) {
      if (!life.isOver) throw error;
      return false;
    }
  };

  await start();
  const { id: teamId } = await openTeam(need().store, 'Acme team');

  return {
    teamId,
    isUp: () => running !== null,
    async handle(url, init) {
      const { life, fetch } = need();
      const { signal: _signal, ...rest } = init;
      const answer = scheduler.during(
        (async () => {
          const response = await fetch(new Request(url, { ...rest, redirect: 'follow' }));
          return { status: response.status, text: await response.text() };
        })(),
      );
      const answered = await answer;
      if (life.isOver) throw new Killed(life.name);
      return answered;
    },
    async greet(peer, hello) {
      const { life, context } = need();
      const actor = await scheduler
        .during(authenticate(context.store, hello.token))
        .catch(() => null);
      if (life.isOver) return;
      if (!actor) {
        peer.end(4401);
        return;
      }
      peers.set(peer, actor.teamId);
      peer.deliver({ type: 'ready', serverTime: clock.now(), presence: [] });
      const team = await scheduler.during(loadTeam(context.store, actor.teamId)).catch(() => null);
      if (team && team.seq !== hello.cursor.seq) peer.deliver({ type: 'poke', head: team.seq });
    },
    hangUp: (peer) => peers.delete(peer),
    kill,
    start,
    backUp() {
      rmSync(copy, { force: true });
      const file = new DatabaseSync(path);
      file.exec(`VACUUM INTO '${copy}'`);
      file.close();
      hasCopy = true;
    },
    async restore() {
      if (!hasCopy) return false;
      await kill();
      for (const tail of ['', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true });
      copyFileSync(copy, path);
      if (!mutant.keepsEpoch) {
        const file = openSqlite(path, clock);
        const store = mutant.wrapStore?.(file) ?? file;
        await store.transaction(rotateEpochs);
        await file.close();
      }
      await start();
      return true;
    },
    async sweep() {
      await attempt(({ context }) => sweepClaims(context));
    },
    async upkeep() {
      await attempt(({ context }) => runUpkeep(context, { chunk: 5 }));
    },
    async erase(postKey) {
      return attempt(({ context }) => eraseFromConsole(context, teamId, { postKey }));
    },
    async revoke(deviceId) {
      const { store } = need();
      await store.transaction((tx) => revokeDevice(tx, teamId, deviceId));
    },
    shiftClock(ms) {
      shift += ms;
    },
    now: clock.now,
    async invite(role) {
      const { store } = need();
      if (role !== 'owner') return (await inviteFromConsole(store, teamId, role, PUBLIC_URL)).link;
      return (await inviteOwner(store, teamId, PUBLIC_URL))?.link ?? '';
    },
    look,
    async truth() {
      const file = new DatabaseSync(path, { readOnly: true });
      const all: Sql['all'] = async (sql, params = []) => file.prepare(sql).all(...params) as Row[];
      try {
        const sql = { all, get: async () => null, run: async () => 0 };
        return await listRecords(sql, teamId, null, 10_000);
      } finally {
        file.close();
      }
    },
    async dispose() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a killed server was doing is nobody's concern any more. */
export function ignoreKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}
