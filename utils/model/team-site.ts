import { z } from 'zod';
import { siteIds } from './site.ts';
import { SELECTORS_MAX } from './team-site-facts.ts';

/** Selectors of one site may have this many characters together, names counted. */
const TOTAL_MAX = 10_000;
/** Earlier versions that are kept to go back to. */
const EARLIER_MAX = 10;

/** The full name of a selector, `table.selector` (`utils/sites/selectors.ts`). */
export const selectorNameSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/u);

/** CSS by the full name of a selector. Data, never code. */
export const siteSelectorsSchema = z
  .record(selectorNameSchema, z.string().trim().min(1).max(500))
  .refine((all) => Object.keys(all).length <= SELECTORS_MAX, 'Too many selectors.')
  .refine(
    (all) => Object.entries(all).flat().join('').length <= TOTAL_MAX,
    'These selectors are too long.',
  );
export type SiteSelectors = z.infer<typeof siteSelectorsSchema>;

/** A site that Hearback knows; or, for one that a team has taught it, `generic@` and the host. */
const teamSiteIdSchema = z
  .string()
  .max(300)
  .refine(
    (id) => siteIds.some((site) => site === id) || /^generic@[^\s@/?#]+$/u.test(id),
    'This is neither a site nor a host.',
  );

const versionSchema = z.object({
  version: z.number().int().positive(),
  selectors: siteSelectorsSchema,
  changedBy: z.string().max(60),
  /** Server clock, ms. */
  changedAt: z.number().int(),
});

/** What a team has mended or taught of a site, so that it is read again without a new release. */
export const teamSiteSchema = versionSchema.extend({
  id: teamSiteIdSchema,
  /** To go back to, newest first. */
  earlier: z.array(versionSchema).max(EARLIER_MAX),
});
export type TeamSite = z.infer<typeof teamSiteSchema>;

/** What a lead asks for. */
export const teamSiteChangeSchema = z.strictObject({
  id: teamSiteIdSchema,
  selectors: siteSelectorsSchema,
});
export type TeamSiteChange = z.infer<typeof teamSiteChangeSchema>;

/** The next version of a team's site; the one that stands now goes to the earlier ones. */
export function changeTeamSite(
  known: TeamSite | null,
  { id, selectors }: TeamSiteChange,
  by: { memberId: string; at: number },
): TeamSite {
  const made = { selectors, changedBy: by.memberId, changedAt: by.at };
  if (!known) return { id, version: 1, ...made, earlier: [] };
  const { id: _id, earlier, ...now } = known;
  return {
    id,
    version: now.version + 1,
    ...made,
    earlier: [now, ...earlier].slice(0, EARLIER_MAX),
  };
}
