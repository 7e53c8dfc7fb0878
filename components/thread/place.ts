import type { Post } from '#utils/model/post.ts';
import { threadWords } from './words.ts';

/**
 * Where a post stands, as people say it: the network's name, or the host of a forum or instance. Ids of posts that may
 * stand on any host begin with it.
 */
export function toPlace({ site, id, permalink }: Pick<Post, 'site' | 'id' | 'permalink'>): string {
  const host = permalink !== null && URL.canParse(permalink) ? new URL(permalink).host : null;
  const isOneOfMany = site === 'generic' || (host !== null && id.startsWith(`${host}/`));
  return isOneOfMany && host !== null ? host.replace(/:\d+$/u, '') : threadWords.sites[site];
}

/** A site's name as people say it; its id where this version does not know it. */
export function toSiteName(site: string): string {
  return (threadWords.sites as Readonly<Record<string, string>>)[site] ?? site;
}
