/**
 * Which box answers which post. All boxes carry the same label; only the placeholder of one that answers names whom it
 * answers. In a dialog it answers the post shown above it, in the page of a post that post.
 */
import { firstVisible, isVisible } from '#utils/sites/dom/visibility.ts';
import { readLine } from '#utils/sites/dom/read-text.ts';
import { findPath, postSelectors, toPostPath } from './post.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Lexical editor, six sources up to 2026-01. */
export const replySelectors = {
  box: '[role="textbox"][contenteditable="true"]',
  dialog: '[role="dialog"]',
  region: '[role="region"]',
  // Without a test id, and its words are translated: a button of words, without an icon.
  button: 'button, [role="button"]',
};

/** See `SiteAdapter.findReplyBox`. */
export function findThreadsReplyBox(
  element: Element,
  url: URL,
  findPosts: () => Element[],
): HTMLElement | null {
  const code = findPath(element, url)?.code;
  if (!code) return null;
  const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(replySelectors.box);
  return firstVisible(
    [...boxes].filter((box) => {
      const target = findThreadsReplyTarget(box, url, findPosts);
      return target !== null && findPath(target, url)?.code === code;
    }),
  );
}

/** See `SiteAdapter.findReplyTarget`; the posts of the page are asked for only where there is a box. */
export function findThreadsReplyTarget(
  editable: Element,
  url: URL,
  findPosts: () => Element[],
): Element | null {
  const box = editable.closest(replySelectors.box);
  if (!box) return null;
  const posts = findPosts();
  const isNamed = (post: Element) => isNamedBy(box, findPath(post, url)?.handle);
  const dialog = box.closest(replySelectors.dialog);
  if (!dialog) {
    const focused = toPostPath(url)?.code;
    const isFocused = (post: Element) => findPath(post, url)?.code === focused;
    return (focused && posts.find((post) => isFocused(post) && isNamed(post))) || null;
  }
  const above = posts.filter((post) => dialog.contains(post) && isAbove(post, box)).at(-1);
  if (above) return isNamed(above) ? above : null;
  const byAuthor = posts.filter(isNamed);
  const codes = new Set(byAuthor.map((post) => findPath(post, url)?.code));
  return codes.size === 1 ? (byAuthor[0] ?? null) : null;
}

/** See `SiteAdapter.findSubmit`. */
export function findThreadsSubmit(box: HTMLElement): HTMLElement | null {
  const dialog = box.closest(replySelectors.dialog);
  if (dialog) return findWordButtons(dialog, box).at(-1) ?? null;
  for (let scope = parentOf(box); scope; scope = parentOf(scope)) {
    if (scope.matches(`${replySelectors.region}, ${postSelectors.post}, body`)) return null;
    const button = findWordButtons(scope, box).at(-1);
    if (button) return button;
  }
  return null;
}

function findWordButtons(scope: Element, box: Element): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(replySelectors.button)].filter(
    (button) =>
      isAbove(box, button) &&
      !button.querySelector('svg, img') &&
      readLine(button) !== '' &&
      isVisible(button),
  );
}

/** True when the placeholder ("Reply to ada…", in any language) names this handle as a word. */
function isNamedBy(box: Element, handle: string | undefined): boolean {
  const placeholder = box.getAttribute('aria-placeholder') ?? '';
  const words = placeholder.split(/[^\w.]+/u).map((word) => word.replace(/\.+$/u, ''));
  return handle !== undefined && words.includes(handle);
}

function isAbove(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) !== 0;
}
