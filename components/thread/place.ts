import type { Post } from '#utils/model/post.ts';
import { threadWords } from './words.ts';

/** Where a post stands, as people say it: the network's name, or the host of a forum or instance. */
export function toPlace({ site, permalink }: Pick<Post, 'site' | 'permalink'>): string {
  if (
    (site === 'generic' || site === 'mastodon') &&
    permalink !== null &&
    URL.canParse(permalink)
  ) {
    return new URL(permalink).hostname;
  }
  return threadWords.sites[site];
}
