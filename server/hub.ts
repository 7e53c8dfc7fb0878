/**
 * The live channel: tells joined sockets, and those that wait by `/v1/wait`, of changes after their commit, and
 * passes presence on. All of it is a hint; whoever misses one pulls. With several processes on one database each
 * serves its own sockets, and hears of the others' writes by a notifier, or by polling at the latest.
 */
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import type { Presence } from '#utils/model/thread.ts';
import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import { CLOSE_BAD_FRAME, CLOSE_UNAUTHORIZED } from '#utils/sync/wire-live.ts';
import type { Change } from '#utils/sync/wire.ts';
import type { ClientFrame, WaitRequest, WaitResponse } from '#utils/sync/wire-live.ts';
import { authenticate } from './auth.ts';
import type { RestoreWatch } from './backup/notice-restore.ts';
import type { Clock } from './clock.ts';
import { createRateLimiter } from './http/rate-limiter.ts';
import { createDatabaseTime } from './live/database-time.ts';
import { createDoor } from './live/door.ts';
import type { DoorOptions } from './live/door.ts';
import { createLiveSocket } from './live/live-socket.ts';
import type { LiveSocket } from './live/live-socket.ts';
import { noNotifier } from './live/notifier.ts';
import type { Hint, Notifier } from './live/notifier.ts';
import { createPresenceBoard } from './live/presence-board.ts';
import type { PresenceNews } from './live/presence-board.ts';
import { createTeamRooms } from './live/team-rooms.ts';
import type { TeamRoom } from './live/team-rooms.ts';
import { createWaitingRoom } from './live/waiting-room.ts';
import { createWatch } from './live/watch.ts';
import { toErrorFields } from './log.ts';
import type { Logger } from './log.ts';
import type { Actor } from './services/actor.ts';
import type { Database } from './store/database.ts';
import { loadTeam } from './store/teams.ts';

/** Silence after which a socket counts as dead: three heartbeats. */
const SILENT_MS = 3 * HEARTBEAT_MS;
/** More than a browser ever opens; the oldest gives way. */
const SOCKETS_PER_DEVICE = 10;
/** Frames a second that one device may send on average, and at once. */
const FRAME_LIMIT = { perSecond: 10, burst: 100 };
/** Sockets that one device may open: a browser has one, and opens it anew now and then. */
const HELLO_LIMIT = { perSecond: 1, burst: 30 };
/** WebSocket's own "policy violation". */
const CLOSE_POLICY = 1008;

export interface LiveHub {
  /** Serves the channel on an HTTP server. */
  attach(server: Server): void;
  /** Tells a team of changes that are committed, in all processes; `mark` is of the change before them. */
  publish(
    teamId: string,
    changes: readonly Change[],
    serverTime: number,
    mark: string | null,
  ): void;
  /** Who else is present in a thread. */
  presenceIn(teamId: string, threadId: string, exceptMemberId: string): Presence[];
  /** Answers `POST /v1/wait`; see `WaitingRoom.wait`. */
  wait(actor: Actor, request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  /** Ends all sockets of a device whose token has ended, in all processes. */
  closeDevice(teamId: string, deviceId: string): void;
  /** Ends all sockets of a member who was removed, in all processes. */
  closeMember(teamId: string, memberId: string): void;
  /** Does what the passing of time asks for; called by a timer of its own unless a test does. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export interface LiveHubOptions extends Pick<
  DoorOptions,
  'publicUrl' | 'helloWithinMs' | 'closeWithinMs' | 'strangersMax' | 'trustedProxies'
> {
  store: Database;
  clock: Clock;
  log: Logger;
  /** The line to other processes on the same database; none by default. */
  notifier?: Notifier;
  /** How often `tick` runs, ms; 0: never. */
  tickMs?: number;
  /** The longest that `wait` waits, ms. */
  waitMs?: number;
  /** Notices a database that was put back while this process runs. */
  restores?: Pick<RestoreWatch, 'look'>;
}

/** Makes a hub without sockets. */
export function createHub(options: LiveHubOptions): LiveHub {
  const { store, clock, log, notifier = noNotifier, tickMs = 1_000 } = options;
  const rooms = createTeamRooms(store, clock, log);
  const presence = createPresenceBoard();
  const frames = createRateLimiter(clock, FRAME_LIMIT);
  const hellos = createRateLimiter(clock, HELLO_LIMIT);
  const onError = (error: unknown) => log.error('live.failed', toErrorFields(error));
  const time = createDatabaseTime(store, clock, onError);
  const restores = options.restores ?? { look: async () => undefined };
  const watch = createWatch({ store, clock, rooms, restores, endDevice, onError });
  const waitingRoom = createWaitingRoom({
    store,
    clock,
    rooms,
    presence,
    tell,
    ...(options.waitMs === undefined ? {} : { waitMs: options.waitMs }),
  });
  const door = createDoor({ ...options, join, receive, onError });
  let heartbeatAt = clock.now() + HEARTBEAT_MS;

  function tell(news: PresenceNews): void {
    rooms.tellPresence(news);
    notifier.publish({ type: 'presence', ...presence.toTell(news, clock.now()) });
  }

  /** Null: not let in, and closed. */
  async function join(
    ws: WebSocket,
    hello: Extract<ClientFrame, { type: 'hello' }>,
  ): Promise<LiveSocket | null> {
    const actor = await authenticate(store, hello.token);
    await time.look();
    if (!actor) ws.close(CLOSE_UNAUTHORIZED, 'unauthorized');
    else if (!hellos.take(actor.deviceId)) ws.close(CLOSE_POLICY, 'too many hellos');
    if (!actor || ws.readyState !== ws.OPEN) return null;
    const now = clock.now();
    const socket = createLiveSocket(ws, actor, now);
    const room = rooms.enter(actor.teamId);
    room.sockets.add(socket);
    presence.enter(socket, actor.teamId, actor.memberId);
    ws.on('close', () => {
      room.sockets.delete(socket);
      rooms.leave(room);
      presence.leave(socket, clock.now()).forEach(tell);
    });
    limitDevice(room.sockets, actor.deviceId);
    socket.send({
      type: 'ready',
      serverTime: time.now(),
      presence: presence.list(actor.teamId, actor.memberId),
    });
    // Read after the socket is listed, so that no change falls between the two.
    const team = await loadTeam(store, actor.teamId);
    const head = team?.seq ?? 0;
    const { epoch, seq } = hello.cursor;
    if (head !== seq || team?.epoch !== epoch) socket.send({ type: 'poke', head });
    room.epoch ??= team?.epoch ?? null;
    room.feed.note(head);
    return socket;
  }

  function receive(socket: LiveSocket, frame: ClientFrame | null): void {
    socket.heardAt = clock.now();
    if (!frame || frame.type === 'hello' || !frames.take(socket.actor.deviceId)) {
      return socket.close(CLOSE_BAD_FRAME, 'bad frame');
    }
    if (frame.type !== 'presence') return;
    const news = presence.place(socket, frame.threadId, frame.kind, clock.now());
    if (news) tell(news);
  }

  /** Ends all that this process has of the devices that `isEnded` names. */
  function endDevice(
    room: TeamRoom,
    isEnded: (of: { deviceId: string; memberId: string }) => boolean,
  ) {
    for (const socket of room.sockets) {
      if (isEnded(socket.actor)) socket.close(CLOSE_UNAUTHORIZED, 'revoked');
    }
    for (const waiter of room.waiters) {
      if (isEnded(waiter)) waiter.revoke();
    }
  }

  function closeHere({ teamId, deviceId, memberId }: Extract<Hint, { type: 'closed' }>): void {
    const room = rooms.find(teamId);
    if (room) endDevice(room, (of) => of.deviceId === deviceId || of.memberId === memberId);
  }

  notifier.onHint((hint, from) => {
    if (hint.type === 'head') rooms.find(hint.teamId)?.feed.note(hint.head);
    else if (hint.type === 'closed') closeHere(hint);
    else {
      const news = presence.hear(from, hint, clock.now());
      if (news) rooms.tellPresence(news);
    }
  });

  function close(hint: Extract<Hint, { type: 'closed' }>): void {
    closeHere(hint);
    notifier.publish(hint);
  }

  function beat(socket: LiveSocket, now: number): void {
    if (now - socket.heardAt > SILENT_MS) return socket.close(CLOSE_POLICY, 'silent');
    socket.send({ type: 'hb', serverTime: time.now() });
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    // What others told runs out there too, so it is not passed on.
    presence.expire(now).forEach((news) => rooms.tellPresence(news));
    const sockets = rooms.list().flatMap((room) => [...room.sockets]);
    for (const socket of sockets) socket.checkPace(now);
    if (now >= heartbeatAt) {
      heartbeatAt = now + HEARTBEAT_MS;
      for (const socket of sockets) beat(socket, now);
      // After the beats, which do not wait for a database that is slow.
      if (sockets.length > 0) await time.look();
    }
    await watch.look();
  }

  const timer = tickMs === 0 ? undefined : setInterval(() => void tick(), tickMs).unref();

  return {
    attach: door.attach,
    publish(teamId, changes, serverTime, mark) {
      rooms.find(teamId)?.feed.publish({ changes, mark, serverTime });
      const head = changes.at(-1)?.seq;
      if (head !== undefined) notifier.publish({ type: 'head', teamId, head });
    },
    presenceIn: presence.listIn,
    wait: waitingRoom.wait,
    closeDevice: (teamId, deviceId) => close({ type: 'closed', teamId, deviceId }),
    closeMember: (teamId, memberId) => close({ type: 'closed', teamId, memberId }),
    tick,
    async close() {
      clearInterval(timer);
      door.close();
      waitingRoom.close();
      await notifier.close();
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
