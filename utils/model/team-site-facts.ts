/** What of a team's sites needs no schema: popup, panel and pages load this. */
import { siteIds } from './site.ts';
import type { SiteId } from './site.ts';

/** Most selectors of one site; the largest has about a hundred. */
export const SELECTORS_MAX = 200;

/** The record that tells how pages of this site at this origin are read; other sites than ours go by their host. */
export function toTeamSiteId(site: SiteId, origin: string | null): string {
  if (site !== 'generic' || origin === null || !URL.canParse(origin)) return site;
  return `generic@${new URL(origin).host}`;
}

/** The site whose adapter a record is about; for a site that was taught, the adapter of all others. */
export function toAdapterSite(id: string): SiteId {
  return siteIds.find((site) => site === id) ?? 'generic';
}
