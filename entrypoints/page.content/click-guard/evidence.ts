/** The decision over one press, apart from how its evidence is gathered. All times are local clock, ms. */

/** How long a button must have been seen, in the same place, before it may be pressed. */
export const SEEN_MS = 500;
/** How long a button that came under a resting pointer must have been there; and focus on a chip, for keys. */
export const ARRIVED_MS = 150;
/** How long a press may wait for its evidence before it is refused. */
export const PATIENCE_MS = 1_200;

/** What is known of a press at one moment. */
export interface Evidence {
  now: number;
  pressedAt: number;
  /** Since when the button is seen without interruption; null: it is not known yet. */
  seenSince: number | null;
  /** It is covered, clipped or painted as nothing at this moment. */
  isHidden: boolean;
  /** When it was last found covered or tampered with; null: never. */
  lastHiddenAt: number | null;
  /** When the chip was there for the first time. */
  cameAt: number;
  /** When the chip was last found in another place, or for the first time. */
  movedAt: number;
  /** When that was seen without anybody having scrolled or resized. */
  movedByPageAt: number | null;
  /** When pointer or focus came to the button; null: it is not known. */
  arrivedAt: number | null;
  /** The pointer went to the button, rather than the button to the pointer; always true for touch. */
  wentThere: boolean;
  isTouch: boolean;
  isKeyboard: boolean;
}

/**
 * `go`: do it. `wait`: nothing speaks against it, but it is too soon to tell. `refuse`: somebody may have been
 * tricked into pressing.
 */
export type Verdict = 'go' | 'wait' | 'refuse';

/** Judges a press. Never `go` for a button that a person cannot have seen before pressing it. */
export function judgePress(evidence: Evidence): Verdict {
  const { now, pressedAt, seenSince, isHidden, lastHiddenAt, movedAt, movedByPageAt } = evidence;
  const since = pressedAt - SEEN_MS;
  if (isHidden) return 'refuse';
  if (lastHiddenAt !== null && lastHiddenAt > since) return 'refuse';
  if (movedByPageAt !== null && movedByPageAt > since) return 'refuse';
  // Scrolled since the press: the person is somewhere else already.
  if (movedAt > pressedAt) return 'refuse';
  const { arrivedAt, wentThere, isTouch, isKeyboard, cameAt } = evidence;
  // A chip that came where a finger taps or a pointer rests anyway; only a mouse that was moved to it was aimed at it.
  if (cameAt > since && !isKeyboard && (isTouch || !wentThere)) return 'refuse';
  const isArrived = arrivedAt !== null && arrivedAt <= (isKeyboard ? now : pressedAt) - ARRIVED_MS;
  if (!isArrived && !isKeyboard && !wentThere) return 'refuse';
  const isSeen = seenSince !== null && seenSince <= now - SEEN_MS && movedAt <= now - SEEN_MS;
  if (isSeen && (isArrived || !isKeyboard)) return 'go';
  return now - pressedAt > PATIENCE_MS ? 'refuse' : 'wait';
}
