/**
 * Which box answers which post or comment, by place; where several comments stand near, by the name that LinkedIn
 * puts at the start of a reply. A box inside a comment's own body changes that comment and answers nothing.
 */
import { cleanLine } from '../dom/clean-text.ts';
import { parentOf } from '../dom/neighbors.ts';
import { readText } from '../dom/read-text.ts';
import { firstVisible } from '../dom/visibility.ts';
import { newSelectors, readOwner } from './new-parts.ts';
import { findUpdateAround, newUi } from './new-ui.ts';
import { oldUi } from './old-ui.ts';
import type { LinkedinReader } from './reader.ts';

/** Old: Quill, 2018 to 2026. New: TipTap since 2025-10; label and role are the same for posts and comments. */
export const boxSelectors = {
  oldBox: '.comments-comment-box .ql-editor[contenteditable="true"]',
  // fallback for pages where the form has no such frame
  oldFormBox: 'form.comments-comment-box__form .ql-editor[contenteditable="true"]',
  oldReply: '.comments-comment-box--reply',
  oldThread: '.comments-thread-entity',
  oldSubmit: 'button[class*="comments-comment-box__submit-button"]',
  newBox:
    ':is([data-view-name="comment-box"], [componentkey^="commentBox-"]) [contenteditable="true"][role="textbox"]',
  newList: '[data-component-type="LazyColumn"]',
  // The button has no mark that lasts but its place and that it is named by its text alone.
  newSubmit: 'button:not([aria-label])',
};

/** `Node.DOCUMENT_POSITION_FOLLOWING`, without asking a global. */
const FOLLOWING = 4;

/** See `SiteAdapter.findReplyBox`. */
export function findLinkedinReplyBox(element: Element, url: URL): HTMLElement | null {
  const { oldBox, oldFormBox, newBox } = boxSelectors;
  const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(
    `${oldBox}, ${oldFormBox}, ${newBox}`,
  );
  return firstVisible([...boxes].filter((box) => findLinkedinReplyTarget(box, url) === element));
}

/** See `SiteAdapter.findReplyTarget`. */
export function findLinkedinReplyTarget(editable: Element, url: URL): Element | null {
  const old = editable.closest(`${boxSelectors.oldBox}, ${boxSelectors.oldFormBox}`);
  if (old) return findOldTarget(old, url);
  const box = editable.closest(boxSelectors.newBox);
  return box && findNewTarget(box, url);
}

/** See `SiteAdapter.findSubmit`. */
export function findLinkedinSubmit(box: HTMLElement): HTMLElement | null {
  const form = box.closest('form');
  if (form) return form.querySelector<HTMLElement>(boxSelectors.oldSubmit);
  for (let scope = parentOf(box); scope; scope = parentOf(scope)) {
    if (scope.querySelector(`${newSelectors.text}, ${newSelectors.comment}`)) return null;
    for (const button of scope.querySelectorAll<HTMLElement>(boxSelectors.newSubmit)) {
      if (isBefore(box, button)) return button;
    }
  }
  return null;
}

function findOldTarget(box: Element, url: URL): Element | null {
  const comment = findOutermost(box, oldUi.selectors.comment);
  if (!box.closest(boxSelectors.oldReply)) {
    return comment ? null : findOutermost(box, oldUi.selectors.post);
  }
  const thread = comment ?? box.closest(boxSelectors.oldThread);
  if (!thread) return null;
  const inside = [...thread.querySelectorAll(oldUi.selectors.comment)];
  const comments = comment ? [comment, ...inside] : inside;
  const [only] = comments;
  return comments.length === 1 && only ? only : findNamed(oldUi, comments, box, url);
}

function findNewTarget(box: Element, url: URL): Element | null {
  const post = findUpdateAround(box);
  if (!post || readOwner(box) !== null) return null;
  const before = [...post.querySelectorAll(newSelectors.comment)].filter(
    (comment) => isBefore(comment, box) && newUi.takes(comment),
  );
  if (before.length === 0 || isBelowList(box, before)) return post;
  return findNamed(newUi, before, box, url);
}

/** True for a box that stands after the list with all comments, not in it. */
function isBelowList(box: Element, comments: readonly Element[]): boolean {
  return comments.every((comment) => {
    const list = comment.closest(boxSelectors.newList);
    return list !== null && !list.contains(box);
  });
}

/** The one comment whose author's name the box begins with; null when there is none or several. */
function findNamed(
  reader: LinkedinReader,
  comments: readonly Element[],
  box: Element,
  url: URL,
): Element | null {
  const start = cleanLine(readText(box)).replace(/^@/u, '').toLowerCase();
  const named = comments.filter((comment) => {
    const name = reader.readPost(comment, url)?.author.name?.toLowerCase();
    return name && start.startsWith(name) && !/^[\p{L}\p{N}]/u.test(start.slice(name.length));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

function findOutermost(element: Element, selector: string): Element | null {
  let outermost: Element | null = null;
  for (let one = element.closest(selector); one; one = parentOf(one)?.closest(selector) ?? null)
    outermost = one;
  return outermost;
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & FOLLOWING) !== 0;
}
