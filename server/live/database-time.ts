import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import type { Clock } from '../clock.ts';
import { readNow } from '../store/database.ts';
import type { Database } from '../store/database.ts';

/** The database's time, by which leases count, told without asking the database each time. */
export interface DatabaseTime {
  /** By the last look, ms; before the first one, the time of this machine. */
  now(): number;
  /** Looks at the database's clock, unless that was done within a heartbeat. While it is away the last look holds. */
  look(): Promise<void>;
}

/** Has not looked yet. */
export function createDatabaseTime(
  store: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): DatabaseTime {
  let offset = 0;
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const before = clock.now();
    try {
      const now = await readNow(store);
      const after = clock.now();
      offset = Math.round(now - (before + after) / 2);
      lookedAt = after;
    } catch (error) {
      onError(error);
    }
    looking = null;
  }

  return {
    now: () => clock.now() + offset,
    async look() {
      // Both ways, for this machine's clock may have been set back.
      if (Math.abs(clock.now() - lookedAt) < HEARTBEAT_MS) return;
      looking ??= ask();
      await looking;
    },
  };
}
