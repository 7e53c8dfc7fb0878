import type { HearbackDb } from '#utils/db/schema.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import { toHandleAt } from '#utils/model/hosted-handle.ts';
import type { SiteId } from '#utils/model/site.ts';
import { toTeamSiteId } from '#utils/model/team-site-facts.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { sitesAt } from '#utils/sites/recognize.ts';
import type { PageState } from './page-memory.ts';
import { toHost } from './site-guard.ts';

/** What says by which rules a page is read. */
export type RuledPage = Pick<PageState, 'site' | 'ownSite' | 'origin'>;

/**
 * What a content script on this page reads by. Where the adapter for all sites stands in for the page's own, mode and
 * handles are those of its own: a person who wants nothing added to a site wants that however it is read.
 */
export async function loadPageRules(db: HearbackDb, page: RuledPage): Promise<PageRules> {
  const { site, ownSite, origin } = page;
  const [settings, account, brands, members, teamSite, ownTeamSite] = await Promise.all([
    loadSettings(),
    loadMeta(db, 'account'),
    db.brands.toArray(),
    db.members.toArray(),
    db.sites.get(toTeamSiteId(site, origin)),
    db.sites.get(toTeamSiteId(ownSite, origin)),
  ]);
  const own = findOwnSites(page);
  const host = toHost(origin);
  // What was learned while the adapter for all sites read, stands under that one's name.
  const handleSites = new Set([...own, site].map((id) => siteFacts[id].postsOf ?? id));
  const handlesOf = (memberId: string | null) =>
    members
      .filter(({ id }) => memberId === null || id === memberId)
      .flatMap(({ body }) => body.handles)
      .filter((entry) => handleSites.has(entry.site))
      .flatMap((entry) => toHandleAt(entry, host) ?? []);
  const modes = own.map((id) => settings.modes[id] ?? siteFacts[id].defaultMode);
  return {
    brands: brands.map(({ body }) => body),
    roster: [...new Set(handlesOf(null))],
    myHandles: account ? [...new Set(handlesOf(account.memberId))] : [],
    mode: modes.includes('quiet') ? 'quiet' : 'full',
    selectors: teamSite?.body.selectors ?? {},
    ...(ownSite === site ? {} : { ownSelectors: ownTeamSite?.body.selectors ?? {} }),
  };
}

/** The site that a page is of; several where it does not say which of those at its host. */
function findOwnSites({ site, ownSite, origin }: RuledPage): SiteId[] {
  if (site !== 'generic') return [site];
  if (ownSite !== 'generic') return [ownSite];
  const host = toHost(origin);
  const fixed = host === null ? [] : sitesAt(new URL(`https://${host}`).hostname);
  return fixed.length > 0 ? fixed : ['generic'];
}
