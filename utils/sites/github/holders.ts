/**
 * Where the posts of a page are. Issues are a React page with test ids; pull requests and discussions are written by
 * Rails, where header and text of a post stand in the smallest part that holds a text and a permalink.
 */
import { toPlace } from './address.ts';
import { parentOf } from '../dom/neighbors.ts';

/** React: 2025-05 in a saved page, classes exported to others. Rails: 2020–2026 in refined-github and userscripts. */
export const postSelectors = {
  reactOpening: '[data-testid="issue-body"], .react-issue-body',
  reactComment: '.react-issue-comment, [data-testid^="comment-viewer-outer-box-"]',
  reactHeader: '[data-testid="comment-header"]',
  reactText: '.markdown-body',
  railsText: '.js-comment-body',
  railsLink: 'a.js-timestamp[href], a[id$="-permalink"][href]',
  // A comment that moderators hid, unless somebody opened it; the two shapes take turns by `d-none`.
  folded:
    '.minimized-comment details:not([open]), .minimized-comment.d-none, .unminimized-comment.d-none, .js-preview-body',
};

/** So far up from a text its permalink is looked for. */
const LEVELS = 10;

/** The elements of all posts that are shown under `root`, in document order. */
export function findHolders(root: ParentNode): Element[] {
  const { reactOpening, reactComment, railsText } = postSelectors;
  const holders = new Set<Element>();
  for (const found of root.querySelectorAll(`${reactOpening}, ${reactComment}, ${railsText}`)) {
    const holder = toHolder(found);
    if (holder && !holder.closest(postSelectors.folded)) holders.add(holder);
  }
  return [...holders];
}

/** True for a post of an issue in the React page. */
export function isReact(holder: Element): boolean {
  return holder.matches(`${postSelectors.reactOpening}, ${postSelectors.reactComment}`);
}

/** The element of what was written; null while it is folded up. */
export function findText(holder: Element): Element | null {
  const { reactText, railsText } = postSelectors;
  return holder.querySelector(isReact(holder) ? reactText : railsText);
}

/** The link of a post to itself; of several in a part the first is its own, those of answers follow. */
export function findLink(holder: Element): Element | null {
  return holder.querySelector(postSelectors.railsLink);
}

/** The place of a comment in its thread; null for the opening of a React page and for what has none. */
export function findPlace(holder: Element): string | null {
  if (isReact(holder)) return toPlace(holder.querySelector(postSelectors.reactHeader)?.id);
  const link = findLink(holder);
  return toPlace(link?.getAttribute('href')) ?? toPlace(link?.id);
}

function toHolder(found: Element): Element | null {
  const { reactOpening, reactComment, railsText, railsLink } = postSelectors;
  if (!found.matches(railsText)) {
    // Both marks of a comment stand in each other.
    return found.parentElement?.closest(`${reactComment}, ${reactOpening}`) ? null : found;
  }
  let holder = parentOf(found);
  for (let level = 0; holder && level < LEVELS; level += 1, holder = parentOf(holder)) {
    const link = holder.querySelector(railsLink);
    if (!link) continue;
    // The text of a post whose permalink is missing must not pass for another's.
    const isHead = (link.compareDocumentPosition(found) & 4) !== 0;
    return isHead && holder.querySelector(railsText) === found ? holder : null;
  }
  return null;
}
