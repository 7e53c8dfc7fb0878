import type { Presence } from '#utils/model/thread.ts';

/** A socket of a member, or what else stands for one, and the threads it is present on. */
export interface Seat {
  teamId: string;
  memberId: string;
  /** At another server process, which tells of it. */
  isElsewhere: boolean;
  threads: Map<string, { kind: Presence['kind']; since: number; endsAt: number }>;
}

/** The seats of one thread, by member. */
type ThreadSeats = Map<string, Set<Seat>>;

/** With several seats, the liveliest of them counts. */
const rank: Record<Presence['kind'], number> = { idle: 1, looking: 2, typing: 3 };

/** Seats by team, thread and member, so that nobody is looked for among all of a server's. */
export function createSeating() {
  const teams = new Map<string, Map<string, ThreadSeats>>();

  return {
    /** Notes that a seat is present on a thread; again is as once. */
    add(seat: Seat, threadId: string): void {
      const threads = teams.get(seat.teamId) ?? new Map<string, ThreadSeats>();
      const members: ThreadSeats = threads.get(threadId) ?? new Map();
      const seats = members.get(seat.memberId) ?? new Set();
      teams.set(seat.teamId, threads.set(threadId, members.set(seat.memberId, seats.add(seat))));
    },

    /** Notes that a seat is not present on a thread any more. */
    remove(seat: Seat, threadId: string): void {
      const threads = teams.get(seat.teamId);
      const members = threads?.get(threadId);
      const seats = members?.get(seat.memberId);
      seats?.delete(seat);
      if (seats?.size === 0) members?.delete(seat.memberId);
      if (members?.size === 0) threads?.delete(threadId);
      if (threads?.size === 0) teams.delete(seat.teamId);
    },

    /** The threads of a team that somebody is present on, each with its seats. */
    threadsOf: (teamId: string): ReadonlyMap<string, ThreadSeats> => teams.get(teamId) ?? new Map(),
  };
}

/** What a member does on a thread, going by the seats they have there; null when by none. */
export function findLiveliest(
  seats: Iterable<Seat>,
  threadId: string,
  isHereOnly = false,
): Presence | null {
  let found: Presence | null = null;
  for (const { memberId, isElsewhere, threads } of seats) {
    const here = threads.get(threadId);
    if (!here || (isHereOnly && isElsewhere)) continue;
    if (found && rank[found.kind] >= rank[here.kind]) continue;
    found = { memberId, threadId, kind: here.kind, since: here.since };
  }
  return found;
}
