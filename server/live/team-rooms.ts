import type { Change } from '#utils/sync/wire.ts';
import type { ServerFrame } from '#utils/sync/wire-live.ts';
import type { Clock } from '../clock.ts';
import { toErrorFields } from '../log.ts';
import type { Logger } from '../log.ts';
import { listFollowing } from '../store/changes.ts';
import { readNow } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import type { LiveSocket } from './live-socket.ts';
import type { PresenceNews } from './presence-board.ts';
import { createTeamFeed } from './team-feed.ts';
import type { TeamFeed } from './team-feed.ts';

/** Somebody who waits for news without a socket (`POST /v1/wait`). */
export interface Waiter {
  memberId: string;
  deviceId: string;
  /** There is something new. */
  wake(): void;
  /** The device may not act any more. */
  revoke(): void;
}

/** Who of one team is connected to this process. */
export interface TeamRoom {
  teamId: string;
  sockets: Set<LiveSocket>;
  waiters: Set<Waiter>;
  feed: TeamFeed;
  /** The history that is passed on; null before it was asked for. */
  epoch: string | null;
}

/** The rooms of the teams that somebody is connected of; others have none. */
export interface TeamRooms {
  enter(teamId: string): TeamRoom;
  /** Gives the room up if nobody is left in it. */
  leave(room: TeamRoom): void;
  find(teamId: string): TeamRoom | undefined;
  list(): TeamRoom[];
  /** Tells a team where one of them is; not that member. */
  tellPresence(news: PresenceNews): void;
}

/** Makes rooms as they are needed. */
export function createTeamRooms(store: Database, clock: Clock, log: Logger): TeamRooms {
  const rooms = new Map<string, TeamRoom>();

  function wakeAll({ waiters }: TeamRoom): void {
    for (const waiter of waiters) waiter.wake();
  }

  function send(
    room: TeamRoom,
    { seq: from, mark }: { seq: number; mark: string },
    changes: readonly Change[],
    serverTime: number,
  ): void {
    wakeAll(room);
    const head = changes.at(-1)?.seq ?? from;
    const place = { from, mark, ...(room.epoch === null ? {} : { epoch: room.epoch }) };
    const frame: ServerFrame = { type: 'changes', ...place, changes: [...changes], serverTime };
    const json = JSON.stringify(frame);
    for (const socket of room.sockets) socket.sendChanges(json, head, clock.now());
  }

  function poke(room: TeamRoom, head: number): void {
    wakeAll(room);
    for (const socket of room.sockets) socket.send({ type: 'poke', head });
  }

  function createRoom(teamId: string): TeamRoom {
    const feed = createTeamFeed({
      load: async (afterSeq, limit) => ({
        ...(await listFollowing(store, teamId, afterSeq, limit)),
        serverTime: await readNow(store),
      }),
      send: (from, changes, serverTime) => send(room, from, changes, serverTime),
      poke: (head) => poke(room, head),
      onError: (error) => log.error('live.failed', { teamId, ...toErrorFields(error) }),
    });
    const room: TeamRoom = { teamId, sockets: new Set(), waiters: new Set(), feed, epoch: null };
    return room;
  }

  return {
    enter(teamId) {
      const room = rooms.get(teamId) ?? createRoom(teamId);
      rooms.set(teamId, room);
      return room;
    },
    leave(room) {
      if (room.sockets.size + room.waiters.size > 0) return;
      if (rooms.get(room.teamId) === room) rooms.delete(room.teamId);
    },
    find: (teamId) => rooms.get(teamId),
    list: () => [...rooms.values()],
    tellPresence({ teamId, ...news }) {
      const room = rooms.get(teamId);
      if (!room) return;
      const frame: ServerFrame = { type: 'presence', ...news };
      const json = JSON.stringify(frame);
      const now = clock.now();
      for (const socket of room.sockets) {
        if (socket.actor.memberId !== news.memberId) socket.sendHint(json, now);
      }
      for (const waiter of room.waiters) {
        if (waiter.memberId !== news.memberId) waiter.wake();
      }
    },
  };
}
