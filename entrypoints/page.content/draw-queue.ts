/**
 * Draws a few elements at a time. To know how a page looks around one makes the browser settle all styles, and to put
 * anything into the page unsettles them: so those of one turn are measured together once a frame is done and asking costs
 * nothing, and drawn together as the next one begins.
 */
import { afterFrame } from './after-frame.ts';

/** So many are drawn in one go: a chip takes about a millisecond. */
const AT_ONCE = 8;

export interface DrawQueue {
  /** Draws this element soon: with the next frame but one, or after those that wait. */
  add(element: Element): void;
  drop(element: Element): void;
}

/** Starts with nothing to draw. `draw` is given elements with what `measure` told of each. */
export function createDrawQueue<Measure>(
  doc: Document,
  measure: (element: Element) => Measure,
  draw: (measured: readonly (readonly [Element, Measure])[]) => void,
): DrawQueue {
  const waiting = new Set<Element>();
  let isAsked = false;

  const turn = () => {
    const some = [...waiting].slice(0, AT_ONCE).map((one) => [one, measure(one)] as const);
    asFrameBegins(doc, () => {
      // Some may have been dropped since they were measured.
      const left = some.filter(([element]) => waiting.delete(element));
      isAsked = waiting.size > 0;
      // What is timed as a frame begins comes when it is done.
      if (isAsked) setTimeout(turn, 0);
      if (left.length > 0) draw(left);
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
