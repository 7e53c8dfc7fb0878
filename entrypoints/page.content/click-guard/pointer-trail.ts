/** Where the person's pointer has been, and when they last scrolled. Only events that no script made count. */
import { now } from '#utils/platform/clock.ts';

const SCROLL_KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
  // Sites go from post to post by these.
  'j',
  'k',
]);

export interface PointerTrail {
  /** When the person last scrolled, swiped, pressed a key that scrolls, or resized; 0: never. */
  readonly scrolledAt: number;
  /** False when the pointer rested inside this box before the last event: then the box came to it. */
  cameFromOutside(box: DOMRect): boolean;
  stop(): void;
}

/** Follows the pointer over the whole page; `onMove` is told of each move. */
export function followPointer(doc: Document, onMove: () => void): PointerTrail {
  const end = new AbortController();
  let last: { x: number; y: number } | null = null;
  let scrolledAt = 0;
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) listener(event);
      },
      { capture: true, passive: true, signal: end.signal },
    );
  const scroll = () => {
    scrolledAt = now();
  };
  listen(doc, 'pointermove', (event) => {
    const { clientX, clientY } = event as PointerEvent;
    last = { x: clientX, y: clientY };
    onMove();
  });
  for (const type of ['wheel', 'touchmove']) listen(doc, type, scroll);
  listen(doc, 'keydown', (event) => {
    if (SCROLL_KEYS.has((event as KeyboardEvent).key)) scroll();
  });
  const view = doc.defaultView;
  if (view) listen(view, 'resize', scroll);
  return {
    get scrolledAt() {
      return scrolledAt;
    },
    cameFromOutside(box) {
      if (!last) return true;
      return last.x < box.left || last.x > box.right || last.y < box.top || last.y > box.bottom;
    },
    stop: () => end.abort(),
  };
}
