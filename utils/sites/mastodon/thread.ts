import { findPrevious } from '#utils/sites/dom/previous.ts';

const FOCUS = '.detailed-status';
const LIST = '.item-list, .scrollable, .column';

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
  const isFocus = element.matches(FOCUS);
  if (!isFocus && !element.matches('.status-reply.status--in-thread')) return null;
  const list = element.closest(LIST);
  if (!list) return null;
  if (isFocus || !element.matches('.status--first-in-thread')) {
    return findPrevious(element, list, post, isPost);
  }
  const line = [...element.children].find((child) => child.matches('.status__line'));
  if (!line || line.matches('.status__line--full')) return null;
  const focus = list.querySelector(FOCUS);
  const isBelow = focus && (focus.compareDocumentPosition(element) & 4) !== 0;
  return isBelow ? focus : null;
}
