/**
 * Sees everything and says what was broken. The properties are those of reliability.md §4.10: P1 complete cursors,
 * P2 convergence, P3 exactly once, P4 exclusion, P5 fences, P6 own writes stay visible, P7 reads never go back, P8
 * nothing comes back from the dead, P9 everything arrives, P11 a restored server regains what anybody alive knows.
 */
import { tableOf } from '#utils/db/records.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { recordKinds } from '#utils/sync/wire.ts';
import type { Mutation, PushRequest, PushResponse } from '#utils/sync/wire.ts';
import { createClaimAnswers } from './claim-answers.ts';
import { judgeClaims } from './claim-log.ts';
import type { LoggedChange } from './claim-log.ts';
import { createEntryLog } from './entry-log.ts';
import { findErased } from './erased.ts';
import { toMutations } from './facts.ts';
import { isPastRetention } from './forgotten.ts';
import { cursorOf } from './sim-browser.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { Exchange } from './sim-network.ts';
import { WHOLE_HISTORY } from './sim-store.ts';
import type { SimServer } from './sim-server.ts';
import type { Act } from './steps.ts';
import { createToldLog } from './told-log.ts';
import type { World } from './world.ts';

export interface Witness {
  violations: string[];
  asked(path: string, request: unknown): number;
  answered(exchange: Exchange): void;
  arrived(exchange: Exchange): void;
  backedUp(): void;
  restored(): void;
  /** Carries out an act that records facts, and checks what the browser shows then. */
  record(world: World, browser: SimBrowser, act: Act): Promise<void>;
  /** Checks what must hold at any moment. */
  glance(world: World): Promise<void>;
  /** Checks what must hold once all is well again. */
  judge(world: World): Promise<void>;
}

export function createWitness(server: SimServer): Witness {
  const violations: string[] = [];
  const entries = createEntryLog();
  const told = createToldLog();
  const seen = new Map<string, { epoch: string; seq: number }>();
  const hasReset = new Set<string>();
  let unique = 0;
  let hasRestored = false;

  const report = (text: string) => {
    if (violations.length < 20) violations.push(text);
  };
  const claimAnswers = createClaimAnswers(report);

  const loadLog = (): LoggedChange[] =>
    server.look((file) =>
      file
        .prepare(
          `SELECT seq, kind, id, op, body, member_id, device_id FROM ${WHOLE_HISTORY} ORDER BY seq`,
        )
        .all(),
    ) as unknown as LoggedChange[];

  const judgeLog = (world: World): LoggedChange[] => {
    const log = loadLog();
    const leads = world.browsers.filter(({ role }) => role !== 'member');
    const found = judgeClaims(log, new Set(leads.map(({ memberId }) => memberId)), claimAnswers.at);
    for (const one of found) report(one);
    return log;
  };

  /** What was said yes to is on disk by then, as another connection sees. */
  const judgePush = (request: unknown, text: string, browser: string) => {
    const { mutations } = request as PushRequest;
    const { results } = JSON.parse(text) as PushResponse;
    const accepted = new Set(results.flatMap(({ mid, ok }) => (ok ? mid : [])));
    for (const { mid, mutation } of mutations) {
      if (!accepted.has(mid)) continue;
      told.acknowledged(browser, mutation as Mutation);
      const { kind, args } = mutation as Mutation;
      if (kind !== 'library.save') continue;
      const row = server.look((file) =>
        file
          .prepare(`SELECT seq FROM ${WHOLE_HISTORY} WHERE kind = 'library' AND id = ?`)
          .get(args.id),
      );
      if (!row) report(`P3 ${args.id} of ${browser} was acknowledged before it was stored`);
    }
  };

  return {
    violations,
    asked(path, request) {
      const { threadId } = (request ?? {}) as { threadId?: string };
      if (path !== '/v1/claims' || threadId === undefined) return 0;
      const row = server.look((file) =>
        file.prepare('SELECT fence FROM thread WHERE id = ?').get(threadId),
      );
      return Number(row?.fence ?? 0);
    },
    answered(exchange) {
      const { path, request, status, text, browser } = exchange;
      if (path === '/v1/push' && status === 200) judgePush(request, text, browser);
      if (path === '/v1/claims' && status === 200) claimAnswers.add(exchange);
    },
    arrived({ path, browser }) {
      if (path === '/v1/snapshot') hasReset.add(browser);
    },
    backedUp: () => undefined,
    restored() {
      hasRestored = true;
      claimAnswers.restored();
      entries.restored();
      told.restored();
    },
    async record(world, browser, act) {
      unique += 1;
      const number = unique;
      const { db } = browser;
      const threadId = 'thread' in act ? `x:${act.thread}` : '';
      const claim = act.do === 'reply' && (await db.threads.get(threadId))?.body.claim;
      const fence = claim && act.isFenced ? claim.fence : undefined;
      const shown = await db.library.toCollection().primaryKeys();
      const removable = act.do === 'removeEntry' ? (shown[act.nth % shown.length] ?? null) : null;
      const mutations = toMutations(browser, act, number, fence, removable);
      if (mutations.length === 0) return;
      for (const mutation of mutations) await told.telling(world, browser, mutation);
      const isStored = await browser.record(mutations);
      if (removable !== null) entries.removed(removable, browser.name, isStored);
      if (act.do !== 'saveEntry' || !isStored) return;
      const id = `entry-${number}`;
      entries.saved(id, browser.name, world.aged);
      if (browser.isAlive() && !(await browser.db.library.get(id))) {
        report(`P6 ${browser.name} does not see its own ${id}`);
      }
    },
    async glance(world) {
      for (const browser of world.browsers) {
        if (!browser.isAlive()) continue;
        try {
          await glanceAt(world, browser);
        } catch (error) {
          // Killed in the middle of being looked at.
          if (browser.isAlive()) throw error;
        }
      }
    },
    async judge(world) {
      const log = judgeLog(world);
      const { drive } = world.scheduler;
      const head = Number(
        server.look((file) => file.prepare('SELECT seq FROM team').get())?.seq ?? -1,
      );
      const isWhole = log.every(({ seq }, index) => seq === index + 1) && log.length === head;
      if (!isWhole) report(`P1 the history of ${head} changes has holes or doubles`);
      const truth = await loadTruth(server);
      const outlived = findOutlived(truth, server.now());
      for (const browser of world.browsers) {
        if (browser.isRevoked) continue;
        const waiting = await drive(browser.db.outbox.count());
        if (waiting > 0) report(`P9 ${browser.name} still holds ${waiting} facts`);
        const { seq } = await drive(cursorOf(browser));
        if (seq !== head) report(`P1 ${browser.name} stands at ${seq} of ${head}`);
        const shown = await drive(loadShown(browser));
        const { response = (_path, text: string) => text } = browser.line.dialect;
        const known = new Map([...truth].map(([key, text]) => [key, response('', text)]));
        for (const one of differences(known, shown, outlived)) report(`P2 ${browser.name} ${one}`);
      }
      for (const one of entries.judge(world, log)) report(one);
      for (const one of told.judge(world, truth)) report(one);
      for (const one of await findErased(world, new Set(truth.keys()))) report(one);
      // Copies of one profile that wait together for a server that was restored both tell it what waits.
      const mayTellTwice = hasRestored && world.browsers.some(({ copyOf }) => copyOf !== null);
      if (!mayTellTwice) for (const one of findRepeatedMends(truth)) report(one);
    },
  };

  async function glanceAt(world: World, browser: SimBrowser): Promise<void> {
    const { drive } = world.scheduler;
    const { epoch, seq, mark } = await drive(cursorOf(browser));
    const last = seen.get(browser.name);
    const isBack = last && last.epoch === epoch && seq < last.seq;
    // Without a mark it is about to load everything anew, which is a reset that nobody has seen yet.
    if (isBack && mark !== '' && !hasReset.has(browser.name)) {
      report(`P7 ${browser.name} went from ${last.seq} back to ${seq}`);
    }
    seen.set(browser.name, { epoch, seq });
    hasReset.delete(browser.name);
    const shown = new Set(await drive(browser.db.library.toCollection().primaryKeys()));
    for (const id of entries.findUnseen(world, browser, shown)) {
      report(`P6 ${browser.name} lost sight of ${id}`);
    }
  }
}

type State = Map<string, string>;

/** What tells how old a thread is, or which one a reply is of. */
interface Dated {
  id: string;
  seenAt?: number;
  threadId?: string;
}

/** Everything that the server's tables hold, past all services. */
async function loadTruth(server: SimServer): Promise<State> {
  const state: State = new Map();
  const rows = await server.truth();
  for (const { kind, id, body } of rows) state.set(`${kind} ${id}`, canonical(body));
  return state;
}

/** Every mend is told once, so no version of a site is made of the same one as another (P3). */
function findRepeatedMends(truth: State): string[] {
  return [...truth].flatMap(([key, text]) => {
    if (!key.startsWith('site ')) return [];
    const site = JSON.parse(text) as TeamSite;
    const mends = [site, ...site.earlier].map(({ selectors }) => canonical(selectors));
    return new Set(mends).size < mends.length ? [`P3 a mend of ${key} took effect twice`] : [];
  });
}

/** Everything that a browser shows. */
async function loadShown({ db }: SimBrowser): Promise<State> {
  const state: State = new Map();
  for (const kind of recordKinds) {
    for (const { id, body } of await tableOf(db, kind).toArray()) {
      state.set(`${kind} ${id}`, canonical(body));
    }
  }
  return state;
}

/** What a browser may let go of by itself before the server does: threads that are too old, and their replies. */
function findOutlived(truth: State, now: number): ReadonlySet<string> {
  const bodies = [...truth].map(([key, text]) => ({ key, ...(JSON.parse(text) as Dated) }));
  const threads = new Set(
    bodies.flatMap(({ key, id, seenAt = now }) =>
      key.startsWith('thread ') && isPastRetention(seenAt, now) ? [id] : [],
    ),
  );
  return new Set(
    bodies.flatMap(({ key, id, threadId }) =>
      (key.startsWith('thread ') && threads.has(id)) || threads.has(threadId ?? '') ? [key] : [],
    ),
  );
}

function differences(truth: State, shown: State, mayLack: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const key of new Set([...truth.keys(), ...shown.keys()])) {
    const [should, is] = [truth.get(key), shown.get(key)];
    if (should === is || (is === undefined && mayLack.has(key))) continue;
    found.push(`${key}: ${is ?? 'missing'}, not ${should ?? 'anything'}`);
  }
  return found;
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}
