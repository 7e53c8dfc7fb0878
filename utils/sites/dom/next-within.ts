import { nextOf, parentOf } from './neighbors.ts';

/** What stands behind an element and all that is in it, in document order, within `end`; null behind the last. */
export function nextWithin(end: Element, element: Element): Element | null {
  for (let at: Element | null = element; at && at !== end; at = parentOf(at)) {
    const next = nextOf(at);
    if (next) return next;
  }
  return null;
}
