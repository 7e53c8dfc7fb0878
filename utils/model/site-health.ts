import { z } from 'zod';
import { kindsWithPosts } from './blind-page.ts';
import { SELECTORS_MAX, selectorNameSchema, toAdapterSite } from './team-site.ts';

export const pageKinds = ['feed', 'thread', 'profile', 'search', 'other'] as const;
export const pageKindSchema = z.enum(pageKinds);

const count = z.number().int().nonnegative().max(1_000_000);

/** What one page held, in numbers alone: no address and nobody's text. */
export const pageHealthSchema = z.strictObject({
  kind: pageKindSchema,
  /** Elements that the adapter took for posts. */
  found: count,
  /** Those of them that it could read. */
  read: count,
  /** How many elements each selector found, by full name. */
  hits: z
    .record(selectorNameSchema, count)
    .refine((hits) => Object.keys(hits).length <= SELECTORS_MAX, 'Too many selectors.'),
});
export type PageHealth = z.infer<typeof pageHealthSchema>;

const tallySchema = z.object({
  pages: count,
  /** Pages without a single post that could be read. */
  blind: count,
  /** Those of them since the last page that was read. */
  blindInRow: count,
  /** When the first of those in a row was seen, local clock, ms; null while there is none. */
  blindSince: z.number().int().nullable(),
});

/** How a site has been read in this browser. */
export const siteHealthSchema = z.object({
  /** A site of ours or `generic@` and the host, as in `TeamSite`. */
  id: z.string().max(300),
  /** Local clock, ms. */
  since: z.number().int(),
  kinds: z.partialRecord(pageKindSchema, tallySchema),
  /** Pages on which a selector found something, those on which it did not, and how many of those came last in a row. */
  selectors: z.record(
    z.string().max(60),
    z.object({ hit: count, missed: count, missedInRow: count }),
  ),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

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
  const health = known ?? { id, since: now, kinds: {}, selectors: {} };
  const none = { pages: 0, blind: 0, blindInRow: 0, blindSince: null };
  const last = health.kinds[page.kind] ?? none;
  const isBlind = page.read === 0;
  const tally = {
    pages: last.pages + 1,
    blind: last.blind + (isBlind ? 1 : 0),
    blindInRow: isBlind ? last.blindInRow + 1 : 0,
    blindSince: isBlind ? (last.blindSince ?? now) : null,
  };
  const selectors = { ...health.selectors };
  for (const [name, hits] of Object.entries(page.hits)) {
    const { hit, missed, missedInRow } = selectors[name] ?? { hit: 0, missed: 0, missedInRow: 0 };
    selectors[name] =
      hits > 0
        ? { hit: hit + 1, missed, missedInRow: 0 }
        : { hit, missed: missed + 1, missedInRow: missedInRow + 1 };
  }
  const kinds = { ...health.kinds, [page.kind]: tally };
  return { ...health, kinds, selectors: keepMostSeen(selectors, page.hits) };
}

/**
 * A page that makes names up fills nothing and drives nothing out that is told again and again. Of those seen as often,
 * what the page at hand has comes first.
 */
function keepMostSeen(
  selectors: SiteHealth['selectors'],
  told: PageHealth['hits'],
): SiteHealth['selectors'] {
  const all = Object.entries(selectors);
  if (all.length <= SELECTORS_MAX) return selectors;
  const rank = ([name, { hit, missed }]: (typeof all)[number]) =>
    2 * (hit + missed) + Number(Object.hasOwn(told, name));
  return Object.fromEntries(
    all.toSorted((one, other) => rank(other) - rank(one)).slice(0, SELECTORS_MAX),
  );
}

/** Kinds of pages on which nothing has been read for several pages in a row. */
export function findBlindKinds({ id, kinds }: Pick<SiteHealth, 'id' | 'kinds'>): {
  kind: PageHealth['kind'];
  pages: number;
  since: number;
}[] {
  return kindsWithPosts(toAdapterSite(id)).flatMap((kind) => {
    const tally = kinds[kind];
    if (!tally || tally.blindSince === null || tally.blindInRow < BLIND_PAGES) return [];
    return [{ kind, pages: tally.blindInRow, since: tally.blindSince }];
  });
}

/** Selectors that used to find something and do not any more, by how often each found something before. */
export function findLostSelectors({ selectors }: Pick<SiteHealth, 'selectors'>): string[] {
  return Object.entries(selectors)
    .filter(([, { hit, missed, missedInRow }]) => {
      if (hit === 0) return false;
      const before = hit + missed - missedInRow;
      // One more of each: a few pages do not tell how rare a miss is.
      const missRate = (missed - missedInRow + 1) / (before + 2);
      return missRate ** missedInRow < BY_CHANCE;
    })
    .map(([name]) => name);
}
