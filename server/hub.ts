/**
 * The live channel `/v1/live`: tells joined sockets of changes after their commit, and passes presence on. All of
 * it is a hint; whoever misses a frame pulls. One process knows only its own sockets.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Presence } from '#utils/model/thread.ts';
import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import { clientFrameSchema, CLOSE_BAD_FRAME, CLOSE_UNAUTHORIZED } from '#utils/sync/wire-live.ts';
import type { Change } from '#utils/sync/wire.ts';
import type { ClientFrame, ServerFrame } from '#utils/sync/wire-live.ts';
import { authenticate } from './auth.ts';
import type { Clock } from './clock.ts';
import { isAllowedOrigin } from './http/cors.ts';
import { createRateLimiter } from './http/rate-limiter.ts';
import { createLiveSocket } from './live/live-socket.ts';
import type { LiveSocket } from './live/live-socket.ts';
import { createPresenceBoard } from './live/presence-board.ts';
import type { PresenceNews } from './live/presence-board.ts';
import { toErrorFields } from './log.ts';
import type { Logger } from './log.ts';
import type { Database } from './store/database.ts';
import { isDeviceActive } from './store/devices.ts';
import { loadTeam } from './store/teams.ts';

/** How long a socket may stay without a valid hello. */
const HELLO_WITHIN_MS = 5_000;
/** Silence after which a socket counts as dead: three heartbeats. */
const SILENT_MS = 3 * HEARTBEAT_MS;
const PAYLOAD_MAX = 64 * 1_024;
/** More than a browser ever opens; the oldest gives way. */
const SOCKETS_PER_DEVICE = 10;
/** Frames a second that one device may send on average, and at once. */
const FRAME_LIMIT = { perSecond: 10, burst: 100 };
/** WebSocket's own "policy violation". */
const CLOSE_POLICY = 1008;
/** WebSocket's own "internal error". */
const CLOSE_FAILED = 1011;

export interface LiveHub {
  /** Serves the channel on an HTTP server. */
  attach(server: Server): void;
  /** Tells a team of changes that are committed. */
  publish(teamId: string, changes: readonly Change[], serverTime: number): void;
  /** Who else is present in a thread. */
  presenceIn(teamId: string, threadId: string, exceptMemberId: string): Presence[];
  /** Ends all sockets of a device whose token has ended. */
  closeDevice(teamId: string, deviceId: string): void;
  /** Ends all sockets of a member who was removed. */
  closeMember(teamId: string, memberId: string): void;
  /** Does what the passing of time asks for; called by a timer of its own unless a test does. */
  tick(): Promise<void>;
  close(): void;
}

export interface LiveHubOptions {
  store: Database;
  clock: Clock;
  log: Logger;
  /** The server's own origin, beside which only extensions may connect from a browser. */
  publicUrl: () => string;
  /** How often `tick` runs, ms; 0: never. */
  tickMs?: number;
  helloWithinMs?: number;
}

/** Makes a hub without sockets. */
export function createHub(options: LiveHubOptions): LiveHub {
  const { store, clock, log, publicUrl, tickMs = 1_000, helloWithinMs = HELLO_WITHIN_MS } = options;
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: PAYLOAD_MAX,
    perMessageDeflate: false,
  });
  const teams = new Map<string, Set<LiveSocket>>();
  const presence = createPresenceBoard();
  const frames = createRateLimiter(clock, FRAME_LIMIT);
  let heartbeatAt = clock.now() + HEARTBEAT_MS;

  function tellPresence({ teamId, ...news }: PresenceNews): void {
    for (const socket of teams.get(teamId) ?? []) {
      if (socket.actor.memberId !== news.memberId) socket.send({ type: 'presence', ...news });
    }
  }

  /** Null: not let in, and closed. */
  async function join(
    ws: WebSocket,
    hello: Extract<ClientFrame, { type: 'hello' }>,
  ): Promise<LiveSocket | null> {
    const actor = await authenticate(store, hello.token);
    if (!actor) ws.close(CLOSE_UNAUTHORIZED, 'unauthorized');
    if (!actor || ws.readyState !== ws.OPEN) return null;
    const now = clock.now();
    const socket = createLiveSocket(ws, actor, now);
    const sockets = teams.get(actor.teamId) ?? new Set();
    teams.set(actor.teamId, sockets.add(socket));
    presence.enter(socket, actor.teamId, actor.memberId);
    ws.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) teams.delete(actor.teamId);
      presence.leave(socket, clock.now()).forEach(tellPresence);
    });
    limitDevice(sockets, actor.deviceId);
    socket.send({
      type: 'ready',
      serverTime: now,
      presence: presence.list(actor.teamId, actor.memberId),
    });
    // Read after the socket is listed, so that no change falls between the two.
    const head = (await loadTeam(store, actor.teamId))?.seq ?? 0;
    if (head !== hello.cursor.seq) socket.send({ type: 'poke', head });
    return socket;
  }

  function receive(socket: LiveSocket, frame: ClientFrame | null): void {
    socket.heardAt = clock.now();
    if (!frame || frame.type === 'hello' || !frames.take(socket.actor.deviceId)) {
      return socket.close(CLOSE_BAD_FRAME, 'bad frame');
    }
    if (frame.type !== 'presence') return;
    const news = presence.place(socket, frame.threadId, frame.kind, clock.now());
    if (news) tellPresence(news);
  }

  function accept(ws: WebSocket): void {
    ws.on('error', () => ws.terminate());
    const timer = setTimeout(() => ws.close(CLOSE_UNAUTHORIZED, 'no hello'), helloWithinMs);
    ws.once('close', () => clearTimeout(timer));
    let joined: Promise<LiveSocket | null> | null = null;
    ws.on('message', (raw) => {
      const frame = parseFrame(raw);
      if (joined) {
        // Frames right behind the hello wait until it is answered.
        void joined.then((socket) => socket && receive(socket, frame));
        return;
      }
      clearTimeout(timer);
      if (frame?.type !== 'hello') return ws.close(CLOSE_UNAUTHORIZED, 'hello first');
      joined = join(ws, frame).catch((error: unknown) => {
        log.error('live.failed', toErrorFields(error));
        ws.close(CLOSE_FAILED, 'try again');
        return null;
      });
    });
  }

  function upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    // Node takes its own listener off before an upgrade; a reset would end the process.
    duplex.on('error', () => duplex.destroy());
    const { origin } = request.headers;
    const path = request.url?.split('?')[0];
    if (path !== '/v1/live' || (origin !== undefined && !isAllowedOrigin(origin, publicUrl()))) {
      duplex.end(`HTTP/1.1 ${path === '/v1/live' ? '403 Forbidden' : '404 Not Found'}\r\n\r\n`);
      return;
    }
    wss.handleUpgrade(request, duplex, head, accept);
  }

  /** Heartbeat, and whether each token still stands. */
  async function beat(socket: LiveSocket, now: number): Promise<void> {
    if (now - socket.heardAt > SILENT_MS) return socket.close(CLOSE_POLICY, 'silent');
    const { teamId, deviceId } = socket.actor;
    if (!(await isDeviceActive(store, teamId, deviceId)))
      return socket.close(CLOSE_UNAUTHORIZED, 'revoked');
    socket.send({ type: 'hb', serverTime: now });
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    presence.expire(now).forEach(tellPresence);
    const sockets = [...teams.values()].flatMap((team) => [...team]);
    for (const socket of sockets) socket.checkPace(now);
    if (now < heartbeatAt) return;
    heartbeatAt = now + HEARTBEAT_MS;
    for (const socket of sockets) await beat(socket, now);
  }

  const timer =
    tickMs === 0
      ? undefined
      : setInterval(() => {
          tick().catch((error: unknown) => log.error('live.failed', toErrorFields(error)));
        }, tickMs).unref();

  return {
    attach: (server) => server.on('upgrade', upgrade),
    publish(teamId, changes, serverTime) {
      const [first] = changes;
      const sockets = teams.get(teamId);
      if (!sockets || !first) return;
      const from = first.seq - 1;
      const frame: ServerFrame = { type: 'changes', from, changes: [...changes], serverTime };
      const json = JSON.stringify(frame);
      for (const socket of sockets) socket.sendChanges(json, from + changes.length, clock.now());
    },
    presenceIn: (teamId, threadId, exceptMemberId) =>
      presence.list(teamId, exceptMemberId).filter((here) => here.threadId === threadId),
    closeDevice(teamId, deviceId) {
      for (const socket of teams.get(teamId) ?? []) {
        if (socket.actor.deviceId === deviceId) socket.close(CLOSE_UNAUTHORIZED, 'revoked');
      }
    },
    closeMember(teamId, memberId) {
      for (const socket of teams.get(teamId) ?? []) {
        if (socket.actor.memberId === memberId) socket.close(CLOSE_UNAUTHORIZED, 'revoked');
      }
    },
    tick,
    close() {
      clearInterval(timer);
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
}

function limitDevice(sockets: Set<LiveSocket>, deviceId: string): void {
  const own = [...sockets].filter((socket) => socket.actor.deviceId === deviceId);
  // Closing takes a peer that answers; the ones that wait for it must not hide those that came after.
  for (const socket of own.slice(0, -SOCKETS_PER_DEVICE)) {
    socket.close(CLOSE_POLICY, 'too many sockets');
  }
}

function parseFrame(raw: unknown): ClientFrame | null {
  try {
    return clientFrameSchema.safeParse(JSON.parse(String(raw))).data ?? null;
  } catch {
    return null;
  }
}
