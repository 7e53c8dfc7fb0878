/** Work that stops after each step of a millisecond or so, and gives what it found at its end. */
export type Steps<Found> = Generator<undefined, Found, undefined>;

/** Does all steps at once. */
export function finish<Found>(steps: Steps<Found>): Found {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
