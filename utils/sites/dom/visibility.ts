import { parentOf } from './neighbors.ts';

const HIDDEN_SCREEN = '[hidden], [style*="display: none"], [style*="display:none"]';

/**
 * True inside a part that the page keeps but does not show (a hidden attribute or an inline `display: none`
 * on it or above it). One native look-up, cheap enough for every post of a feed.
 */
export function isOnHiddenScreen(element: Element): boolean {
  return element.closest(HIDDEN_SCREEN) !== null;
}

/** True when people can see the element. Asks for layout where the DOM has it: for single controls only. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected || isOnHiddenScreen(element)) return false;
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

/** The first of the elements that people can see, or null. */
export function firstVisible<E extends Element>(elements: Iterable<E>): E | null {
  for (const element of elements) if (isVisible(element)) return element;
  return null;
}

/** Those that stand on no hidden screen. Asks once for all that stand in the same place, as the posts of a list do. */
export function keepShown(elements: Iterable<Element>): Element[] {
  const hidden = new Map<Element | null, boolean>();
  return [...elements].filter((element) => {
    const around = parentOf(element);
    const isAroundHidden = hidden.get(around) ?? (around !== null && isOnHiddenScreen(around));
    hidden.set(around, isAroundHidden);
    return !isAroundHidden && !element.matches(HIDDEN_SCREEN);
  });
}
