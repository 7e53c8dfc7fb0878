import type { MentionBook } from './mentions.ts';
import type { PagePosts } from './page-posts.ts';
import { parentOf } from '#utils/sites/dom/neighbors.ts';

/** Finds the thread that an element of the page is part of. */
export function createThreadFinder(
  posts: Pick<PagePosts, 'chainOf' | 'of'>,
  mentions: Pick<MentionBook, 'threadOf'>,
) {
  return {
    /** The thread that a post belongs to: its own mention's, or that of the nearest mention above it. */
    threadOfPost(element: Element): string | undefined {
      for (const node of posts.chainOf(element)) {
        const threadId = mentions.threadOf(node);
        if (threadId) return threadId;
      }
      return undefined;
    },
    /** The thread whose mention an element stands in; of a post that is none, nothing. */
    threadAt(node: Element): string | undefined {
      for (let at: Element | null = node; at; at = parentOf(at)) {
        const threadId = mentions.threadOf(at);
        if (threadId) return threadId;
        if (posts.of(at)) return undefined;
      }
      return undefined;
    },
  };
}
