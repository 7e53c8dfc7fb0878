/**
 * Which post or comment a box answers. A post has one box for all: "Reply" below a comment writes `@name` into it, so
 * that what it begins with tells whom it answers.
 */
import { firstVisible, isVisible } from '#utils/sites/dom/visibility.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { partSelectors } from './parts.ts';
import { isPostRoot } from './post.ts';

/** Five sources and a saved page of 2025-11; some surfaces have a Lexical editor instead. Labels are translated. */
export const replySelectors = {
  box: 'form textarea, form [role="textbox"][contenteditable="true"]',
  form: 'form',
  submit: 'button[type="submit"]',
  // fallback for forms whose "Post" is a plain element: words, no icon
  button: '[role="button"]',
};

/** See `SiteAdapter.findReplyBox`. */
export function findInstagramReplyBox(
  element: Element,
  findTarget: (box: Element) => Element | null,
): HTMLElement | null {
  const root = element.closest(`${partSelectors.article}, ${partSelectors.screen}`);
  const boxes = root?.querySelectorAll<HTMLElement>(replySelectors.box) ?? [];
  return firstVisible([...boxes].filter((box) => findTarget(box) === element));
}

/** See `SiteAdapter.findReplyTarget`; `findPosts` and `handleOf` are those of the adapter. */
export function findInstagramReplyTarget(
  editable: Element,
  findPosts: (root: ParentNode) => Element[],
  handleOf: (post: Element) => string | null,
): Element | null {
  const box = editable.closest(replySelectors.box);
  const scope = box?.closest(`${partSelectors.article}, ${partSelectors.screen}`);
  if (!box || !scope) return null;
  const posts = findPosts(scope.parentNode ?? scope).filter((post) => scope.contains(post));
  const mentioned = /^\s*@([\w.]+)/u.exec(readValue(box))?.[1];
  const isAnswered = (post: Element) =>
    mentioned ? !isPostRoot(post) && handleOf(post) === mentioned : isPostRoot(post);
  const answered = posts.filter(isAnswered);
  return answered.length === 1 ? (answered[0] ?? null) : null;
}

/** See `SiteAdapter.findSubmit`. */
export function findInstagramSubmit(box: HTMLElement): HTMLElement | null {
  const form = box.closest(replySelectors.form);
  const submit = firstVisible(form?.querySelectorAll<HTMLElement>(replySelectors.submit) ?? []);
  if (submit) return submit;
  const buttons = [...(form?.querySelectorAll<HTMLElement>(replySelectors.button) ?? [])];
  const isWord = (button: HTMLElement) =>
    !button.querySelector('svg') && readLine(button) !== '' && isVisible(button);
  return buttons.findLast((button) => isWord(button) && !button.contains(box)) ?? null;
}

function readValue(box: Element): string {
  return 'value' in box && typeof box.value === 'string' ? box.value : readText(box);
}
