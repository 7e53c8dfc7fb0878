/**
 * Draws a few elements at a time. To know how a page looks around one makes the browser settle all styles, and to put
 * anything into the page unsettles them: so those of one turn are measured together once a frame is done and asking costs
 * nothing, and drawn together as the next one begins.
 */
import { afterFrame } from './after-frame.ts';

/** So many are drawn in one go, where that is quick: a chip takes about a millisecond. */
const AT_ONCE = 8;
/** No more are drawn in this turn when so much of it has gone by, ms: the first chip makes much that the others have. */
const TURN_MS = 12;

export interface DrawQueue {
  /** Draws this element soon: with the next frame but one, or after those that wait. */
  add(element: Element): void;
  drop(element: Element): void;
}

export interface DrawQueueOptions<Measure> {
  doc: Document;
  measure(element: Element): Measure;
  draw(element: Element, measured: Measure): void;
  /** A clock that only goes forward, ms. */
  now?: () => number;
}

/** Starts with nothing to draw. */
export function createDrawQueue<Measure>(options: DrawQueueOptions<Measure>): DrawQueue {
  const { doc, measure, draw, now = () => performance.now() } = options;
  const waiting = new Set<Element>();
  let isAsked = false;

  const turn = () => {
    const some = [...waiting].slice(0, AT_ONCE).map((one) => [one, measure(one)] as const);
    asFrameBegins(doc, () => {
      const end = now() + TURN_MS;
      try {
        for (const [element, measured] of some) {
          // Some may have been dropped since they were measured.
          if (waiting.delete(element)) draw(element, measured);
          if (now() > end) break;
        }
      } finally {
        isAsked = waiting.size > 0;
        // What is timed as a frame begins comes when it is done.
        if (isAsked) setTimeout(turn, 0);
      }
    });
  };

  return {
    add(element) {
      waiting.add(element);
      if (isAsked) return;
      isAsked = true;
      afterFrame(doc, turn);
    },
    drop: (element) => void waiting.delete(element),
  };
}

/** What is drawn then is laid out with all else. Pages that nobody sees have no frames: there it is soon. */
function asFrameBegins(doc: Document, run: () => void): void {
  if (doc.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, 0);
}
