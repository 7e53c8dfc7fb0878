/**
 * Draws a few elements at a time. To know how a page looks around one makes the browser settle all styles, and to put
 * anything into the page unsettles them: so those of one turn are drawn together, and the page gets its own turn before
 * the next.
 */

/** So many are drawn in one go: a chip takes about a millisecond. */
const AT_ONCE = 8;

export interface DrawQueue {
  /** Draws this element soon: at the end of what runs now, or after those that wait. */
  add(element: Element): void;
  drop(element: Element): void;
}

export function createDrawQueue(
  doc: Document,
  draw: (elements: readonly Element[]) => void,
): DrawQueue {
  const waiting = new Set<Element>();
  let isAsked = false;

  const work = () => {
    isAsked = false;
    const some = [...waiting].slice(0, AT_ONCE);
    for (const element of some) waiting.delete(element);
    if (waiting.size > 0) {
      isAsked = true;
      inFrame(doc, work);
    }
    if (some.length > 0) draw(some);
  };

  return {
    add(element) {
      waiting.add(element);
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(work);
    },
    drop: (element) => void waiting.delete(element),
  };
}

/** As a frame begins: its styles are settled from the last one, and what is drawn now is laid out with all else. */
function inFrame(doc: Document, run: () => void): void {
  if (doc.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, 0);
}
