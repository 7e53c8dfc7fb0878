import { z } from 'zod';
import { pageKinds } from './page-kinds.ts';
import { SELECTORS_MAX } from './team-site-facts.ts';
import { selectorNameSchema } from './team-site.ts';

export const pageKindSchema = z.enum(pageKinds);

const count = z.number().int().nonnegative().max(1_000_000);

/** What one page held, in numbers alone: no address and nobody's text. */
export const pageHealthSchema = z.strictObject({
  kind: pageKindSchema,
  /** Elements that the adapter took for posts. */
  found: count,
  /** Those of them that it could read. */
  read: count,
  /** Something looks like a post by marks of its own; absent where some were read, or the site has no such marks. */
  held: z.boolean().optional(),
  /** Counted before, when nothing of it had come yet. */
  isAgain: z.literal(true).optional(),
  /** Whether each selector found something, 1, or nothing, 0, by full name. */
  hits: z
    .record(selectorNameSchema, z.number().int().min(0).max(1))
    .refine((hits) => Object.keys(hits).length <= SELECTORS_MAX, 'Too many selectors.'),
});
export type PageHealth = z.infer<typeof pageHealthSchema>;

/** Pages on which a selector found something, those on which it did not, and how many of those came last in a row. */
const selectorTallySchema = z.object({ hit: count, missed: count, missedInRow: count });

const tallySchema = z.object({
  pages: count,
  /** Pages without a single post that could be read. */
  blind: count,
  /** Those of them that should have shown some, since the last page that was read. */
  blindInRow: count,
  /** When the first of those in a row was seen, local clock, ms; null while there is none. */
  blindSince: z.number().int().nullable(),
  /** By full name. */
  selectors: z.record(z.string().max(60), selectorTallySchema),
});
export type Tally = z.infer<typeof tallySchema>;

/** How a site has been read in this browser. */
export const siteHealthSchema = z.object({
  /** A site of ours or `generic@` and the host, as in `TeamSite`. */
  id: z.string().max(300),
  /** Local clock, ms. */
  since: z.number().int(),
  kinds: z.partialRecord(pageKindSchema, tallySchema),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;
