import type { HearbackDb } from '#utils/db/schema.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { SiteId } from '#utils/model/site.ts';
import { toTeamSiteId } from '#utils/model/team-site.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';

/**
 * What a content script on a page of this site and origin reads by. Only `generic` gets no handles: it stands for sites
 * that nobody has named, where the same handle is somebody else's, and would hide what a customer writes.
 */
export async function loadPageRules(
  db: HearbackDb,
  site: SiteId,
  origin: string | null,
): Promise<PageRules> {
  const [settings, account, brands, members, teamSite] = await Promise.all([
    loadSettings(),
    loadMeta(db, 'account'),
    db.brands.toArray(),
    db.members.toArray(),
    db.sites.get(toTeamSiteId(site, origin)),
  ]);
  const postsOf = siteFacts[site].postsOf ?? site;
  const handlesOf = (memberId: string | null) =>
    members
      .filter(({ id }) => memberId === null || id === memberId)
      .flatMap(({ body }) => body.handles)
      .filter((entry) => entry.site === postsOf && site !== 'generic')
      .map((entry) => entry.handle.replace(/^@/, '').toLowerCase());
  return {
    brands: brands.map(({ body }) => body),
    roster: handlesOf(null),
    myHandles: account ? handlesOf(account.memberId) : [],
    mode: settings.modes[site] ?? siteFacts[site].defaultMode,
    selectors: teamSite?.body.selectors ?? {},
  };
}
