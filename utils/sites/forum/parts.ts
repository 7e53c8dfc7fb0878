import { nextWithin } from '../dom/next-within.ts';

/** The first part of a post that is not a part of another post within it. */
export function findOwn(post: Element, selector: string, posts: string): Element | null {
  const first = post.querySelector(selector);
  if (!first || first.parentElement?.closest(posts) === post) return first;
  for (const found of ownParts(post, posts)) if (found.matches(selector)) return found;
  return null;
}

/**
 * Everything in a post up to the posts within it, these included, in document order. A query would go through hundreds
 * of answers that stand within each other, from each of them again.
 */
export function* ownParts(post: Element, posts: string): Generator<Element> {
  let at = post.firstElementChild;
  while (at) {
    yield at;
    at = (at.matches(posts) ? null : at.firstElementChild) ?? nextWithin(post, at);
  }
}

/** What a pattern finds in an attribute, the first group of it; null without. */
export function pick(pattern: RegExp, text: string | null | undefined): string | null {
  return pattern.exec(text ?? '')?.[1] ?? null;
}
