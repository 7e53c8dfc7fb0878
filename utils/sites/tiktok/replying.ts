/**
 * Which comment a box answers: only a box inside the comment's own thread is certain. The box below all comments serves
 * for the video and, in some layouts, for answers too, and nothing in the page tells which.
 */
import { firstVisible } from '#utils/sites/dom/visibility.ts';
import { commentSelectors, findCommentPart } from './comment.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Six sources up to 2026-08. */
export const replySelectors = {
  box: '[data-e2e="comment-input"] [contenteditable="true"]',
  submit: '[data-e2e="comment-post"]',
  // Names of components inside hashed classes, 2023 on: a row, then a thread.
  thread:
    '[class*="DivCommentItemWrapper"], [class*="DivCommentItemContainer"], [class*="DivCommentObjectWrapper"]',
};

/** See `SiteAdapter.findReplyBox`. */
export function findTiktokReplyBox(element: Element): HTMLElement | null {
  const thread = element.closest(replySelectors.thread);
  const outer = thread?.parentElement?.closest(replySelectors.thread) ?? thread;
  const boxes = outer?.querySelectorAll<HTMLElement>(replySelectors.box) ?? [];
  return firstVisible([...boxes].filter((box) => findTiktokReplyTarget(box) === element));
}

/** See `SiteAdapter.findReplyTarget`. */
export function findTiktokReplyTarget(editable: Element): Element | null {
  const thread = editable.closest(replySelectors.box)?.closest(replySelectors.thread);
  const [text, other] = thread?.querySelectorAll(commentSelectors.text) ?? [];
  return text && !other ? findCommentPart(text) : null;
}

/** See `SiteAdapter.findSubmit`. */
export function findTiktokSubmit(box: HTMLElement): HTMLElement | null {
  for (let scope = parentOf(box); scope; scope = parentOf(scope)) {
    const button = scope.querySelector<HTMLElement>(replySelectors.submit);
    if (button || scope.matches(replySelectors.thread)) return button;
  }
  return null;
}
