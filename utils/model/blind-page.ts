import type { PageHealth } from './site-health.ts';

/** On these a site that is read well always shows posts; a search or a profile may be empty. */
export const SHOWS_POSTS: readonly PageHealth['kind'][] = ['feed', 'thread'];

/** True for a page that should show posts, and of which none could be read. */
export function isBlindPage({ kind, read }: Pick<PageHealth, 'kind' | 'read'>): boolean {
  return read === 0 && SHOWS_POSTS.includes(kind);
}
