/** The parts of LinkedIn's React pages, and which comment each belongs to. */
import { readCommentUrn, type CommentUrn } from './urn.ts';

/** From the notes of six extensions, 2026-01 to 2026-10; no saved page has this interface. */
export const newSelectors = {
  post: '[role="listitem"], [data-view-name="feed-full-update"], [componentkey^="update-card-focus"]',
  text: '[data-testid="expandable-text-box"]',
  showMore: '[data-testid="expandable-text-button"]',
  profileLink: 'a[href*="/in/"], a[href*="/company/"], a[href*="/showcase/"], a[href*="/school/"]',
  // Several elements share the key of one comment; the outermost counts.
  comment:
    '[componentkey^="replaceableComment_urn:li:comment:"], [id^="replaceableComment_urn:li:comment:"]',
  // Keys that may name the post.
  keyed: '[componentkey]:not([componentkey*="urn:li:comment:"])',
  line: 'p, span',
  control: 'button, [role="button"]',
  // Controls ("…more"), and words for screen readers only.
  notText: 'button, [data-testid="expandable-text-button"], .visually-hidden',
};

/** The comment that an element stands for; null for any other element. */
export function readKeyed(element: Element): CommentUrn | null {
  if (!element.matches(newSelectors.comment)) return null;
  // Whatever attribute names it: the key has moved before.
  const urns = [...element.attributes].map(({ value }) => readCommentUrn(value));
  return urns.find((urn) => urn !== null) ?? null;
}

/** The URN of the comment that an element stands in, itself included. */
export function readOwner(element: Element | null): string | null {
  const comment = element?.closest(newSelectors.comment);
  if (!comment) return null;
  return readKeyed(comment)?.urn ?? readOwner(comment.parentElement);
}

/** Matches that belong to this post or comment itself: not to comments below it. */
export function findOwnAll(element: Element, selector: string): Element[] {
  const owner = readOwner(element);
  return [...element.querySelectorAll(selector)].filter((part) => readOwner(part) === owner);
}
