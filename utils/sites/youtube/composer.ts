/**
 * Which comment box answers what: the one in a comment's own reply dialog, that comment; the one at the top of a
 * community post's page, that post. Below a video it answers nobody, and a comment being edited has no reply dialog.
 */
import { firstVisible } from '../dom/visibility.ts';

/** Desktop, 2022 to 2026 (ten extensions and test suites). The mobile box is not known well enough. */
export const composerSelectors = {
  box: 'ytd-commentbox #contenteditable-root',
  frame: 'ytd-commentbox',
  reply: 'ytd-comment-reply-dialog-renderer',
  opening: 'ytd-comment-simplebox-renderer',
  submit: '#submit-button button',
  // fallback until 2022
  oldSubmit: '#submit-button tp-yt-paper-button',
};

/** What the adapter knows of the page around a box. */
export interface PageParts {
  closestComment(element: Element): Element | null;
  /** The community post that the address is about. */
  findCommunityPost(doc: Document, url: URL): Element | null;
}

/** See `SiteAdapter.findReplyBox`. */
export function findCommentBox(element: Element, url: URL, page: PageParts): HTMLElement | null {
  const isComment = page.closestComment(element) === element;
  const scope = isComment ? element : element.ownerDocument;
  const boxes = scope.querySelectorAll<HTMLElement>(composerSelectors.box);
  return firstVisible([...boxes].filter((box) => findCommentTarget(box, url, page) === element));
}

/** See `SiteAdapter.findReplyTarget`. */
export function findCommentTarget(editable: Element, url: URL, page: PageParts): Element | null {
  if (!editable.matches(composerSelectors.box)) return null;
  const reply = editable.closest(composerSelectors.reply);
  if (reply) return page.closestComment(reply);
  if (!editable.closest(composerSelectors.opening)) return null;
  return page.findCommunityPost(editable.ownerDocument, url);
}

/** See `SiteAdapter.findSubmit`. */
export function findSend(box: HTMLElement): HTMLElement | null {
  const frame = box.closest(composerSelectors.frame);
  return (
    frame?.querySelector<HTMLElement>(composerSelectors.submit) ??
    frame?.querySelector<HTMLElement>(composerSelectors.oldSubmit) ??
    null
  );
}
