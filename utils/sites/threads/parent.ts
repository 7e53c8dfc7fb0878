/**
 * What a post of Threads answers. The page does not write it down: a line joins the posts of a chain, each of which
 * answers the one above; in the page of a post, the chains below it answer that post, up to the next words that stand
 * between posts ("Related threads").
 */
import { findPrevious } from '#utils/sites/dom/previous.ts';
import { readLine } from '#utils/sites/dom/read-text.ts';
import { findOwn, findPath, postSelectors, toPostPath } from './post.ts';

/** The code of the post that this one answers; null where the page does not show it. */
export function findThreadsParent(post: Element, url: URL, code: string): string | null {
  const before = findChained(post);
  const answered = before && findPath(before, url)?.code;
  if (answered) return answered === code ? null : answered;
  const focused = toPostPath(url)?.code;
  if (!focused || focused === code || post.closest('[role="dialog"]')) return null;
  const root = post.ownerDocument.body;
  const border = findPrevious(
    post,
    root,
    `${postSelectors.post}, ${postSelectors.heading}`,
    (found) => (isPost(found) ? findPath(found, url)?.code === focused : isLooseText(found)),
  );
  return border && isPost(border) ? focused : null;
}

/** The post right above in the same chain. Each stands in a wrapper of its own (saved profile, 2025-12). */
function findChained(post: Element): Element | null {
  const wrapper = post.parentElement?.previousElementSibling;
  if (!wrapper || wrapper.childElementCount !== 1) return null;
  const before = wrapper.firstElementChild;
  const isChained =
    before !== null && isPost(before) && findOwn(before, postSelectors.chainLine).length > 0;
  return isChained ? before : null;
}

function isPost(element: Element): boolean {
  return element.matches(postSelectors.post);
}

/** Words between posts, other than those of a control. */
function isLooseText(element: Element): boolean {
  const isInside = element.closest(`${postSelectors.post}, ${postSelectors.control}`) !== null;
  return !isInside && !element.querySelector(postSelectors.control) && readLine(element) !== '';
}
