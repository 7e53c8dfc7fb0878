/**
 * Which box answers which post, by place: an editor in a dialog answers the post shown above it there; the box in
 * the page of a post answers that post; the box of the home page answers nothing.
 */
import { parentOf } from '../dom/neighbors.ts';
import { firstVisible, isVisible } from '../dom/visibility.ts';
import { findStatusLink, postSelectors, readStatusPath, toStatusId } from './parts.ts';

/** 2026-10. */
export const boxSelectors = {
  // Draft.js editor on wide layouts, a plain field on narrow ones. Wrappers share the prefix.
  editor:
    '[data-testid^="tweetTextarea_"][contenteditable="true"], textarea[data-testid^="tweetTextarea_"]',
  dialog: '[role="dialog"]',
  column: '[data-testid="primaryColumn"]',
  submit: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
};

/** `Node.DOCUMENT_POSITION_FOLLOWING`, without asking a global. */
const FOLLOWING = 4;

/** See `SiteAdapter.findReplyBox`. */
export function findXReplyBox(element: Element, url: URL): HTMLElement | null {
  const id = readId(element, url);
  if (!id) return null;
  const boxes = [...element.ownerDocument.querySelectorAll<HTMLElement>(boxSelectors.editor)];
  return firstVisible(
    boxes.filter((box) => {
      const target = findXReplyTarget(box, url);
      return target !== null && readId(target, url) === id;
    }),
  );
}

/** See `SiteAdapter.findReplyTarget`. */
export function findXReplyTarget(editable: Element, url: URL): Element | null {
  const box = editable.closest(boxSelectors.editor);
  if (!box) return null;
  const dialog = box.closest(boxSelectors.dialog);
  if (dialog) return findPostAbove(dialog, box);
  const column = box.closest(boxSelectors.column) ?? box.ownerDocument.body;
  // The narrow layout gives the composer a page of its own instead of a dialog.
  if (/^\/(?:compose|intent)\/post/u.test(url.pathname)) {
    return box.ownerDocument.querySelector(boxSelectors.dialog) ? null : findPostAbove(column, box);
  }
  const focusedId = toStatusId(url);
  if (!focusedId) return null;
  return (
    [...column.querySelectorAll(postSelectors.post)].find(
      (post) => readId(post, url) === focusedId,
    ) ?? null
  );
}

/** See `SiteAdapter.findSubmit`. */
export function findXSubmit(box: HTMLElement): HTMLElement | null {
  // The tool bar is not above the editor but beside one of its ancestors: the nearest that holds a button.
  for (let scope = parentOf(box); scope; scope = parentOf(scope)) {
    const button = scope.querySelector<HTMLElement>(boxSelectors.submit);
    if (button) return button;
    if (scope.matches(`${boxSelectors.dialog}, ${boxSelectors.column}`)) return null;
  }
  return null;
}

function findPostAbove(scope: Element, box: Element): Element | null {
  let above: Element | null = null;
  for (const post of scope.querySelectorAll(postSelectors.post)) {
    const isAbove = post.compareDocumentPosition(box) & FOLLOWING;
    if (isAbove && isVisible(post)) above = post;
  }
  return above;
}

function readId(post: Element, url: URL): string | null {
  return readStatusPath(findStatusLink(post), url)?.id ?? null;
}
