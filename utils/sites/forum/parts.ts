/** The first part of a post that is not a part of another post within it. */
export function findOwn(post: Element, selector: string, posts: string): Element | null {
  for (const found of post.querySelectorAll(selector)) {
    if (found.parentElement?.closest(posts) === post) return found;
  }
  return null;
}

/** What a pattern finds in an attribute, the first group of it; null without. */
export function pick(pattern: RegExp, text: string | null | undefined): string | null {
  return pattern.exec(text ?? '')?.[1] ?? null;
}
