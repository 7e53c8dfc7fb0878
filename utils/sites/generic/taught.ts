/**
 * A site that a team has taught: somebody has pointed at a post, its author, its text and the reply box, and the
 * selectors of that travel like any other mend. Nothing is read this way before.
 */
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { isOnHiddenScreen } from '#utils/sites/dom/visibility.ts';
import type { MarkedPost } from './marked-post.ts';

/** Empty until a team has taught the site; `link` leads to the post alone, `time` says when it was written. */
export const taughtSelectors = { post: '', author: '', text: '', link: '', time: '', box: '' };

/** True on a site that was taught. */
export function isTaught(): boolean {
  return taughtSelectors.post !== '';
}

/** All posts in document order, hidden screens left out. */
export function findTaughtPosts(root: ParentNode): Element[] {
  return [...root.querySelectorAll(taughtSelectors.post)].filter((one) => !isOnHiddenScreen(one));
}

/** Reads one of them; null when it has no author or no text. */
export function readTaught(element: Element): MarkedPost | null {
  const author = findOwn(element, taughtSelectors.author);
  const body = findTaughtBody(element);
  const name = readLine(author);
  const text = readText(body, { skip: taughtSelectors.post });
  if (!author || name === '' || text === '') return null;
  const link = findOwn(element, taughtSelectors.link);
  const time = findOwn(element, taughtSelectors.time);
  return {
    handle: readProfile(author) ?? name.replace(/^@/u, ''),
    name,
    text,
    title: '',
    href: link?.closest('a')?.getAttribute('href') ?? null,
    time: time?.getAttribute('datetime') ?? time?.getAttribute('title') ?? null,
    lang: body?.closest('[lang]')?.getAttribute('lang') ?? null,
    parentHref: null,
    isCut: false,
  };
}

/** The element of a post's text. */
export function findTaughtBody(element: Element): Element | null {
  return findOwn(element, taughtSelectors.text);
}

/** The post that a box answers: the one it stands in, else the first on the page; null for any other field. */
export function findTaughtTarget(editable: Element): Element | null {
  if (taughtSelectors.box === '' || !editable.closest(taughtSelectors.box)) return null;
  return (
    editable.closest(taughtSelectors.post) ?? findTaughtPosts(editable.ownerDocument)[0] ?? null
  );
}

/** The first match that belongs to the post itself, not to one within it. */
function findOwn(element: Element, selector: string): Element | null {
  if (selector === '') return null;
  const parts = [...element.querySelectorAll(selector)];
  return parts.find((part) => part.closest(taughtSelectors.post) === element) ?? null;
}

/** The last part of the author's profile address, unless that is a number. */
function readProfile(author: Element): string | null {
  const href = (author.closest('a') ?? author.querySelector('a'))?.getAttribute('href') ?? '';
  const last = href.split(/[?#]/u)[0]?.replace(/\/$/u, '').split('/').at(-1) ?? '';
  return /^@?[\p{L}_][\p{L}\p{N}_.-]*$/u.test(last) ? last.replace(/^@/u, '') : null;
}
