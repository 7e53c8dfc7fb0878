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
  /** At another server process, which tells of it. */
  isElsewhere: boolean;
  threads: Map<string, { kind: Presence['kind']; since: number; endsAt: number }>;
}

/** Who looks at or types in which thread. */
export type PresenceBoard = ReturnType<typeof createPresenceBoard>;

/**
 * Who looks at or types in which thread, kept in memory only. A seat is a socket, or a name for what is none. A member with several sockets counts once a
 * thread: typing before looking before idle. Takes the time with every call.
 */
export function createPresenceBoard() {
  const seats = new Map<unknown, Seat>();

  function standing(
    { teamId, memberId }: Pick<Seat, 'teamId' | 'memberId'>,
    threadId: string,
    isHereOnly = false,
  ): Presence | null {
    let found: Presence | null = null;
    for (const seat of seats.values()) {
      if (seat.teamId !== teamId || seat.memberId !== memberId) continue;
      if (isHereOnly && seat.isElsewhere) continue;
      const here = seat.threads.get(threadId);
      if (!here || (found && rank[found.kind] >= rank[here.kind])) continue;
      found = { memberId, threadId, kind: here.kind, since: here.since };
    }
    return found;
  }

  function toNews(
    seat: Pick<Seat, 'teamId' | 'memberId'>,
    threadId: string,
    now: number,
    isHereOnly = false,
  ): PresenceNews {
    const { teamId, memberId } = seat;
    const here = standing(seat, threadId, isHereOnly);
    return { teamId, memberId, threadId, kind: here?.kind ?? 'gone', since: here?.since ?? now };
  }

  function sit(
    seat: Seat,
    threadId: string,
    kind: Presence['kind'] | 'gone',
    times: { now: number; since: number },
  ): PresenceNews | null {
    const before = seat.threads.get(threadId);
    if (kind === 'gone' && !before) return null;
    seat.threads.delete(threadId);
    if (kind !== 'gone') {
      const since = before?.kind === kind ? before.since : times.since;
      seat.threads.set(threadId, { kind, since, endsAt: times.now + PRESENCE_TTL_MS });
      const [oldest] = seat.threads.keys();
      if (seat.threads.size > THREADS_PER_SOCKET && oldest) seat.threads.delete(oldest);
    }
    return toNews(seat, threadId, times.now);
  }

  function enter(socket: unknown, teamId: string, memberId: string, isElsewhere = false): Seat {
    const seat = seats.get(socket) ?? { teamId, memberId, isElsewhere, threads: new Map() };
    seats.set(socket, seat);
    return seat;
  }

  return {
    /** A socket of a member, or what else stands for one, from now on. */
    enter(socket: unknown, teamId: string, memberId: string): void {
      enter(socket, teamId, memberId);
    },

    /** Notes where a member is; what to tell the others, also when it is only a renewal. */
    place(
      socket: unknown,
      threadId: string,
      kind: Presence['kind'] | 'gone',
      now: number,
    ): PresenceNews | null {
      const seat = seats.get(socket);
      return seat ? sit(seat, threadId, kind, { now, since: now }) : null;
    },

    /** The threads that a socket is present on. */
    threadsOf: (socket: unknown): string[] => [...(seats.get(socket)?.threads.keys() ?? [])],

    /** Takes what another process tells; what to tell one's own sockets. */
    hear(process: string, told: PresenceNews, now: number): PresenceNews | null {
      const { teamId, memberId, threadId, kind, since } = told;
      const seat = enter(`${process} ${teamId} ${memberId}`, teamId, memberId, true);
      return sit(seat, threadId, kind, { now, since });
    },

    /** What to tell other processes of news: where the member is as far as this one knows by itself. */
    toTell: ({ teamId, memberId, threadId }: PresenceNews, now: number): PresenceNews =>
      toNews({ teamId, memberId }, threadId, now, true),

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
      for (const [socket, seat] of seats) {
        for (const [threadId, { endsAt }] of seat.threads) {
          if (endsAt > now) continue;
          seat.threads.delete(threadId);
          news.push(toNews(seat, threadId, now));
        }
        // What is no socket has nobody to say when it ends.
        if (typeof socket === 'string' && seat.threads.size === 0) seats.delete(socket);
      }
      return news;
    },

    /** Everybody present in a team, except one member. */
    list(teamId: string, exceptMemberId: string): Presence[] {
      const found = new Map<string, Presence>();
      for (const seat of seats.values()) {
        if (seat.teamId !== teamId || seat.memberId === exceptMemberId) continue;
        for (const threadId of seat.threads.keys()) {
          const here = standing(seat, threadId);
          if (here) found.set(`${seat.memberId} ${threadId}`, here);
        }
      }
      return [...found.values()];
    },
  };
}
