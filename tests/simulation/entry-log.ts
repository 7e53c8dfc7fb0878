/** Library entries, which one browser saves once each: what becomes of them (P3, P6, P8, P11). */
import type { LoggedChange } from './claim-log.ts';
import { isForgotten } from './forgotten.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { World } from './world.ts';

interface Entry {
  id: string;
  browser: string;
  /** How old the server was then, as `World.aged`. */
  aged: number;
  /** Nobody can know: its removal was broken off in the middle. */
  isExcused: boolean;
  /** It is older than a restore of the server. */
  wasRestored: boolean;
  /** Browsers that removed it; one that was signed out may not have told anybody. */
  removedBy: string[];
}

export interface EntryLog {
  saved(id: string, browser: string, aged: number): void;
  /** Killed in the middle, it may have been stored or not. */
  removed(id: string, browser: string, isStored: boolean): void;
  restored(): void;
  /** Entries that their browser should see but does not. */
  findUnseen(world: World, browser: SimBrowser, shown: ReadonlySet<string>): string[];
  judge(world: World, log: readonly LoggedChange[]): string[];
}

export function createEntryLog(): EntryLog {
  const entries: Entry[] = [];
  let hasRestored = false;

  const ownOf = ({ name }: SimBrowser) => entries.filter(({ browser }) => browser === name);

  return {
    saved(id, browser, aged) {
      const rest = { isExcused: false, wasRestored: false, removedBy: [] };
      entries.push({ id, browser, aged, ...rest });
    },
    removed(id, browser, isStored) {
      for (const entry of entries) {
        if (entry.id !== id) continue;
        entry.isExcused ||= !isStored;
        if (isStored) entry.removedBy.push(browser);
      }
    },
    restored() {
      hasRestored = true;
      for (const entry of entries) entry.wasRestored = true;
    },
    findUnseen(world, browser, shown) {
      return ownOf(browser).flatMap((entry) => {
        const { id, removedBy, isExcused } = entry;
        const isExpected = removedBy.length === 0 && !isExcused && !browser.isRevoked;
        const isDue = isExpected && !isForgotten(world, entry);
        return isDue && !shown.has(id) ? [id] : [];
      });
    },
    judge(world, log) {
      const found: string[] = [];
      const { puts, present } = readLog(log);
      const revoked = new Set(
        world.browsers.flatMap(({ name, isRevoked }) => (isRevoked ? name : [])),
      );
      for (const browser of world.browsers) {
        let last = 0;
        for (const entry of ownOf(browser)) {
          const { id, isExcused, wasRestored, removedBy } = entry;
          const isRemoved = removedBy.length > 0;
          const isTold = removedBy.some((name) => !revoked.has(name));
          const times = puts.get(id) ?? [];
          // Copies of one profile that wait together for a server that was restored both tell it what waits.
          const isTwice = times.length > 1 && !(hasRestored && isCopied(world, browser));
          if (isTwice) found.push(`P3 ${id} took effect ${times.length} times`);
          if (isExcused || browser.isRevoked) continue;
          // Saved and removed in one push leaves only the removal.
          const isLost = times.length === 0 && !isRemoved && !isForgotten(world, entry);
          if (isLost) found.push(`P3 ${id} of ${browser.name} is lost`);
          // A removal that reaches a restored server before what it removes is told again finds nothing to remove.
          if (isTold && !wasRestored && present.has(id)) found.push(`P8 ${id} came back`);
          if (!isRemoved && times.length > 0 && !present.has(id)) found.push(`P3 ${id} is gone`);
          const [first = last] = times;
          if (first < last && !hasRestored) found.push(`P3 ${id} overtook an earlier fact`);
          last = first;
        }
      }
      return found;
    },
  };
}

function isCopied({ browsers }: World, { name, copyOf }: SimBrowser): boolean {
  return copyOf !== null || browsers.some((other) => other.copyOf === name);
}

/** When each entry was put, and which stand at the end. */
function readLog(log: readonly LoggedChange[]) {
  const puts = new Map<string, number[]>();
  const present = new Set<string>();
  for (const { kind, id, op, seq } of log) {
    if (kind !== 'library') continue;
    if (op === 'put') puts.set(id, [...(puts.get(id) ?? []), seq]);
    if (op === 'put') present.add(id);
    else present.delete(id);
  }
  return { puts, present };
}
