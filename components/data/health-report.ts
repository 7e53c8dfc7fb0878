/**
 * How a site is read, as plain text to paste into an issue: numbers and names of selectors alone. No address, no host,
 * nobody's text.
 */
import { findBlindKinds, findLostSelectors } from '#utils/model/judge-health.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { toAdapterSite } from '#utils/model/team-site-facts.ts';
import { siteFacts } from '#utils/sites/facts.ts';

export interface ReportedSite {
  id: string;
  /** Null: no page of it has been looked at in this browser. */
  health: SiteHealth | null;
  teamSite: TeamSite | null;
}

/** What the report says of where it comes from. */
export interface ReportSource {
  version: string;
  /** The browser's own description. */
  browser: string;
  /** Local clock, ms. */
  now: number;
}

/** The report of one site. */
export function toHealthReport(site: ReportedSite, source: ReportSource): string {
  const { id, health, teamSite } = site;
  // The host of a site that was taught is an address, and stays here.
  const facts = siteFacts[toAdapterSite(id)];
  const lines = [
    `Hearback ${source.version}, ${toTime(source.now)}`,
    `Browser: ${source.browser}`,
    `Site: ${facts.id}, last checked ${facts.checked}`,
    teamSite
      ? `Changed by the team: version ${teamSite.version}, ${toTime(teamSite.changedAt)}, ${toNames(Object.keys(teamSite.selectors))}`
      : 'Not changed by the team',
  ];
  if (!health) return [...lines, 'No page was counted in this browser.', ''].join('\n');
  return [
    ...lines,
    `Counted since ${toTime(health.since)}`,
    '',
    'Pages by kind, and those without a post that could be read',
    ...toKindLines(health),
    '',
    'Selectors: pages of each kind on which it found something, and on which it did not',
    ...toSelectorLines(health),
    '',
  ].join('\n');
}

function toKindLines(health: SiteHealth): string[] {
  const blind = new Map(findBlindKinds(health).map(({ kind, since }) => [kind as string, since]));
  return Object.entries(health.kinds).map(([kind, { pages, blind: unread, blindInRow }]) => {
    const since = blind.get(kind);
    const end = since === undefined ? '' : ` (blind since ${toTime(since)})`;
    const inRow = blindInRow === 0 ? '' : `, the last ${blindInRow} in a row`;
    const all = pages === 1 ? '1 page' : `${pages} pages`;
    return `  ${kind}: ${all}, ${unread === 0 ? 'none' : unread} without a post${inRow}${end}`;
  });
}

function toSelectorLines(health: SiteHealth): string[] {
  const lost = new Map(
    findLostSelectors(health).map(({ name, kinds }) => [name, kinds as string[]]),
  );
  const byName = new Map<string, string[]>();
  for (const [kind, { selectors }] of Object.entries(health.kinds)) {
    for (const [name, { hit, missed }] of Object.entries(selectors)) {
      const end = lost.get(name)?.includes(kind) ? ' (finds nothing any more)' : '';
      byName.set(name, [...(byName.get(name) ?? []), `${kind} ${hit} ${missed}${end}`]);
    }
  }
  return [...byName]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, parts]) => `  ${name}: ${parts.join(', ')}`);
}

function toNames(names: string[]): string {
  return names.length === 0 ? 'no selectors' : names.join(', ');
}

function toTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
