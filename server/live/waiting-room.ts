import { createHash } from 'node:crypto';
import type { Presence } from '#utils/model/thread.ts';
import { WAIT_MS } from '#utils/sync/wire-live.ts';
import type { WaitRequest, WaitResponse } from '#utils/sync/wire-live.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from '../services/actor.ts';
import { unauthorized } from '../services/service-error.ts';
import { readNow } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { loadTeam } from '../store/teams.ts';
import type { PresenceBoard, PresenceNews } from './presence-board.ts';
import type { TeamRooms, Waiter } from './team-rooms.ts';

/** More than a browser ever has open; the oldest is answered. */
const WAITS_PER_DEVICE = 3;

export interface WaitingRoomParts {
  store: Database;
  clock: Clock;
  rooms: TeamRooms;
  presence: PresenceBoard;
  /** Tells the team, and other processes, where a member is now. */
  tell(news: PresenceNews): void;
  waitMs?: number;
}

/** The live channel for those whose network lets no WebSocket through. */
export interface WaitingRoom {
  /**
   * Resolves at once when there is something the asker does not know, else at news or after `WAIT_MS`, and when
   * `signal` says that the asker is gone. Throws `unauthorized` when the device ends meanwhile. The presence that the
   * request tells of lasts 30 s beyond it.
   */
  wait(actor: Actor, request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  /** Answers everybody. */
  close(): void;
}

interface Wait extends Waiter {
  isOver: boolean;
  isRevoked: boolean;
  /** Resolves at the next news. */
  news: Promise<void>;
}

/** Makes a room in which nobody waits. */
export function createWaitingRoom(parts: WaitingRoomParts): WaitingRoom {
  const { store, clock, rooms, presence, tell, waitMs = WAIT_MS } = parts;
  const waits = new Set<Wait>();

  function place({ teamId, memberId, deviceId }: Actor, places: WaitRequest['presence']): void {
    const seat = `wait ${teamId} ${deviceId}`;
    presence.enter(seat, teamId, memberId);
    const gone = new Set(presence.threadsOf(seat));
    for (const { threadId } of places) gone.delete(threadId);
    const now = clock.now();
    const all = [...places, ...[...gone].map((threadId) => ({ threadId, kind: 'gone' as const }))];
    for (const { threadId, kind } of all) {
      const news = presence.place(seat, threadId, kind, now);
      if (news) tell(news);
    }
  }

  /** What there is now; null when the asker knows all of it. */
  async function look(
    actor: Actor,
    request: WaitRequest,
    wait: Wait,
  ): Promise<WaitResponse | null> {
    const team = await loadTeam(store, actor.teamId);
    if (!team || wait.isRevoked) throw unauthorized();
    const others = presence.list(actor.teamId, actor.memberId);
    const presenceMark = toMark(others);
    const { epoch, seq } = request.cursor;
    const knowsAll =
      epoch === team.epoch && seq === team.seq && presenceMark === request.presenceMark;
    if (knowsAll && !wait.isOver) return null;
    const serverTime = await readNow(store);
    return { epoch: team.epoch, head: team.seq, presence: others, presenceMark, serverTime };
  }

  async function wait(
    actor: Actor,
    request: WaitRequest,
    signal: AbortSignal,
  ): Promise<WaitResponse> {
    const own = createWait(actor);
    const room = rooms.enter(actor.teamId);
    const end = () => {
      own.isOver = true;
      own.wake();
    };
    const timer = setTimeout(end, waitMs);
    signal.addEventListener('abort', end);
    waits.add(own);
    // In the room before looking, so that no news falls between the two.
    room.waiters.add(own);
    limitDevice(room.waiters, waits, actor.deviceId);
    try {
      place(actor, request.presence);
      for (;;) {
        const { news } = own;
        const answer = await look(actor, request, own);
        if (answer) return answer;
        await news;
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      waits.delete(own);
      room.waiters.delete(own);
      rooms.leave(room);
    }
  }

  return {
    wait,
    close() {
      for (const one of waits) {
        one.isOver = true;
        one.wake();
      }
    },
  };
}

function createWait({ memberId, deviceId }: Actor): Wait {
  let ring = () => {};
  const nextNews = () => new Promise<void>((resolve) => (ring = resolve));
  const own: Wait = {
    memberId,
    deviceId,
    isOver: false,
    isRevoked: false,
    news: nextNews(),
    wake() {
      const rung = ring;
      own.news = nextNews();
      rung();
    },
    revoke() {
      own.isRevoked = true;
      own.wake();
    },
  };
  return own;
}

function limitDevice(waiters: Set<Waiter>, waits: Set<Wait>, deviceId: string): void {
  const own = [...waits].filter((one) => one.deviceId === deviceId && waiters.has(one));
  for (const one of own.slice(0, -WAITS_PER_DEVICE)) {
    one.isOver = true;
    one.wake();
  }
}

/** Stands for who is where, not since when. */
function toMark(all: readonly Presence[]): string {
  const lines = all.map(({ memberId, threadId, kind }) => `${memberId} ${threadId} ${kind}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url').slice(0, 22);
}
