import type { Post } from '#utils/model/post.ts';
import type { SpottedPost } from '#utils/spotting/page-watcher.ts';

/** The posts that are on the page now, as they were read last. */
export interface PagePosts {
  take(batch: readonly SpottedPost[]): void;
  drop(elements: readonly Element[]): void;
  of(element: Element): Post | undefined;
  /** All of them in page order; those whose elements have left are let go. */
  inOrder(): SpottedPost[];
  /** This element and those of the posts above it, nearest first, as far as the page shows them. */
  chainOf(element: Element): Iterable<Element>;
}

/** Starts with an empty page. */
export function createPagePosts(): PagePosts {
  let posts = new Map<Element, Post>();
  let byId: Map<string, Element> | null = null;

  return {
    take(batch) {
      byId = null;
      for (const { element, post } of batch) posts.set(element, post);
    },
    drop(elements) {
      byId = null;
      for (const element of elements) posts.delete(element);
    },
    of: (element) => posts.get(element),
    inOrder() {
      byId = null;
      // Kept in order, so that the next time nearly everything stands in its place.
      posts = new Map([...posts].filter(([element]) => element.isConnected).sort(byPosition));
      return [...posts].map(([element, post]) => ({ element, post }));
    },
    *chainOf(element) {
      byId ??= new Map([...posts].map(([node, post]) => [post.id, node]));
      // A page may lie in circles: each comes once.
      const met = new Set<Element>();
      for (let node: Element | undefined = element; node && !met.has(node);) {
        yield node;
        met.add(node);
        const parentId: string | null | undefined = posts.get(node)?.parentId;
        node = parentId ? byId.get(parentId) : undefined;
      }
    },
  };
}

/**
 * Asked from the side of the earlier one: browsers look for the later one among the siblings before it, which takes
 * one step where both stand side by side and thousands the other way round.
 */
function byPosition([one]: [Element, Post], [other]: [Element, Post]): number {
  return other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}
