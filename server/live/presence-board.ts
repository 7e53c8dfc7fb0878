import type { Presence } from '#utils/model/thread.ts';
import { PRESENCE_TTL_MS } from '#utils/sync/wire.ts';
import { createSeating, findLiveliest } from './seats.ts';
import type { Seat } from './seats.ts';

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

/** Who looks at or types in which thread. */
export type PresenceBoard = ReturnType<typeof createPresenceBoard>;

/**
 * Who looks at or types in which thread, kept in memory only. A seat is a socket, or a name for what is none. A
 * member with several sockets counts once a thread: typing before looking before idle. Takes the time with every call.
 */
export function createPresenceBoard() {
  const seats = new Map<unknown, Seat>();
  const seating = createSeating();

  function standing(
    { teamId, memberId }: Pick<Seat, 'teamId' | 'memberId'>,
    threadId: string,
    isHereOnly = false,
  ): Presence | null {
    const own = seating.threadsOf(teamId).get(threadId)?.get(memberId);
    return own ? findLiveliest(own, threadId, isHereOnly) : null;
  }

  /** Those in one thread, except one member. */
  function listIn(teamId: string, threadId: string, exceptMemberId: string): Presence[] {
    const members = seating.threadsOf(teamId).get(threadId) ?? [];
    return [...members].flatMap(([memberId, own]) => {
      const here = memberId === exceptMemberId ? null : findLiveliest(own, threadId);
      return here ? [here] : [];
    });
  }

  /** Takes a seat away from a thread, and nothing else. */
  function rise(seat: Seat, threadId: string): void {
    seat.threads.delete(threadId);
    seating.remove(seat, threadId);
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
    if (kind === 'gone') rise(seat, threadId);
    else {
      // The last one again.
      seat.threads.delete(threadId);
      const since = before?.kind === kind ? before.since : times.since;
      seat.threads.set(threadId, { kind, since, endsAt: times.now + PRESENCE_TTL_MS });
      seating.add(seat, threadId);
      const [oldest] = seat.threads.keys();
      if (seat.threads.size > THREADS_PER_SOCKET && oldest !== undefined) rise(seat, oldest);
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
      const left = [...seat.threads.keys()];
      for (const threadId of left) rise(seat, threadId);
      return left.map((threadId) => toNews(seat, threadId, now));
    },

    /** Forgets what was not renewed in time; what to tell the others, once of each member and thread. */
    expire(now: number): PresenceNews[] {
      const over = new Map<string, { seat: Seat; threadId: string }>();
      for (const [socket, seat] of seats) {
        for (const [threadId, { endsAt }] of seat.threads) {
          if (endsAt > now) continue;
          rise(seat, threadId);
          over.set(`${seat.teamId} ${seat.memberId} ${threadId}`, { seat, threadId });
        }
        // What is no socket has nobody to say when it ends.
        if (typeof socket === 'string' && seat.threads.size === 0) seats.delete(socket);
      }
      return [...over.values()].map(({ seat, threadId }) => toNews(seat, threadId, now));
    },

    /** Everybody present in a team, except one member. */
    list: (teamId: string, exceptMemberId: string): Presence[] =>
      [...seating.threadsOf(teamId).keys()].flatMap((id) => listIn(teamId, id, exceptMemberId)),

    listIn,
  };
}
