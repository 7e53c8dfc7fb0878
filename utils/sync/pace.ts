/** How much is asked for, or sent, at once: half as much after it took too long, then bit by bit more again. */
import { SlowLineError } from './team-client.ts';
import { PULL_MAX } from './wire.ts';

/** Facts of one push, in UTF-8 bytes: half of what the server takes, so that the rest of the request fits too. */
const PUSH_BYTES_MAX = 500_000;
/** What success adds: little, because what turns out to be too much costs a person a long wait. */
const GROWTH = 1 / 8;

export interface PortionSize {
  now(): number;
  halve(): void;
  grow(): void;
}

/** Of one browser; its worker's life long, for a new worker may be on another line. */
export interface Pace {
  /** Rows of a page that is asked for. */
  rows: PortionSize;
  /** UTF-8 bytes of facts in one push. */
  bytes: PortionSize;
}

const paces = new WeakMap<object, Pace>();

/** The pace of the browser with this database. */
export function paceOf(db: object): Pace {
  const known = paces.get(db);
  if (known) return known;
  const pace = { rows: createPortionSize(PULL_MAX), bytes: createPortionSize(PUSH_BYTES_MAX) };
  paces.set(db, pace);
  return pace;
}

/** Begins with `max`. */
export function createPortionSize(max: number): PortionSize {
  let size = max;
  return {
    now: () => size,
    halve() {
      size = Math.max(1, Math.floor(size / 2));
    },
    grow() {
      size = Math.min(max, size + Math.ceil(size * GROWTH));
    },
  };
}

/**
 * Asks for, or sends, as much as the line has carried lately. What takes too long is tried again with half as much:
 * at once where some of the answer came, for then the line is only slow; else that is for the next exchange.
 */
export async function atPace<T>(size: PortionSize, ask: (size: number) => Promise<T>): Promise<T> {
  for (;;) {
    const asked = size.now();
    try {
      const answer = await ask(asked);
      size.grow();
      return answer;
    } catch (error) {
      if (!(error instanceof SlowLineError)) throw error;
      size.halve();
      if (!error.hasBegun || asked === 1) throw error;
    }
  }
}
