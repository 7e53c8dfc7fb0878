import type { SiteId } from './site.ts';
import type { PageHealth } from './site-health.ts';

type Kind = PageHealth['kind'];

/** On these a site that is read well shows posts; a search or a profile may be empty. */
const SHOWS_POSTS: readonly Kind[] = ['feed', 'thread'];

/** Kinds of these of which pages of a site may show none that is read, though nothing is wrong. */
const MAY_SHOW_NONE: Partial<Record<SiteId, readonly Kind[]>> = {
  // Lists of topics, which are not read.
  xenforo: ['feed'],
  discourse: ['feed'],
  phpbb: ['feed'],
  vbulletin: ['feed'],
  invision: ['feed'],
  flarum: ['feed'],
  nodebb: ['feed'],
  vanilla: ['feed'],
  khoros: ['feed'],
  github: ['feed'],
  stackexchange: ['feed'],
  // Lists of videos and of products; comments come when somebody scrolls down to them, or there are none.
  youtube: ['feed', 'thread'],
  producthunt: ['feed', 'thread'],
  // Below many articles nobody has commented.
  disqus: ['thread'],
  // A place may have no reviews, or they stand on a tab of their own.
  yelp: ['feed'],
  googlemaps: ['feed'],
};

/** The kinds of pages of a site that show posts whenever it is read well. */
export function kindsWithPosts(site: SiteId): Kind[] {
  return SHOWS_POSTS.filter((kind) => !MAY_SHOW_NONE[site]?.includes(kind));
}

/**
 * True for a page that should show posts, and of which none could be read: its kind always shows some, or what stands
 * there looks like posts all the same.
 */
export function isBlindPage(
  site: SiteId,
  { kind, read, held = false }: Pick<PageHealth, 'kind' | 'read' | 'held'>,
): boolean {
  return read === 0 && (held || kindsWithPosts(site).includes(kind));
}
