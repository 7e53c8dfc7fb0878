import { findPrevious } from '#utils/sites/dom/previous.ts';

/** status.jsx, 2025-2026. */
export const threadSelectors = {
  focus: '.detailed-status',
  answer: '.status-reply.status--in-thread',
  branch: '.status--first-in-thread',
  line: '.status__line',
  lineGoesOn: '.status__line--full',
  list: '.item-list, .scrollable, .column',
};

/**
 * The status that one of a thread answers, from the order and the line that the page draws beside it
 * (status.jsx, 2025-2026): above the status in focus each answers the one before; below it one without
 * `status--first-in-thread` answers the one before, and one with it, whose line does not go on, the one in focus.
 * A branch whose line goes on could hang from either: null.
 */
export function findParent(
  element: Element,
  post: string,
  isPost: (element: Element) => boolean,
): Element | null {
  const isFocus = element.matches(threadSelectors.focus);
  if (!isFocus && !element.matches(threadSelectors.answer)) return null;
  const list = element.closest(threadSelectors.list);
  if (!list) return null;
  if (isFocus || !element.matches(threadSelectors.branch)) {
    return findPrevious(element, list, post, isPost);
  }
  const line = [...element.children].find((child) => child.matches(threadSelectors.line));
  if (!line || line.matches(threadSelectors.lineGoesOn)) return null;
  const focus = list.querySelector(threadSelectors.focus);
  const isBelow = focus && (focus.compareDocumentPosition(element) & 4) !== 0;
  return isBelow ? focus : null;
}
