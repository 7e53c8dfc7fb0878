import { rotateIfBehind } from '../backup/notice-restore.ts';
import type { RestoreWatch } from '../backup/notice-restore.ts';
import type { Clock } from '../clock.ts';
import { listActiveDevices, listHeads } from '../store/live.ts';
import type { Database } from '../store/database.ts';
import type { TeamRoom, TeamRooms } from './team-rooms.ts';

/** How often the heads are read, ms: what every hint was lost of is passed on by then (reliability.md §4.7). */
const POLL_MS = 2_000;
/** How often it is asked whose token still stands, ms; a socket must be closed within 5 s (T17, F41). */
const CHECK_MS = 4_000;

export interface WatchParts {
  store: Database;
  clock: Clock;
  rooms: TeamRooms;
  restores: Pick<RestoreWatch, 'look'>;
  /** Ends what a room has of the devices that `isEnded` names. */
  endDevice(room: TeamRoom, isEnded: (of: { deviceId: string }) => boolean): void;
  onError(error: unknown): void;
}

/** Asks the store what no hint may have told: the safety net under the notifier, and under the command line. */
export function createWatch({ store, clock, rooms, restores, endDevice, onError }: WatchParts) {
  let pollAt = clock.now() + POLL_MS;
  let checkAt = clock.now() + CHECK_MS;
  let isLooking = false;

  async function poll(): Promise<void> {
    // Before the heads, which tell by a new epoch what this has noticed.
    await restores.look();
    // As it was before asking: what the answer does not reach by now is gone.
    const reached = new Map(rooms.list().map(({ teamId, feed }) => [teamId, feed.reached()]));
    for (const { teamId, epoch, seq } of await listHeads(store, [...reached.keys()])) {
      const room = rooms.find(teamId);
      if (!room) continue;
      const before = reached.get(teamId) ?? 0;
      const isOther = room.epoch !== null && room.epoch !== epoch;
      room.epoch = epoch;
      if (isOther || seq < before) room.feed.restart(seq);
      else room.feed.note(seq);
      if (!isOther && seq < before) await rotateIfBehind(store, { teamId, epoch, seq: before });
    }
  }

  async function check(): Promise<void> {
    for (const room of rooms.list()) {
      const present = [...room.sockets].map(({ actor }) => actor.deviceId);
      present.push(...[...room.waiters].map(({ deviceId }) => deviceId));
      // Who joins while this is asked is not in question.
      const asked = new Set(present);
      const active = await listActiveDevices(store, room.teamId);
      endDevice(room, ({ deviceId }) => asked.has(deviceId) && !active.has(deviceId));
    }
  }

  return {
    /** Does what is due; never fails, and never twice at once. */
    async look(): Promise<void> {
      const now = clock.now();
      if (isLooking || (now < pollAt && now < checkAt)) return;
      isLooking = true;
      const isPollDue = now >= pollAt;
      const isCheckDue = now >= checkAt;
      if (isPollDue) pollAt = now + POLL_MS;
      if (isCheckDue) checkAt = now + CHECK_MS;
      try {
        if (isPollDue) await poll();
        if (isCheckDue) await check();
      } catch (error) {
        onError(error);
      } finally {
        isLooking = false;
      }
    },
  };
}
