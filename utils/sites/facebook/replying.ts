/**
 * Which box answers what. All boxes look alike: a label says whether it is for a comment or an answer, the mention that
 * Facebook puts into it, or the label, says to whom. Where neither is certain, nobody is answered.
 */
import { cleanLine } from '../dom/clean-text.ts';
import { parentOf } from '../dom/neighbors.ts';
import { readText } from '../dom/read-text.ts';
import { firstVisible } from '../dom/visibility.ts';
import { readFacebookComment } from './comment.ts';
import { findPostOf, isBefore, isComment, partSelectors } from './parts.ts';
import { isSubmitLabel, toBoxKind } from './words.ts';

/** Lexical editors, 2023 to 2026-08. */
export const replySelectors = {
  box: '[role="textbox"][contenteditable="true"]',
  form: 'form',
  // 2022 to 2026, in seven sources; only there while something is written.
  submit: '#focused-state-composer-submit [role="button"]',
  labeled: '[role="button"][aria-label]',
};

/** See `SiteAdapter.findReplyBox`. */
export function findFacebookReplyBox(element: Element, url: URL): HTMLElement | null {
  const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(replySelectors.box);
  return firstVisible([...boxes].filter((box) => findFacebookReplyTarget(box, url) === element));
}

/** See `SiteAdapter.findReplyTarget`. */
export function findFacebookReplyTarget(editable: Element, url: URL): Element | null {
  const box = editable.closest(replySelectors.box);
  const article = box?.closest(partSelectors.article);
  // A box in a comment changes that comment.
  if (!box || (article && isComment(article))) return null;
  const post = findPostOf(box);
  const kind = toBoxKind(readLabel(box));
  if (!post || !kind) return null;
  return kind === 'comment' ? post : findAnswered(box, post, url);
}

/** See `SiteAdapter.findSubmit`. */
export function findFacebookSubmit(box: HTMLElement): HTMLElement | null {
  const form = box.closest(replySelectors.form);
  if (!form) return null;
  const submit = form.querySelector<HTMLElement>(replySelectors.submit);
  if (submit) return submit;
  const labeled = [...form.querySelectorAll<HTMLElement>(replySelectors.labeled)];
  return labeled.find((one) => isSubmitLabel(one.getAttribute('aria-label') ?? '')) ?? null;
}

/** What a box says is written in it. */
export function readLabel(box: Element): string {
  return cleanLine(box.getAttribute('aria-label') ?? box.getAttribute('aria-placeholder') ?? '');
}

/** The one comment above the box, in the same thread, whose author the box or its label names; the only one there. */
function findAnswered(box: Element, post: Element, url: URL): Element | null {
  const thread = findThread(box, post);
  const comments = [...(thread?.querySelectorAll(partSelectors.article) ?? [])].filter(
    (one) => isComment(one) && isBefore(one, box),
  );
  if (comments.length < 2) return comments[0] ?? null;
  const start = cleanLine(readText(box));
  const label = readLabel(box);
  const nameOf = (one: Element) => readFacebookComment(one, url)?.author.name;
  const mentioned = comments.filter((one) => isNamedFirst(start, nameOf(one)));
  const labeled = comments.filter((one) => isNamed(label, nameOf(one)));
  const answered = mentioned.length > 0 ? mentioned : labeled;
  return answered.length === 1 ? (answered[0] ?? null) : null;
}

/** The smallest part around the box, in its post or beside it, that has comments. */
function findThread(box: Element, post: Element): Element | null {
  for (let part = parentOf(box); part; part = parentOf(part)) {
    if ([...part.querySelectorAll(partSelectors.article)].some(isComment)) return part;
    if (part === post) return null;
  }
  return null;
}

function isNamedFirst(text: string, name: string | undefined): boolean {
  return name !== undefined && text.startsWith(name) && !isLetter(text.charAt(name.length));
}

function isNamed(text: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const at = text.indexOf(name);
  return at >= 0 && !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length));
}

function isLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
