import { parentOf, previousOf } from './neighbors.ts';

/**
 * The nearest element before `element` in document order, inside `root`, that the test accepts (ancestors of
 * `element` do not count). Costs the distance, not the size of the page.
 */
export function findPrevious(
  element: Element,
  root: Element,
  selector: string,
  accepts: (found: Element) => boolean = () => true,
): Element | null {
  let current: Element | null = element;
  while (current && current !== root) {
    let sibling = previousOf(current);
    while (sibling) {
      const inside = [...sibling.querySelectorAll(selector)].toReversed().find(accepts);
      if (inside) return inside;
      if (sibling.matches(selector) && accepts(sibling)) return sibling;
      sibling = previousOf(sibling);
    }
    current = parentOf(current);
  }
  return null;
}
