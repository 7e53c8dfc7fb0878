/** How the record of a site's health grows, and what it says. No schemas: popup, panel and pages load this. */
import { isBlindPage } from './blind-page.ts';
import { pageKinds } from './page-kinds.ts';
import type { PageHealth, SiteHealth, Tally } from './site-health.ts';
import { SELECTORS_MAX, toAdapterSite } from './team-site-facts.ts';

/** A selector that used to find something and does not any more, and on which kinds of pages. */
export interface LostSelector {
  /** Its full name. */
  name: string;
  kinds: PageHealth['kind'][];
}

/** A run of misses that would come about by chance less often than this means that the page has changed. */
const BY_CHANCE = 0.01;

/** Fewer blind pages in a row may be an empty list, or a page that had not come yet. */
const BLIND_PAGES = 3;

/** A site's record with one more page. `now`: local clock, ms. */
export function addPage(
  known: SiteHealth | null,
  id: string,
  page: PageHealth,
  now: number,
): SiteHealth {
  const health = known ?? { id, since: now, kinds: {} };
  const none: Tally = { pages: 0, blind: 0, blindInRow: 0, blindSince: null, selectors: {} };
  const last = health.kinds[page.kind] ?? none;
  const counted = {
    pages: last.pages + (page.isAgain ? 0 : 1),
    // When it was counted before, it was without a post.
    blind: Math.max(0, last.blind + (page.read === 0 ? 1 : 0) - (page.isAgain ? 1 : 0)),
    selectors: addHits(last.selectors, page.hits),
  };
  const tally = { ...last, ...counted, ...toRow(last, id, page, now) };
  return { ...health, kinds: { ...health.kinds, [page.kind]: tally } };
}

/** The row of blind pages with one more page, which leaves it as it is when it may well be without a post. */
function toRow(
  { blindInRow, blindSince }: Tally,
  id: string,
  page: PageHealth,
  now: number,
): Pick<Tally, 'blindInRow' | 'blindSince'> {
  if (page.read > 0) return { blindInRow: 0, blindSince: null };
  return isBlindPage(toAdapterSite(id), page)
    ? { blindInRow: blindInRow + 1, blindSince: blindSince ?? now }
    : { blindInRow, blindSince };
}

function addHits(known: Tally['selectors'], told: PageHealth['hits']): Tally['selectors'] {
  const selectors = { ...known };
  for (const [name, hits] of Object.entries(told)) {
    const { hit, missed, missedInRow } = selectors[name] ?? { hit: 0, missed: 0, missedInRow: 0 };
    selectors[name] =
      hits > 0
        ? { hit: hit + 1, missed, missedInRow: 0 }
        : { hit, missed: missed + 1, missedInRow: missedInRow + 1 };
  }
  return keepMostSeen(selectors, told);
}

/**
 * A page that makes names up fills nothing and drives nothing out that is told again and again. Of those seen as often,
 * what the page at hand has comes first.
 */
function keepMostSeen(selectors: Tally['selectors'], told: PageHealth['hits']): Tally['selectors'] {
  const all = Object.entries(selectors);
  if (all.length <= SELECTORS_MAX) return selectors;
  const rank = ([name, { hit, missed }]: (typeof all)[number]) =>
    2 * (hit + missed) + Number(Object.hasOwn(told, name));
  return Object.fromEntries(
    all.toSorted((one, other) => rank(other) - rank(one)).slice(0, SELECTORS_MAX),
  );
}

/** Kinds of pages on which nothing has been read for several pages in a row. */
export function findBlindKinds({ kinds }: Pick<SiteHealth, 'kinds'>): {
  kind: PageHealth['kind'];
  pages: number;
  since: number;
}[] {
  return pageKinds.flatMap((kind) => {
    const tally = kinds[kind];
    if (!tally || tally.blindSince === null || tally.blindInRow < BLIND_PAGES) return [];
    return [{ kind, pages: tally.blindInRow, since: tally.blindSince }];
  });
}

/** Selectors that are lost on some kind of page, by how often each found something there before. */
export function findLostSelectors({ kinds }: Pick<SiteHealth, 'kinds'>): LostSelector[] {
  const lost = new Map<string, PageHealth['kind'][]>();
  for (const kind of pageKinds) {
    for (const [name, tally] of Object.entries(kinds[kind]?.selectors ?? {})) {
      if (isLost(tally)) lost.set(name, [...(lost.get(name) ?? []), kind]);
    }
  }
  return [...lost].map(([name, on]) => ({ name, kinds: on }));
}

function isLost({ hit, missed, missedInRow }: Tally['selectors'][string]): boolean {
  if (hit === 0) return false;
  const before = hit + missed - missedInRow;
  // One more of each: a few pages do not tell how rare a miss is.
  const missRate = (missed - missedInRow + 1) / (before + 2);
  return missRate ** missedInRow < BY_CHANCE;
}
