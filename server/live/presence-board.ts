import type { Presence } from '#utils/model/thread.ts';
import { PRESENCE_TTL_MS } from '#utils/sync/wire.ts';

/** Threads that one socket may be present on; older ones are forgotten. */
const THREADS_PER_SOCKET = 20;

/** What to tell a team: where one member is now. */
export interface PresenceNews {
  teamId: string;
  memberId: string;
  threadId: string;
  kind: Presence['kind'] | 'gone';
  since: number;
}

/** With several sockets, the liveliest of them counts. */
const rank: Record<Presence['kind'], number> = { idle: 1, looking: 2, typing: 3 };

interface Seat {
  teamId: string;
  memberId: string;
  threads: Map<string, { kind: Presence['kind']; since: number; endsAt: number }>;
}

/**
 * Who looks at or types in which thread, kept in memory only. A member with several sockets counts once a
 * thread: typing before looking before idle. Takes the time with every call.
 */
export function createPresenceBoard() {
  const seats = new Map<unknown, Seat>();

  function standing(teamId: string, memberId: string, threadId: string): Presence | null {
    let found: Presence | null = null;
    for (const seat of seats.values()) {
      if (seat.teamId !== teamId || seat.memberId !== memberId) continue;
      const here = seat.threads.get(threadId);
      if (!here || (found && rank[found.kind] >= rank[here.kind])) continue;
      found = { memberId, threadId, kind: here.kind, since: here.since };
    }
    return found;
  }

  function toNews(seat: Seat, threadId: string, now: number): PresenceNews {
    const { teamId, memberId } = seat;
    const here = standing(teamId, memberId, threadId);
    return { teamId, memberId, threadId, kind: here?.kind ?? 'gone', since: here?.since ?? now };
  }

  return {
    /** A socket of a member, from now on. */
    enter(socket: unknown, teamId: string, memberId: string): void {
      seats.set(socket, { teamId, memberId, threads: new Map() });
    },

    /** Notes where a member is; what to tell the others, also when it is only a renewal. */
    place(
      socket: unknown,
      threadId: string,
      kind: Presence['kind'] | 'gone',
      now: number,
    ): PresenceNews | null {
      const seat = seats.get(socket);
      if (!seat) return null;
      const before = seat.threads.get(threadId);
      if (kind === 'gone' && !before) return null;
      seat.threads.delete(threadId);
      if (kind !== 'gone') {
        const since = before?.kind === kind ? before.since : now;
        seat.threads.set(threadId, { kind, since, endsAt: now + PRESENCE_TTL_MS });
        const [oldest] = seat.threads.keys();
        if (seat.threads.size > THREADS_PER_SOCKET && oldest) seat.threads.delete(oldest);
      }
      return toNews(seat, threadId, now);
    },

    /** Takes a socket away; what to tell the others. */
    leave(socket: unknown, now: number): PresenceNews[] {
      const seat = seats.get(socket);
      if (!seat) return [];
      seats.delete(socket);
      return [...seat.threads.keys()].map((threadId) => toNews(seat, threadId, now));
    },

    /** Forgets what was not renewed in time; what to tell the others. */
    expire(now: number): PresenceNews[] {
      const news: PresenceNews[] = [];
      for (const seat of seats.values()) {
        for (const [threadId, { endsAt }] of seat.threads) {
          if (endsAt > now) continue;
          seat.threads.delete(threadId);
          news.push(toNews(seat, threadId, now));
        }
      }
      return news;
    },

    /** Everybody present in a team, except one member. */
    list(teamId: string, exceptMemberId: string): Presence[] {
      const found = new Map<string, Presence>();
      for (const seat of seats.values()) {
        if (seat.teamId !== teamId || seat.memberId === exceptMemberId) continue;
        for (const threadId of seat.threads.keys()) {
          const here = standing(teamId, seat.memberId, threadId);
          if (here) found.set(`${seat.memberId} ${threadId}`, here);
        }
      }
      return [...found.values()];
    },
  };
}
