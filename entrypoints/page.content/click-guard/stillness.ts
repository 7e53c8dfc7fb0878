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
  /** When the chip was last found in another place, or for the first time. */
  readonly movedAt: number;
  /** When it was last found in another place without anybody having scrolled; null: never. */
  readonly movedByPageAt: number | null;
  /** Looks where it is. `scrolledAt`: the person's last scrolling or resizing. */
  note(place: Place, now: number, scrolledAt: number): void;
}

/** Starts with the first place it is told of. A chip that has just come is as good as moved. */
export function createStillness(): Stillness {
  let anchor: Place | null = null;
  let movedAt = 0;
  let movedByPageAt: number | null = null;
  return {
    get movedAt() {
      return movedAt;
    },
    get movedByPageAt() {
      return movedByPageAt;
    },
    note(place, now, scrolledAt) {
      if (anchor && isSame(anchor, place)) return;
      // Compared with where it came to rest, not with a moment ago: slow drift adds up to a move.
      anchor = { left: place.left, top: place.top, width: place.width };
      movedAt = now;
      if (now - scrolledAt > SCROLL_MS) movedByPageAt = now;
    },
  };
}

function isSame(one: Place, other: Place): boolean {
  return (['left', 'top', 'width'] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= DRIFT,
  );
}
