import { findStatusLink, postSelectors, readStatusPath, toStatusId } from './parts.ts';
import { nextOf, previousOf } from '../dom/neighbors.ts';

/** 2021 to 2026-10. */
export const threadSelectors = {
  // One line of a list: a post, a heading, a gap.
  cell: '[data-testid="cellInnerDiv"]',
  heading: 'h2, [role="heading"]',
};

/**
 * X writes no parent into the page. On a status page order tells: a post directly above the focused one is what
 * it answers, those below it answer it; below a heading ("Discover more") stand strangers.
 */
export function readXParentId(element: Element, url: URL, id: string): string | null {
  const focusedId = toStatusId(url);
  const cell = element.closest(threadSelectors.cell);
  if (!focusedId || !cell) return null;
  if (id === focusedId) return readCellId(cell.previousElementSibling, url);
  let below = true;
  for (let other = previousOf(cell); other; other = previousOf(other)) {
    const otherId = readCellId(other, url);
    if (otherId === focusedId) return below ? focusedId : null;
    if (!otherId && other.querySelector(threadSelectors.heading)) below = false;
  }
  // The focused post does not stand above: this is one of its ancestors, each of which answers the last.
  for (let other = nextOf(cell); other; other = nextOf(other)) {
    if (readCellId(other, url) === focusedId) return readCellId(cell.previousElementSibling, url);
  }
  return null;
}

function readCellId(cell: Element | null, url: URL): string | null {
  const post = cell?.querySelector(postSelectors.post);
  return (post && readStatusPath(findStatusLink(post), url)?.id) ?? null;
}
