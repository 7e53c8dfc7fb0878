/** What several messages carry: the answers to acts, what a page is read by, drafts and replies on their way. */
import { z } from 'zod';
import { brandSchema } from '#utils/model/brand.ts';
import type { CharacterRule } from '#utils/model/character-rule.ts';
import { postSchema } from '#utils/model/post.ts';
import { siteModeSchema } from '#utils/model/site-schema.ts';
import { guardReportSchema } from '#utils/model/thread.ts';
import { SELECTORS_MAX } from '#utils/model/team-site-facts.ts';
import { selectorNameSchema, siteSelectorsSchema } from '#utils/model/team-site.ts';
import { threadViewSchema } from '#utils/model/thread-view.ts';

export const nothingSchema = z.null();
/** The visible part of a post, in CSS pixels of the visible page. */
export const postBoxSchema = z.object({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().positive(),
  height: z.number().positive(),
  viewWidth: z.number().positive(),
  viewHeight: z.number().positive(),
});
export type PostBox = z.infer<typeof postBoxSchema>;

export const threadIdSchema = z.string().min(1).max(320);
export const byThreadSchema = z.strictObject({ threadId: threadIdSchema });

/** An act that the team may refuse: the fresh view, and in words why it was not done. */
export const actResultSchema = z.object({
  view: threadViewSchema.nullable(),
  refused: z.string().nullable(),
});
export type ActResult = z.infer<typeof actResultSchema>;

/** What a content script needs to know to do its work. */
export const pageRulesSchema = z.object({
  brands: z.array(brandSchema),
  /** Handles of all teammates on this site, lower case. */
  roster: z.array(z.string()),
  /** My own handles on this site, lower case. */
  myHandles: z.array(z.string()),
  mode: siteModeSchema,
  /** What the team has mended or taught of this site, by the full name of the selector. */
  selectors: siteSelectorsSchema,
  /** Where the adapter for all sites stands in for the page's own: what the team has mended of that one. */
  ownSelectors: siteSelectorsSchema.optional(),
});
export type PageRules = z.infer<typeof pageRulesSchema>;

export const characterRuleSchema = z.object({
  count: z.enum(['weighted', 'graphemes', 'mastodon', 'utf16']),
  limit: z.number().int().nullable(),
}) satisfies z.ZodType<CharacterRule>;

/** How an insertion ended. `notFound`: no reply box of that post is open. `unsure`: could not be proved. */
export const insertResultSchema = z.object({
  outcome: z.enum(['inserted', 'notFound', 'failed', 'unsure', 'waiting']),
  /** What to do next, in words; empty when all is well. */
  advice: z.string(),
});
export type InsertResult = z.infer<typeof insertResultSchema>;

/** What was known at a press of Send: the fence of my claim, what the guard had found, since when (local clock, ms). */
export const sendProofSchema = z.strictObject({
  fence: z.number().int().nonnegative().optional(),
  guard: guardReportSchema
    .pick({ found: true })
    .extend({ since: z.number().int() })
    .strict()
    .optional(),
});
export type SendProof = z.infer<typeof sendProofSchema>;

/** A reply that was about to be sent: what stood in the box, to which post, when (local clock, ms). */
export const sendIntentSchema = z.object({
  threadId: threadIdSchema,
  target: postSchema,
  text: z.string(),
  at: z.number(),
  proof: sendProofSchema,
});
export type SendIntent = z.infer<typeof sendIntentSchema>;

/** Longest draft that is kept, as long as the longest reply that is read. */
export const DRAFT_MAX = 20_000;
/** What was typed in a site's reply box and not sent; `at`: local clock, ms. */
export const keptDraftSchema = z.object({ text: z.string(), at: z.number() });
export type KeptDraft = z.infer<typeof keptDraftSchema>;

/** What speaks against sending a draft as it is: one line for people. `key` is the same as long as the matter is. */
export const draftAdviceSchema = z.object({
  key: z.string().max(200),
  /** Which check says so. */
  check: z.string().max(40),
  text: z.string().max(400),
  isWarning: z.boolean(),
});
export type DraftAdvice = z.infer<typeof draftAdviceSchema>;

/** The posts into which a draft can be cut, each with its length by the site's count. */
export const draftSplitSchema = z.object({
  parts: z.array(z.object({ text: z.string(), used: z.number().int() })).max(1_000),
  /** Null where the site has none, or its page is not open. */
  limit: z.number().int().nullable(),
  /** False where a site takes one post only. */
  isThreaded: z.boolean(),
});
export type DraftSplitOffer = z.infer<typeof draftSplitSchema>;

/** A text of the library as it is put into a draft, its variables filled. `title`: how people find it. */
export const snippetSchema = z.object({
  entryId: z.string().max(320),
  title: z.string().max(120),
  text: z.string().max(20_000),
});
export type Snippet = z.infer<typeof snippetSchema>;

function bySelector<T extends z.ZodType>(value: T) {
  return z
    .record(selectorNameSchema, value)
    .refine((all) => Object.keys(all).length <= SELECTORS_MAX, 'Too many selectors.');
}
/**
 * What a page holds by some selectors: elements found, posts read, elements that each selector finds, and the selectors
 * that were used: what the browser does not understand stays as shipped.
 */
export const selectorTrialSchema = z.object({
  found: z.number().int().nonnegative(),
  read: z.number().int().nonnegative(),
  hits: bySelector(z.number().int().nonnegative()),
  selectors: bySelector(z.string().max(2_000)),
});
export type SelectorTrial = z.infer<typeof selectorTrialSchema>;
