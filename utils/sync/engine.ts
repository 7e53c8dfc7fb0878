/**
 * Keeps this browser and the team together: decides when to exchange, follows the live channel, and says how
 * things stand. At most one exchange runs at a time; a wish during one is carried out right after it.
 */
import type { MutationContext } from '#utils/db/apply-mutation.ts';
import { applyChanges } from '#utils/db/changes.ts';
import { loadMeta, loadSyncState } from '#utils/db/meta.ts';
import { countWaiting } from '#utils/db/outbox.ts';
import type { Account, HearbackDb } from '#utils/db/schema.ts';
import { isBarred, noteExchange } from '#utils/db/trouble.ts';
import type { PresenceKind } from '#utils/model/thread.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import { logError } from '#utils/platform/log.ts';
import { createBackoff } from './backoff.ts';
import { confirmToken, fallBackToFormerToken, rotateToken, splitDevice } from './device-token.ts';
import type { OpenClient } from './device-token.ts';
import { exchange } from './exchange.ts';
import { goesOn } from './goes-on.ts';
import type { ChangesFrame } from './goes-on.ts';
import { noteFailure } from './failures.ts';
import { createLiveChannel } from './live.ts';
import { toNews } from './news.ts';
import type { News } from './news.ts';
import { createPresenceBoard } from './presence-board.ts';
import type { PresenceBoard } from './presence-board.ts';
import { TeamError, createTeamClient } from './team-client.ts';
import type { Fetch, TeamClient } from './team-client.ts';
import { createTurns } from './turns.ts';

/** A time to wait that is longer than this comes from a clock that was set, ms. */
const WAIT_MAX_MS = 15 * 60_000;

export interface EngineOptions {
  db: HearbackDb;
  fetch: Fetch;
  now(): number;
  /** 0 … 1. */
  random(): number;
  /** Something that people see may have changed: these threads, or (null) anything; always how things stand. */
  onChange(threadIds: News): void;
  /** The member was removed: called before the team's data goes, so that a broken-off farewell is repeated. */
  onRemoved?(): Promise<void>;
  /** Called at each heartbeat of the server: what this browser needs so as not to end the worker. */
  keepAwake?(): void;
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
  const backoff = createBackoff(options.random);
  /** True from an exchange that succeeded to the next that fails, or to the machine's sleep. */
  let isReachable = false;
  /** The server asked to be left alone until then, local clock, ms. */
  let quietUntil = 0;
  let isConnected = false;
  let retry: ReturnType<typeof setTimeout> | null = null;

  /** Every call of an exchange ends when it is broken off, also one that has got its answer. */
  const fetchUntil =
    (end: AbortSignal): Fetch =>
    async (url, init) => {
      const signal = init.signal ? AbortSignal.any([init.signal, end]) : end;
      const response = await options.fetch(url, { ...init, signal });
      end.throwIfAborted();
      return response;
    };

  const openClient = (fetcher: Fetch) => (account: Account) =>
    createTeamClient(fetcher, account.server, account.token);

  const client = async (): Promise<TeamClient | null> => {
    const account = await loadMeta(db, 'account');
    return account ? openClient(options.fetch)(account) : null;
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

  const retryIn = (ms: number) => {
    if (!isConnected || retry) return;
    retry = setTimeout(() => {
      retry = null;
      void sync();
    }, ms);
  };

  const stopRetrying = () => {
    if (retry) clearTimeout(retry);
    retry = null;
  };

  /** A device of its own where the profile turned out to be a copy, the former token where the server is one. */
  const mend = async (error: unknown, open: OpenClient): Promise<boolean> => {
    if (!(error instanceof TeamError)) return false;
    if (error.code === 'unauthorized') return fallBackToFormerToken(db, open);
    if (error.code !== 'device_cloned') return false;
    await splitDevice(db, open);
    return true;
  };

  /** One exchange, and once more where what went wrong could be mended. */
  const runExchange = async (end: AbortSignal, isMended: boolean): Promise<void> => {
    const open = openClient(fetchUntil(end));
    await confirmToken(db, open);
    const account = await loadMeta(db, 'account');
    if (!account) return;
    const asMe = () => ({ memberId: account.memberId, now: now() });
    const wasBarred = isBarred(await loadSyncState(db));
    let serverTime: number;
    try {
      const { news, ...told } = await exchange(db, open(account), asMe);
      await noteExchange(db, now(), told);
      serverTime = told.serverTime;
      backoff.reset();
      quietUntil = 0;
      noteReachable(true);
      options.onChange(wasBarred ? null : news);
    } catch (error) {
      if (isMended || !(await mend(error, open))) throw error;
      reconnect();
      await runExchange(end, true);
      return;
    }
    await rotateToken(db, open, serverTime);
  };

  const turns = createTurns(async (end) => {
    const wait = quietUntil - now();
    if (wait > 0 && wait < WAIT_MAX_MS) {
      retryIn(wait);
      return;
    }
    stopRetrying();
    try {
      await runExchange(end, false);
    } catch (error) {
      if (end.aborted) return;
      if (error instanceof TeamError && error.code === 'removed') await options.onRemoved?.();
      const failure = await noteFailure(db, error);
      if (failure.isFinal) channel.stop();
      else {
        const ms = backoff.next(failure.retryAfterMs ?? 0);
        if (failure.isServersWish) quietUntil = now() + ms;
        retryIn(ms);
      }
      noteReachable(false);
      // Whatever came before the failure was stored.
      options.onChange(null);
    }
  });

  const sync = () => turns.want();

  /** Applies pushed rows when they follow on directly; anything else is a reason to pull. */
  const takeChanges = async (frame: ChangesFrame) => {
    const { cursor } = await loadSyncState(db);
    const last = frame.changes.at(-1);
    if (turns.isBusy() || !isReachable || !last || !goesOn(frame, cursor)) {
      await sync();
      return;
    }
    const next = { epoch: cursor.epoch, seq: last.seq, mark: last.mark };
    const isApplied = await applyChanges(db, cursor, frame.changes, next, await context());
    if (!isApplied) {
      await sync();
      return;
    }
    await noteExchange(db, now(), frame);
    options.onChange(toNews(frame.changes));
  };

  const noteServerTime = (frame: { serverTime: number }) => {
    noteExchange(db, now(), frame).catch((error: unknown) => logError('noting failed', error));
  };

  const channel = createLiveChannel({
    now,
    random: options.random,
    async hello() {
      const account = await loadMeta(db, 'account');
      const state = await loadSyncState(db);
      if (!account || isBarred(state)) return null;
      return { server: account.server, token: account.token, cursor: state.cursor };
    },
    async wait(request, signal) {
      const team = await client();
      if (!team) throw new TeamError('unauthorized', 'Not joined.');
      return team.wait(request, signal);
    },
    pull: sync,
    onState(state) {
      // Whatever happened while the line was down is fetched, and waiting facts are sent; that proves the rest.
      if (state === 'live') void sync();
      else {
        noteReachable(false);
        options.onChange(presence.reset([], now()));
        // An exchange that was under way may still succeed and prove nothing of now.
        if (isConnected) void sync();
      }
    },
    onWake() {
      noteReachable(false);
      void sync();
    },
    // The line may end for lesser reasons, such as a late hello: only an exchange proves it.
    onUnauthorized: () => void sync(),
    onFrame(frame) {
      switch (frame.type) {
        case 'ready':
          noteServerTime(frame);
          options.onChange(presence.reset(frame.presence, now()));
          break;
        case 'hb': {
          options.keepAwake?.();
          noteServerTime(frame);
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

  const reconnect = () => {
    if (!isConnected) return;
    channel.stop();
    channel.start();
  };

  return {
    presence,
    sync,
    aside: turns.aside,
    client,
    context,
    connect() {
      isConnected = true;
      channel.start();
    },
    disconnect() {
      isConnected = false;
      stopRetrying();
      channel.stop();
    },
    beat: () => channel.beat(),
    tellPresence: (threadId, kind) => channel.send({ type: 'presence', threadId, kind }),
    async connection() {
      const account = await loadMeta(db, 'account');
      const sync = await loadSyncState(db);
      const waiting = await countWaiting(db);
      const state = !account ? 'alone' : isReachable && !isBarred(sync) ? 'live' : 'offline';
      const { asOf, clockOffset } = sync;
      return { state, asOf, clockOffset, waiting: account ? waiting : 0 };
    },
  };
}
