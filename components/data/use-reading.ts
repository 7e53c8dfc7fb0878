import { useEffect, useState } from 'preact/hooks';
import type { ReadingProps, SiteReading } from '#components/settings/reading-props.ts';
import { openDb } from '#utils/db/open.ts';
import { findBlindKinds, findLostSelectors } from '#utils/model/judge-health.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useMending } from './use-mending.ts';
import { copyReport, toSiteName, useSiteHealth } from './use-site-health.ts';

export interface ReadingOptions {
  isShown: boolean;
  /** Local and server clock, ms. */
  now: number;
  serverNow: number;
  canMend: boolean;
  hasTeam: boolean;
  /** The site that the options were opened to mend. */
  siteToMend: string | null;
}

/** How sites are read, and changing it. */
export function useReading(options: ReadingOptions): ReadingProps {
  const { isShown, now, serverNow, canMend, hasTeam, siteToMend } = options;
  const db = openDb();
  const [chosen, setChosen] = useState(siteToMend);
  // Mending takes the focus when it appears: come back to, the section must not take it from who goes through the tabs.
  useEffect(() => {
    if (!isShown) setChosen(null);
  }, [isShown]);
  const health = useSiteHealth(now);
  const known = useLiveQuery(async () => {
    const [sites, members] = await Promise.all([db.sites.toArray(), db.members.toArray()]);
    return {
      teamSites: sites.map(({ body }) => body),
      names: Object.fromEntries(members.map(({ id, body }) => [id, body.name])),
    };
  }, []);
  const teamSites = known.value?.teamSites ?? null;
  const mended = canMend && isShown ? chosen : null;
  const teamSite = teamSites?.find(({ id }) => id === mended) ?? null;
  const mending = useMending(mended, teamSite);

  const sites =
    health === null || teamSites === null ? null : toReadings(health, teamSites, mended);
  return {
    now,
    serverNow,
    sites,
    names: known.value?.names ?? {},
    canMend,
    mending:
      mended === null
        ? null
        : { id: mended, name: toSiteName(mended), teamSite, hasTeam, ...mending },
    onMend: setChosen,
    onCopyReport: (id) => copyReport(id, health?.find((one) => one.id === id) ?? null, now),
  };
}

/** All sites of which something is known, those that are blind first; `also` even when nothing is. */
export function toReadings(
  health: SiteHealth[],
  teamSites: TeamSite[],
  also: string | null,
): SiteReading[] {
  const ids = new Set([...health, ...teamSites].map(({ id }) => id));
  if (also !== null) ids.add(also);
  const readings = [...ids].map((id): SiteReading => {
    const one = health.find((known) => known.id === id);
    const tallies = Object.values(one?.kinds ?? {});
    return {
      id,
      name: toSiteName(id),
      pages: tallies.reduce((sum, { pages }) => sum + pages, 0),
      unread: tallies.reduce((sum, { blind }) => sum + blind, 0),
      blind: one ? findBlindKinds(one) : [],
      lost: one ? findLostSelectors(one) : [],
      teamSite: teamSites.find((known) => known.id === id) ?? null,
    };
  });
  return readings.sort(
    (one, other) =>
      Number(other.blind.length > 0) - Number(one.blind.length > 0) ||
      one.name.localeCompare(other.name),
  );
}
