/**
 * Keeps this browser and the team together: decides when to exchange, follows the live channel, and says how
 * things stand. At most one exchange runs at a time; a wish during one is carried out right after it.
 */
import type { MutationContext } from '#utils/db/apply-mutation.ts';
import { applyChanges } from '#utils/db/changes.ts';
import { changeSyncState, loadMeta, loadSyncState } from '#utils/db/meta.ts';
import { countWaiting } from '#utils/db/outbox.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { PresenceKind } from '#utils/model/thread.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import { logError } from '#utils/platform/log.ts';
import { noteExchange, pullChanges, pushFacts } from './exchange.ts';
import { createLiveChannel } from './live.ts';
import { NO_NEWS, addNews, toNews } from './news.ts';
import type { News } from './news.ts';
import { createPresenceBoard } from './presence-board.ts';
import type { PresenceBoard } from './presence-board.ts';
import { TeamError, createTeamClient } from './team-client.ts';
import type { Fetch, TeamClient } from './team-client.ts';
import type { ServerFrame } from './wire-live.ts';

const REVOKED = 'This browser was signed out of the team. Join again with a new invite link.';

export interface EngineOptions {
  db: HearbackDb;
  fetch: Fetch;
  now(): number;
  random(): number;
  /** Something that people see may have changed: these threads, or (null) anything; always how things stand. */
  onChange(threadIds: News): void;
}

export interface SyncEngine {
  presence: PresenceBoard;
  /** Exchanges now (or right after the running exchange). Resolves when done; never throws. */
  sync(): Promise<void>;
  /** Opens the live channel if this browser has joined. */
  connect(): void;
  /** Closes the live channel. */
  disconnect(): void;
  /**
   * Runs `work` while nothing is exchanged and nothing of an exchange is written: joining and leaving change whose
   * data this is. Breaks off what runs. Wishes during it are carried out afterwards.
   */
  aside<T>(work: () => Promise<T>): Promise<T>;
  /** Somebody looks: heartbeat, and reconnect if needed. */
  beat(): void;
  tellPresence(threadId: string, kind: PresenceKind): void;
  /** A client for calls of one's own (claims); null when not joined. */
  client(): Promise<TeamClient | null>;
  connection(): Promise<Connection>;
  context(): Promise<MutationContext>;
}

/** Creates an engine; nothing runs until asked. */
export function createSyncEngine(options: EngineOptions): SyncEngine {
  const { db, now } = options;
  const presence = createPresenceBoard();
  let running: Promise<void> | null = null;
  let asides: Promise<unknown> | null = null;
  let breakOff = new AbortController();
  let isWantedAgain = false;
  let isReachable = false;

  /** Every call of an exchange ends when it is broken off, also one that has got its answer. */
  const fetchUntil =
    (end: AbortSignal): Fetch =>
    async (url, init) => {
      const signal = init.signal ? AbortSignal.any([init.signal, end]) : end;
      const response = await options.fetch(url, { ...init, signal });
      end.throwIfAborted();
      return response;
    };

  const openClient = async (fetcher: Fetch): Promise<TeamClient | null> => {
    const account = await loadMeta(db, 'account');
    return account ? createTeamClient(fetcher, account.server, account.token) : null;
  };

  const context = async (): Promise<MutationContext> => {
    const account = await loadMeta(db, 'account');
    return { memberId: account?.memberId ?? '', now: now() };
  };

  const noteReachable = (is: boolean) => {
    if (isReachable === is) return;
    isReachable = is;
    options.onChange(null);
  };

  const exchange = async (end: AbortSignal): Promise<void> => {
    const team = await openClient(fetchUntil(end));
    if (!team) return;
    const { memberId } = await context();
    const asMe = () => ({ memberId, now: now() });
    let news = NO_NEWS;
    let isUnderWay = false;
    try {
      const pushed = await pushUnlessReset(team, asMe);
      isUnderWay = true;
      const pulled = await pullChanges(db, team, asMe);
      // Facts that a reset held back: the pull has brought the epoch that they need.
      const caughtUp = pushed === 'reset' ? await pushFacts(db, team, asMe) : pushed;
      news = addNews(pulled.news, caughtUp);
      const { trouble } = await loadSyncState(db);
      if (trouble !== null) news = null;
      await noteExchange(db, now(), pulled.serverTime);
      noteReachable(true);
      options.onChange(news);
    } catch (error) {
      if (end.aborted) return;
      if (error instanceof TeamError && error.code === 'unauthorized') await noteRevoked();
      else {
        if (!(error instanceof TeamError)) logError('exchange failed', error);
        noteReachable(channel.isLive());
        if (isUnderWay) options.onChange(null);
      }
    }
  };

  /** A server that was restored takes facts only after its state has been loaded again. */
  const pushUnlessReset = async (
    team: TeamClient,
    asMe: () => MutationContext,
  ): Promise<News | 'reset'> => {
    try {
      return await pushFacts(db, team, asMe);
    } catch (error) {
      if (error instanceof TeamError && error.code === 'reset') return 'reset';
      throw error;
    }
  };

  const noteRevoked = async () => {
    const { trouble } = await loadSyncState(db);
    if (trouble === REVOKED) return;
    await changeSyncState(db, { trouble: REVOKED });
    noteReachable(false);
    options.onChange(null);
  };

  /** One exchange after the other until nobody wants one more; in one turn with forgetting that it runs. */
  const run = async (): Promise<void> => {
    const end = breakOff.signal;
    try {
      do {
        isWantedAgain = false;
        await exchange(end);
      } while (isWantedAgain && !end.aborted);
    } catch (error) {
      logError('exchange failed', error);
    } finally {
      running = null;
    }
  };

  const sync = (): Promise<void> => {
    if (asides) return asides.then(sync, sync);
    if (running) isWantedAgain = true;
    running ??= run();
    return running;
  };

  const aside = async <T>(work: () => Promise<T>): Promise<T> => {
    breakOff.abort();
    const before = Promise.allSettled([asides, running]);
    const done = before.then(work);
    const mine = done.then(
      () => undefined,
      () => undefined,
    );
    asides = mine;
    try {
      return await done;
    } finally {
      if (asides === mine) {
        asides = null;
        breakOff = new AbortController();
      }
    }
  };

  /** Applies pushed rows when they follow on directly; anything else is a reason to pull. */
  const takeChanges = async (frame: Extract<ServerFrame, { type: 'changes' }>) => {
    const { cursor } = await loadSyncState(db);
    const last = frame.changes.at(-1);
    if (running || asides || !last || cursor.seq !== frame.from) {
      await sync();
      return;
    }
    const next = { epoch: cursor.epoch, seq: last.seq, mark: last.mark };
    const isApplied = await applyChanges(db, cursor, frame.changes, next, await context());
    if (!isApplied) {
      await sync();
      return;
    }
    await noteExchange(db, now(), frame.serverTime);
    options.onChange(toNews(frame.changes));
  };

  const channel = createLiveChannel({
    now,
    random: options.random,
    async hello() {
      const account = await loadMeta(db, 'account');
      const { cursor, trouble } = await loadSyncState(db);
      if (!account || trouble !== null) return null;
      return { server: account.server, token: account.token, cursor };
    },
    onState(state) {
      noteReachable(state === 'live');
      // Whatever happened while the line was down is fetched, and waiting facts are sent.
      if (state === 'live') void sync();
      else options.onChange(presence.reset([], now()));
    },
    // The line may end for lesser reasons, such as a late hello: only an exchange proves it.
    onUnauthorized: () => void sync(),
    onFrame(frame) {
      switch (frame.type) {
        case 'ready':
          void noteExchange(db, now(), frame.serverTime);
          options.onChange(presence.reset(frame.presence, now()));
          break;
        case 'hb': {
          void noteExchange(db, now(), frame.serverTime);
          const left = presence.expire(now());
          if (left.length > 0) options.onChange(left);
          break;
        }
        case 'presence':
          options.onChange(presence.note(frame, now()));
          break;
        case 'poke':
          void sync();
          break;
        case 'changes':
          void takeChanges(frame).catch((error) => logError('live changes failed', error));
          break;
      }
    },
  });

  return {
    presence,
    sync,
    aside,
    client: () => openClient(options.fetch),
    context,
    connect: () => channel.start(),
    disconnect: () => channel.stop(),
    beat: () => channel.beat(),
    tellPresence: (threadId, kind) => channel.send({ type: 'presence', threadId, kind }),
    async connection() {
      const account = await loadMeta(db, 'account');
      const { asOf, clockOffset, trouble } = await loadSyncState(db);
      const waiting = await countWaiting(db);
      const state = !account ? 'alone' : isReachable && trouble === null ? 'live' : 'offline';
      return { state, asOf, clockOffset, waiting: account ? waiting : 0 };
    },
  };
}
