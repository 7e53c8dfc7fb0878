import { findPrevious } from '#utils/sites/dom/previous.ts';

/** ThreadItemPost, January 2026. */
export const threadSelectors = {
  screen: '[data-testid="postThreadScreen"]',
  item: '[data-testid^="postThreadItem-by-"]',
  // Not a link, unlike all others.
  focus: '[data-testid^="postThreadItem-by-"]:not([role="link"])',
};

/**
 * The post that a post of a thread answers. The page does not say it; the order and the line drawn above a post do:
 * down to the post in focus each answers the one before; below it a post with a line to the one before answers that,
 * and one without answers the post in focus (linear view, ThreadItemPost, January 2026). Null in any other layout.
 */
export function findParent(element: Element): Element | null {
  const screen = element.closest(threadSelectors.screen);
  const focus = screen?.querySelector(threadSelectors.focus);
  if (!screen || !focus) return null;
  const isBelow = (focus.compareDocumentPosition(element) & 4) !== 0;
  const line = isBelow ? hasLineAbove(element) : true;
  if (line === null) return null;
  return line ? findPrevious(element, screen, threadSelectors.item) : focus;
}

/** True for a line to the post above, false for its empty place, null where the layout is another one. */
function hasLineAbove(element: Element): boolean | null {
  const header = element.firstElementChild;
  const place = header?.firstElementChild;
  if (!place || header.childElementCount !== 1 || place.textContent?.trim()) return null;
  if (place.childElementCount === 0) return false;
  const isLine = place.childElementCount === 1 && !place.firstElementChild?.firstElementChild;
  return isLine ? true : null;
}
