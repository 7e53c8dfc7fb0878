import { firstVisible, isVisible } from '#utils/sites/dom/visibility.ts';
import type { PagePosts } from './page-posts.ts';
import { findReferred } from './reply-reference.ts';
import { parentOf } from '../dom/neighbors.ts';

const EDITABLE =
  'textarea:not([readonly], [disabled]), [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';
const NO_COMPOSER = '[role="search"], [role="searchbox"], nav, form[action*="search" i]';
const SUBMIT = 'button[type="submit"], input[type="submit"], button:not([type])';
const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"]';
/** So far up from a box its button is looked for. */
const LEVELS = 6;

/** All visible editable elements in which a reply could be typed. */
export function findEditables(doc: Document): HTMLElement[] {
  return [...doc.querySelectorAll<HTMLElement>(EDITABLE)].filter(
    (one) => !one.closest(NO_COMPOSER) && isVisible(one),
  );
}

/**
 * The post that an editable answers: the one it refers to, the one it stands in, the one it follows; a box that
 * tells nothing answers the page's root post, if it is the only such box and stands behind it: what stands above is
 * for something else, such as a message to somebody, and nobody else's business.
 */
export function findAnswered(editable: Element, page: PagePosts, url: URL): Element | null {
  if (page.posts.length === 0 || editable.closest(NO_COMPOSER)) return null;
  const told = findTold(editable, page, url);
  if (told !== undefined) return told;
  const silent = findEditables(editable.ownerDocument).filter(
    (one) => findTold(one, page, url) === undefined,
  );
  const isOnly = silent.length === 1 && silent[0] === editable;
  return isOnly && page.root && isAfter(editable, page.root) ? page.root : null;
}

/** The control that sends: the form's own, else the nearest enabled button upward that is not of a toolbar. */
export function findSend(box: Element): HTMLElement | null {
  const form = box.closest('form');
  const own = form && firstVisible(form.querySelectorAll<HTMLElement>(SUBMIT));
  if (own) return own;
  let around = parentOf(box);
  for (let level = 0; around && level < LEVELS; level += 1, around = parentOf(around)) {
    const buttons = [...around.querySelectorAll<HTMLElement>(BUTTON)].filter((one) =>
      isSendable(one, box),
    );
    if (buttons.length > 0) return buttons.at(-1) ?? null;
  }
  return null;
}

function isSendable(button: Element, box: Element): boolean {
  return (
    !button.matches('[disabled], [aria-disabled="true"]') &&
    !button.closest('[role="toolbar"]') &&
    isAfter(button, box) &&
    isVisible(button)
  );
}

/** Undefined: the box tells nothing. Null: it tells something, but not of one post of this page for sure. */
function findTold(editable: Element, page: PagePosts, url: URL): Element | null | undefined {
  const referred = findReferred(editable, page, url);
  if (referred !== undefined) return referred;
  const holder =
    editable.closest(page.selector) ??
    page.posts.findLast((post) => post.contains(editable)) ??
    null;
  const isHeld = holder !== null && page.posts.includes(holder);
  if (isHeld && holder !== page.root) return holder;
  const followed = findFollowed(editable, page);
  if (followed !== undefined || !isHeld) return followed;
  // Above the answers that stand within it the root's own box; below them the box of the whole thread.
  const answer = holder.querySelector(page.selector);
  return !answer || isAfter(answer, editable) ? holder : undefined;
}

/** The post right before a box; null where that may as well be the box of the whole thread. */
function findFollowed(editable: Element, page: PagePosts): Element | null | undefined {
  const block = toBlock(editable, page);
  const post = block.previousElementSibling;
  if (!post || !page.posts.includes(post)) return undefined;
  if (holdsAll(post, page) || isBetween(block, page)) return post;
  const isHabit = findEditables(editable.ownerDocument).some((one) => {
    const other = toBlock(one, page);
    const before = other.previousElementSibling;
    return before !== null && page.posts.includes(before) && isBetween(other, page);
  });
  return isHabit ? post : null;
}

function holdsAll(post: Element, page: PagePosts): boolean {
  return page.posts.every((one) => post.contains(one));
}

function isBetween(block: Element, page: PagePosts): boolean {
  const next = block.nextElementSibling;
  const isInItem = block.parentElement?.matches('li, [role="listitem"]') ?? false;
  return isInItem || (next !== null && (next.matches(page.selector) || holdsPost(next, page)));
}

/** The largest part around a box that holds no post and stands in none other than the box itself. */
function toBlock(editable: Element, page: PagePosts): Element {
  let block = editable;
  for (let parent = parentOf(block); parent; parent = parentOf(parent)) {
    if (parent.matches(page.selector) || holdsPost(parent, page)) break;
    block = parent;
  }
  return block;
}

function holdsPost(element: Element, page: PagePosts): boolean {
  return element.querySelector(page.selector) !== null;
}

function isAfter(one: Element, other: Element): boolean {
  return (other.compareDocumentPosition(one) & 4) !== 0;
}
