import { useEffect, useState } from 'preact/hooks';
import type { BlindSite } from '#components/panel/panel-props.ts';
import { openDb } from '#utils/db/open.ts';
import { send } from '#utils/messages/send.ts';
import { findBlindKinds } from '#utils/model/judge-health.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { toAdapterSite } from '#utils/model/team-site-facts.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { readVersion } from '#utils/platform/permissions.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { toHealthReport } from './health-report.ts';

/** So long a site that is not on the page at hand is told of: afterwards everybody has read it, ms. */
const TOLD_MS = 24 * 3_600_000;

/** How well sites are read in this browser, asked again each `round`; null until the first answer. */
export function useSiteHealth(round: number): SiteHealth[] | null {
  const [health, setHealth] = useState<SiteHealth[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    send('siteHealth.list', null)
      .then((fresh) => isCurrent && setHealth(fresh))
      // The next round asks again; until then what was shown stays.
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [round]);
  return health;
}

/** The site by which a tab's page is read, and the one that it is of; none where Hearback does not read it. */
export function usePageSites(tabId: number | null, round: number): string[] {
  const [ids, setIds] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (tabId === null) return;
    send('teamSite.load', { tabId })
      .then((page) => isCurrent && setIds(page ? [page.id, ...page.others] : []))
      .catch(() => isCurrent && setIds([]));
    return () => {
      isCurrent = false;
    };
  }, [tabId, round]);
  return ids;
}

/** Sites that cannot be read any more: those of the page at hand first, others while it is news. */
export function toBlindSites(health: SiteHealth[], here: string[], now: number): BlindSite[] {
  const blind = health
    .map((one) => ({ id: one.id, name: toSiteName(one.id), kinds: findBlindKinds(one) }))
    .filter(({ kinds }) => kinds.length > 0);
  const others = blind.filter(
    ({ id, kinds }) => !here.includes(id) && kinds.some(({ since }) => now - since < TOLD_MS),
  );
  return [...blind.filter(({ id }) => here.includes(id)), ...others];
}

/** What people call a site of ours, or one that was taught, by its host. */
export function toSiteName(id: string): string {
  const [, host] = id.split('@', 2);
  return host ?? siteFacts[toAdapterSite(id)].name;
}

/** Copies how a site is read; false when the browser refused. */
export async function copyReport(id: string, health: SiteHealth | null, now: number) {
  const teamSite = (await openDb().sites.get(id))?.body ?? null;
  const source = { version: readVersion(), browser: navigator.userAgent, now };
  return writeClipboard(toHealthReport({ id, health, teamSite }, source));
}
