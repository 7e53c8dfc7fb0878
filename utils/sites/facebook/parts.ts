/** Which elements are posts and comments of Facebook, and which parts are their own: comments stand inside posts. */
import { readCommentLink } from './address.ts';
import { toCommentKind } from './words.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Seen 2025-11 in a saved page of a post, and 2025-12 to 2026-08 in five extensions. Class names are all hashed. */
export const partSelectors = {
  article: '[role="article"]',
  // Which of them has a post differs between accounts and pages.
  unit: '[role="feed"] > div, [role="article"], [aria-posinset], [aria-describedby][aria-labelledby]:not([role="dialog"])',
  name: '[data-ad-rendering-role="profile_name"]',
  message:
    '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]',
  commentLink: 'a[href*="comment_id="]',
  link: 'a[href]',
  // Posts that are opened over a page, and pages of one post, have comments and their box beside the post.
  frame: '[role="dialog"], [role="main"]',
  // "See more" and other controls within a text.
  control: '[role="button"], button',
  bodyLine: 'div[dir="auto"]',
  body: 'span[dir="auto"]',
  // The row below a post, 2026.
  commentButton: '[data-ad-rendering-role="comment_button"]',
};

/** `Node.DOCUMENT_POSITION_FOLLOWING`, without asking a global. */
const FOLLOWING = 4;

/** Any address does: only the parameters count. */
const BASE = new URL('https://www.facebook.com/');

/** True for the article of a comment, told by an address that names it, else by its label. */
export function isComment(element: Element): boolean {
  if (!element.matches(partSelectors.article) || element.hasAttribute('aria-posinset'))
    return false;
  if (toCommentKind(element.getAttribute('aria-label'))) return true;
  return [...element.querySelectorAll(partSelectors.commentLink)].some(
    (link) =>
      link.closest(partSelectors.article) === element &&
      readCommentLink(link.getAttribute('href'), BASE) !== null,
  );
}

/** True for the outermost element of a post; those that are empty while out of sight are none. */
export function isPost(element: Element): boolean {
  if (!looksLikePost(element)) return false;
  let around = element.parentElement?.closest(partSelectors.unit);
  while (around && !looksLikePost(around)) {
    around = parentOf(around)?.closest(partSelectors.unit);
  }
  return !around;
}

/** The outermost post that holds an element, itself included. */
export function findPostAround(element: Element | null): Element | null {
  let found: Element | null = null;
  let unit = element?.closest(partSelectors.unit) ?? null;
  while (unit) {
    if (looksLikePost(unit)) found = unit;
    unit = parentOf(unit)?.closest(partSelectors.unit) ?? null;
  }
  return found;
}

/** The post that holds an element, else the only one of the dialog or page around it. */
export function findPostOf(element: Element): Element | null {
  const around = findPostAround(element);
  if (around) return around;
  const frame = element.closest(partSelectors.frame);
  const posts = [...(frame?.querySelectorAll(partSelectors.unit) ?? [])].filter(isPost);
  return posts.length === 1 ? (posts[0] ?? null) : null;
}

function looksLikePost(element: Element): boolean {
  const { unit, name, message } = partSelectors;
  if (!element.matches(unit) || isComment(element)) return false;
  return findOwn(element, `${name}, ${message}`) !== null;
}

/** Matches of a post or comment itself, outermost only: not those of comments in it. */
export function findOwnAll(element: Element, selector: string): Element[] {
  return [...element.querySelectorAll(selector)].filter((part) => isOwn(part, element, selector));
}

/** The first of them, or null. */
export function findOwn(element: Element, selector: string): Element | null {
  for (const part of element.querySelectorAll(selector)) {
    if (isOwn(part, element, selector)) return part;
  }
  return null;
}

function isOwn(part: Element, element: Element, selector: string): boolean {
  const around = part.parentElement?.closest(selector);
  if (around && around !== element && element.contains(around)) return false;
  const article = part.closest(partSelectors.article);
  if (!article || article === element || !element.contains(article)) return true;
  return !isComment(article) && !isComment(element);
}

/** True when the one stands before the other in the page. */
export function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & FOLLOWING) !== 0;
}
