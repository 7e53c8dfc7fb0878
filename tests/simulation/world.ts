/** Plays one script: browsers and server, what goes wrong between them, healing, and the checks. */
import { IDBFactory } from 'fake-indexeddb';
import { pruneSent } from '#utils/db/sent-log.ts';
import { heardServerTime } from '#utils/db/server-time.ts';
import type { Role } from '#utils/model/team.ts';
import type { createSyncEngine } from '#utils/sync/engine.ts';
import { actInBrowser } from './acts-in-browser.ts';
import { copyProfile, noteSignedOutCopies } from './copies.ts';
import { createChance } from './random.ts';
import { installScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { createSimBrowser, installBrowserGlobals } from './sim-browser.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { Dialect, Exchange } from './sim-network.ts';
import { createSimServer, ignoreKilled } from './sim-server.ts';
import type { ServerMutant, SimServer } from './sim-server.ts';
import type { Script, Step } from './steps.ts';
import { createWitness } from './witness.ts';
import type { Witness } from './witness.ts';
import { olderDialect } from './older-dialect.ts';

/** What stands in for a part of the product; how a negative control is made. */
export interface Mutant extends ServerMutant {
  dialect?: Dialect;
  createEngine?: typeof createSyncEngine;
  /** The server's clock is the asking browser's during each of its calls. */
  usesBrowserClock?: boolean;
}

export interface Outcome {
  seed: number;
  /** Empty: all properties held. */
  violations: string[];
  /** Line by line what happened, without anything random. */
  log: string[];
  /** Faults that took effect, by kind. */
  faults: Map<string, number>;
  acts: number;
  tasks: number;
}

export interface World {
  scheduler: Scheduler;
  server: SimServer;
  browsers: SimBrowser[];
  witness: Witness;
  log: string[];
  /** Threads that somebody asked to have erased for good. */
  erased: Set<number>;
  /** How long the server has lived while nothing happened, ms. */
  aged: number;
  /** From now on nothing goes wrong any more. */
  isHealed: boolean;
  noteFault(kind: string): void;
  /** Opens a browser that has not joined. */
  openBrowser(name: string, role: Role): SimBrowser;
}

const DAY_MS = 24 * 3_600_000;
/** Within this long after all is well again, everything must have arrived, ms. */
const HEALED_WITHIN_MS = 60_000;

/** Plays a script to its end; never throws for what a property forbids. */
export async function play(script: Script, mutant: Mutant = {}): Promise<Outcome> {
  const chance = createChance(script.seed ^ 0x5eed);
  const scheduler = installScheduler(chance);
  const removeGlobals = installBrowserGlobals(new IDBFactory());
  const log: string[] = [];
  const faults = new Map<string, number>();
  const noteFault = (kind: string) => faults.set(kind, (faults.get(kind) ?? 0) + 1);
  let server: SimServer | null = null;
  let world: World | null = null;
  try {
    server = await scheduler.drive(createSimServer(scheduler, chance, mutant));
    const witness = createWitness(server);
    const tap = {
      answered: (exchange: Exchange) => {
        log.push(`${scheduler.now()} ${exchange.browser} ${exchange.path} ${exchange.status}`);
        witness.answered({ ...exchange, at: exchange.at + aged() });
      },
      asked: (path: string, request: unknown) => witness.asked(path, request),
      arrived: (exchange: Exchange) => witness.arrived(exchange),
      injected: noteFault,
    };
    const running = server;
    const aged = () => world?.aged ?? 0;
    const openBrowser = (name: string, role: Role): SimBrowser => {
      const { createEngine } = mutant;
      const made = createEngine ? { createEngine } : {};
      const parts = { name, role, scheduler, chance, server: running, tap, ...made };
      const browser = createSimBrowser(parts);
      browser.usesOwnClock = mutant.usesBrowserClock === true;
      return browser;
    };
    world = {
      scheduler,
      server,
      browsers: [],
      witness,
      log,
      erased: new Set(),
      aged: 0,
      isHealed: false,
      noteFault,
      openBrowser,
    };
    for (let index = 0; index < script.browsers; index += 1) {
      const role = index === 0 ? 'owner' : index === 1 ? 'lead' : 'member';
      const link = await scheduler.drive(server.invite(role));
      const browser = openBrowser(`b${index}`, role);
      // Every third browser still speaks the version before this one.
      browser.line.dialect = mutant.dialect ?? (index % 3 === 2 ? olderDialect : {});
      world.browsers.push(browser);
      await scheduler.drive(browser.join(link));
    }
    await scheduler.pass(1_000);
    for (const step of script.steps) {
      await carryOut(world, step);
      await scheduler.run(step.tasks);
      if (step.ms > 0) await scheduler.pass(step.ms);
      if (step.ms >= 200) await witness.glance(world);
      if (witness.violations.length > 0) break;
    }
    if (witness.violations.length === 0) {
      await heal(world);
      await noteSignedOutCopies(world);
      await witness.judge(world);
    }
    return {
      seed: script.seed,
      violations: witness.violations,
      log,
      faults,
      acts: script.steps.length,
      tasks: scheduler.tasks(),
    };
  } finally {
    // What is still open would be kept for good, and a long run plays thousands of these.
    for (const browser of world?.browsers ?? []) browser.kill();
    if (server) await scheduler.drive(server.dispose());
    scheduler.uninstall();
    removeGlobals();
  }
}

/** All is well again, and time enough for everything to arrive. */
async function heal(world: World): Promise<void> {
  const { scheduler, server, browsers } = world;
  world.isHealed = true;
  await scheduler.drive(server.start());
  for (const browser of browsers) {
    browser.line.isCut = false;
    browser.line.nextRequest = null;
    browser.line.nextFrame = null;
    browser.wake();
    if (browser.isRevoked) continue;
    browser.engine.connect();
    void browser.engine.sync();
  }
  // An erasure that was cut off, or that a restored server forgot, is asked for again.
  for (const thread of world.erased) await scheduler.drive(server.erase(`x:${thread}`));
  // As the background does while somebody looks: a beat every 20 s, and the alarm's pull.
  for (let passed = 0; passed < HEALED_WITHIN_MS; passed += 20_000) {
    await scheduler.pass(20_000);
    for (const { isRevoked, engine } of browsers) {
      if (isRevoked) continue;
      engine.beat();
      void engine.sync();
    }
  }
  await scheduler.pass(5_000);
  // Once a day a browser lets go of what it sent more than two weeks ago.
  for (const { db, isRevoked } of browsers) {
    const time = heardServerTime(db);
    if (isRevoked || time === null) continue;
    await scheduler.drive(db.transaction('rw', db.sent, db.meta, () => pruneSent(db, time)));
  }
}

async function carryOut(world: World, { browser: index, act }: Step): Promise<void> {
  const { server, browsers, log, scheduler } = world;
  const browser = browsers[index % browsers.length];
  if (!browser) return;
  log.push(`${scheduler.now()} ${browser.name} ${JSON.stringify(act)}`);
  switch (act.do) {
    case 'killServer':
      scheduler.afterTasks(act.inTasks, () => {
        if (world.isHealed) return;
        if (server.isUp()) world.noteFault('killServer');
        void server.kill();
      });
      return;
    case 'startServer':
      return scheduler.drive(server.start());
    case 'shiftServerClock':
      world.noteFault('shiftServerClock');
      return server.shiftClock(act.ms);
    case 'sweep':
      void server.sweep();
      return;
    case 'backUp':
      server.backUp();
      return world.witness.backedUp();
    case 'upkeep':
      world.noteFault('upkeep');
      world.aged += act.days * DAY_MS;
      server.shiftClock(act.days * DAY_MS);
      void server.upkeep();
      return;
    case 'erase':
      if (!server.isUp()) return;
      world.noteFault('erase');
      world.erased.add(act.thread);
      void server.erase(`x:${act.thread}`);
      return;
    case 'restore': {
      await world.witness.glance(world);
      if (await scheduler.drive(server.restore())) {
        world.noteFault('restore');
        world.witness.restored();
      }
      return;
    }
    case 'revoke': {
      // The owner and the first copies stay, so that somebody can tell what happened.
      if (index === 0 || browser.isRevoked || browser.copyOf || !server.isUp()) return;
      if (browsers.some(({ copyOf }) => copyOf === browser.name)) return;
      browser.isRevoked = true;
      world.noteFault('revoke');
      void server.revoke(browser.deviceId).catch(ignoreKilled);
      return;
    }
    case 'copyProfile':
      return copyProfile(world, browser);
    default:
      return actInBrowser(world, browser, act);
  }
}
