/**
 * The last press of a person. Scripts can submit a form, and the browser calls it its own: only a press there shows
 * that a person did.
 */
import { now } from '#utils/platform/clock.ts';

/** A site may look a text over before it submits it; a press that was longer ago is not what submits it, ms. */
const PRESS_MS = 5_000;

export interface LastPress {
  /** Keeps what was pressed, unless the page made the event. */
  note(event: Event): void;
  /** True when one of these was just pressed, or something in it. */
  wasAt(nodes: readonly (EventTarget | null | undefined)[]): boolean;
}

/** Starts without a press. */
export function createLastPress(): LastPress {
  let last: { path: EventTarget[]; at: number } | null = null;
  return {
    note(event) {
      if (event.isTrusted) last = { path: event.composedPath(), at: now() };
    },
    wasAt(nodes) {
      if (!last || now() - last.at > PRESS_MS) return false;
      const { path } = last;
      return nodes.some((one) => one && path.includes(one));
    },
  };
}
