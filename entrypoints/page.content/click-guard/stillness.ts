/** Notices when a chip moves, and whether somebody scrolled or the page did it. */

/** Drift up to this is not a move, px: sites settle by fractions. */
const DRIFT = 2;
/** A move this long after a wheel, a swipe, a key or a resize is that one's doing, ms: smooth scrolling takes time. */
export const SCROLL_MS = 1_000;

export interface Place {
  left: number;
  top: number;
  width: number;
}

export interface Stillness {
  /** When the chip was found for the first time. */
  readonly cameAt: number;
  /** When it was last found in another place, or for the first time. */
  readonly movedAt: number;
  /** When it was last found in another place without anybody having scrolled; null: never. */
  readonly movedByPageAt: number | null;
  /** Looks where it is. `scrolledAt`: the person's last scrolling or resizing. */
  note(place: Place, now: number, scrolledAt: number): void;
}

/** Starts with the first place it is told of. */
export function createStillness(): Stillness {
  let anchor: Place | null = null;
  let cameAt = Infinity;
  let movedAt = 0;
  let movedByPageAt: number | null = null;
  return {
    get cameAt() {
      return cameAt;
    },
    get movedAt() {
      return movedAt;
    },
    get movedByPageAt() {
      return movedByPageAt;
    },
    note(place, now, scrolledAt) {
      if (anchor && isSame(anchor, place)) return;
      // Compared with where it came to rest, not with a moment ago: slow drift adds up to a move.
      const isFirst = anchor === null;
      anchor = { left: place.left, top: place.top, width: place.width };
      movedAt = now;
      if (isFirst) cameAt = now;
      else if (now - scrolledAt > SCROLL_MS) movedByPageAt = now;
    },
  };
}

function isSame(one: Place, other: Place): boolean {
  return (['left', 'top', 'width'] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= DRIFT,
  );
}
