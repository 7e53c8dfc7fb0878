/** What the hand-cut pages of a site show, told from the pages and their accepted readings: nobody tags them. */
import { siteIds, type SiteId } from '#utils/model/site.ts';
import { loadAccepted, type SavedPage } from './saved-pages.ts';

/** Every site has a page of each of these, or a written reason why not (`kind-exceptions.ts`). */
export const neededKinds = ['feed', 'thread', 'quote', 'foreign', 'poisoned'] as const;
export type NeededKind = (typeof neededKinds)[number];
export type ShownKind = NeededKind | 'translated';

const FEEDS: readonly string[] = ['feed', 'search', 'profile'];
const LANGUAGE = /<html\b[^>]*\slang="(?<lang>[a-z]+)/iu;

/** The kinds that each site has pages of. */
export function toShownKinds(pages: readonly SavedPage[]): Map<SiteId, Set<ShownKind>> {
  const shown = new Map(siteIds.map((id) => [id, new Set<ShownKind>()]));
  for (const page of pages) {
    const site = siteIds.find((id) => page.name.startsWith(`${id}/`));
    if (site) for (const kind of tellKinds(page, site)) shown.get(site)?.add(kind);
  }
  return shown;
}

/** A page that was made to be hostile shows nothing else, and one without posts shows nothing. */
function tellKinds(page: SavedPage, site: SiteId): ShownKind[] {
  const [, folder = ''] = page.name.split('/');
  if (folder.includes('poisoned')) return ['poisoned'];
  const reading = loadAccepted(page.name);
  if (!reading || reading.site !== site || reading.posts.length === 0) return [];
  const kinds: ShownKind[] = [];
  if (FEEDS.includes(reading.kind)) kinds.push('feed');
  if (reading.kind === 'thread') kinds.push('thread');
  if (reading.posts.some((post) => post.quoted !== undefined)) kinds.push('quote');
  const lang = LANGUAGE.exec(page.html)?.groups?.['lang'];
  if (lang !== undefined && lang.toLowerCase() !== 'en') kinds.push('foreign');
  if (folder.startsWith('translated')) kinds.push('translated');
  return kinds;
}
