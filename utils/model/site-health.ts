import { z } from 'zod';
import { SHOWS_POSTS } from './blind-page.ts';

export const pageKinds = ['feed', 'thread', 'profile', 'search', 'other'] as const;
export const pageKindSchema = z.enum(pageKinds);

/** Most selectors that one page tells of. */
const SELECTORS_MAX = 200;
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
    .record(z.string().max(60), count)
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
  /** Pages on which a selector found something, and those on which it did not. */
  selectors: z.record(z.string().max(60), z.object({ hit: count, missed: count })),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

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
    const { hit, missed } = selectors[name] ?? { hit: 0, missed: 0 };
    selectors[name] = { hit: hit + (hits > 0 ? 1 : 0), missed: missed + (hits > 0 ? 0 : 1) };
  }
  return { ...health, kinds: { ...health.kinds, [page.kind]: tally }, selectors };
}

/** Kinds of pages on which nothing has been read for several pages in a row. */
export function findBlindKinds({
  kinds,
}: SiteHealth): { kind: PageHealth['kind']; pages: number; since: number }[] {
  return SHOWS_POSTS.flatMap((kind) => {
    const tally = kinds[kind];
    if (!tally || tally.blindSince === null || tally.blindInRow < BLIND_PAGES) return [];
    return [{ kind, pages: tally.blindInRow, since: tally.blindSince }];
  });
}
