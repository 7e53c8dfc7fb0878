/* oxlint-disable no-console -- the complaints of killed workers are silenced here */
/** One browser: the real database code on an IndexedDB of its own and the real engine, which can die at any moment. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { adoptAccount } from '#utils/db/account.ts';
import { loadSyncState } from '#utils/db/meta.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import { HearbackDb } from '#utils/db/schema.ts';
import type { Account } from '#utils/db/schema.ts';
import { runLocalUpkeep } from '#utils/db/upkeep.ts';
import type { Role } from '#utils/model/team.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import type { SyncEngine } from '#utils/sync/engine.ts';
import { TeamError, joinTeam } from '#utils/sync/team-client.ts';
import type { ClaimRequest, Mutation } from '#utils/sync/wire.ts';
import type { Line } from './sim-network.ts';
import { createLine } from './sim-network.ts';
import type { Tap } from './sim-network.ts';
import type { Chance } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { SimServer } from './sim-server.ts';
import { START } from './sim-server.ts';

export interface SimBrowser {
  name: string;
  line: Line;
  role: Role;
  memberId: string;
  deviceId: string;
  db: HearbackDb;
  engine: SyncEngine;
  /** Its token was ended by the team. */
  isRevoked: boolean;
  /** A second copy of a profile that another browser has too. */
  copyOf: string | null;
  /** A mutant: the server counts by this browser's clock while it answers it. */
  usesOwnClock: boolean;
  isAlive(): boolean;
  join(link: string): Promise<void>;
  /** Stores facts as the background does; resolves true once they would survive a crash, false when killed before. */
  record(mutations: Mutation[]): Promise<boolean>;
  /** Lets go of what is old, as the background does at its alarm. */
  tidy(): Promise<void>;
  claim(request: ClaimRequest): Promise<'granted' | 'refused' | 'unknown'>;
  /** Ends the worker at this very moment. */
  kill(): void;
  /** Starts a new worker on the same database. */
  wake(): void;
  shiftClock(ms: number): void;
  /** Copies the whole profile, as a person who copies a folder does. */
  copyFrom(other: SimBrowser): Promise<void>;
}

export interface BrowserParts {
  name: string;
  role: Role;
  scheduler: Scheduler;
  chance: Chance;
  server: SimServer;
  tap: Tap;
  /** Stands in for parts of the client; how a mutant is made. */
  createEngine?: typeof createSyncEngine;
}

/** Makes a browser that has not joined yet. */
export function createSimBrowser(parts: BrowserParts): SimBrowser {
  const { name, role, scheduler, chance, server, tap } = parts;
  const createEngine = parts.createEngine ?? createSyncEngine;
  const line = createLine({ browser: name, scheduler, chance, server, tap });
  let life: Life = { name, isOver: true };
  let shift = 0;
  const now = () => START + scheduler.now() + shift;

  const browser: SimBrowser = {
    name,
    line,
    role,
    memberId: '',
    deviceId: '',
    db: new HearbackDb(name),
    engine: null as unknown as SyncEngine,
    isRevoked: false,
    copyOf: null,
    usesOwnClock: false,
    isAlive: () => !life.isOver,
    async join(link) {
      const url = new URL(link);
      const home = `https://${name}.example`;
      const joined = await joinTeam(line.fetchFor(life), home, {
        invite: url.hash.slice(1),
        name,
        device: 'Simulated browser',
      });
      const { token, deviceId, member, team, epoch } = joined;
      browser.memberId = member.id;
      browser.deviceId = deviceId;
      await adoptAccount(
        browser.db,
        { server: home, token, deviceId, memberId: member.id, team, epoch },
        member,
      );
      browser.engine.connect();
    },
    async record(mutations) {
      const mine = life;
      const { engine, db } = browser;
      try {
        await recordFacts(db, mutations, await engine.context());
      } catch (error) {
        if (mine.isOver) return false;
        throw error;
      }
      if (mine.isOver) return false;
      void engine.sync();
      return true;
    },
    async tidy() {
      const { engine, db } = browser;
      await engine.sync();
      await runLocalUpkeep(db);
    },
    async claim(request) {
      const mine = life;
      const { engine } = browser;
      try {
        const client = await engine.client();
        if (!client) return 'refused';
        const answer = await client.claim(request);
        await engine.sync();
        return answer.granted ? 'granted' : 'refused';
      } catch (error) {
        if (error instanceof TeamError) return error.code === 'offline' ? 'unknown' : 'refused';
        if (mine.isOver) return 'unknown';
        throw error;
      }
    },
    kill() {
      if (life.isOver) return;
      life.isOver = true;
      browser.engine.disconnect();
      line.hangUp();
      abortTransactions(browser.db);
      browser.db.close({ disableAutoOpen: true });
    },
    wake() {
      if (!life.isOver) return;
      life = { name, isOver: false };
      browser.db = new HearbackDb(name);
      browser.engine = createEngine({
        db: browser.db,
        fetch: line.fetchFor(life),
        now,
        random: () => chance.next(),
        onChange: () => undefined,
      });
      sockets.set(`${name}.example`, () => line.openSocketFor(life));
      browser.engine.connect();
    },
    shiftClock(ms) {
      shift += ms;
      if (browser.usesOwnClock) line.clockShift = shift;
    },
    async copyFrom(other) {
      const rows = new Map<string, unknown[]>();
      await other.db.transaction('r', other.db.tables, async () => {
        for (const table of other.db.tables) rows.set(table.name, await table.toArray());
      });
      for (const table of browser.db.tables) await table.bulkPut(rows.get(table.name) ?? []);
      const account = await browser.db.meta.get('account');
      if (account) {
        const value = { ...(account.value as Account), server: `https://${name}.example` };
        await browser.db.meta.put({ key: 'account', value });
      }
      browser.memberId = other.memberId;
      browser.deviceId = other.deviceId;
      browser.copyOf = other.name;
    },
  };
  browser.wake();
  return browser;
}

/** How far a browser is in the team's history. */
export async function cursorOf({ db }: SimBrowser) {
  return (await loadSyncState(db)).cursor;
}

/** Which browser opens a socket is known from the address it asks. */
const sockets = new Map<string, () => WebSocket>();

/** Puts simulated sockets and a fresh IndexedDB in place; returns how to take them away. */
export function installBrowserGlobals(factory: IDBFactory): () => void {
  const saved = { WebSocket: globalThis.WebSocket, warn: console.warn };
  const { indexedDB } = Dexie.dependencies;
  Dexie.dependencies.indexedDB = factory;
  function SimulatedWebSocket(url: string) {
    const open = sockets.get(new URL(url).hostname);
    if (!open) throw new Error('Nobody knows this address.');
    return open();
  }
  Object.assign(SimulatedWebSocket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
  Object.assign(globalThis, { WebSocket: SimulatedWebSocket });
  // A killed worker's last complaints are part of the plan.
  console.warn = () => undefined;
  return () => {
    sockets.clear();
    Dexie.dependencies.indexedDB = indexedDB;
    globalThis.WebSocket = saved.WebSocket;
    console.warn = saved.warn;
  };
}

interface RawTransaction {
  _state: string;
  abort(): void;
}

/** What was not committed when the worker ended never happened. */
function abortTransactions(db: HearbackDb): void {
  if (!db.isOpen()) return;
  const raw = db.backendDB() as unknown as { _rawDatabase: { transactions: RawTransaction[] } };
  for (const transaction of raw._rawDatabase.transactions) {
    if (transaction._state === 'finished' || transaction._state === 'committing') continue;
    try {
      transaction.abort();
    } catch {
      // It has just been committed.
    }
  }
}
