import type { Post } from './post.ts';

// Apart from the schema, so that pages need not load the validator.

/** Longest text of one post that is kept, in UTF-16 units (reliability.md T11). */
export const POST_TEXT_MAX = 10_000;

/** The key of a post, and of the thread that grows under it, over all sites. */
export function toPostKey(post: Pick<Post, 'site' | 'id'>): string {
  return `${post.site}:${post.id}`;
}
