/** What background tells content scripts. */
import { z } from 'zod';
import { postSchema } from '#utils/model/post.ts';
import { siteIdSchema } from '#utils/model/site-schema.ts';
import { siteSelectorsSchema } from '#utils/model/team-site.ts';
import { threadViewSchema } from '#utils/model/thread-view.ts';
import {
  byThreadSchema,
  characterRuleSchema,
  insertResultSchema,
  nothingSchema,
  postBoxSchema,
  pageRulesSchema,
  selectorTrialSchema,
  threadIdSchema,
} from './payloads.ts';

interface PageMessageSpec {
  request: z.ZodType;
  response: z.ZodType;
}

/** Each is answered. */
export const pageMessages = {
  /** Brands, roster or mode have changed: the page is read again by these rules. */
  'rules.changed': { request: pageRulesSchema, response: nothingSchema },
  /** What is known of these threads has changed; the team has nothing any more of those that are gone. */
  'thread.changed': {
    request: z.strictObject({ views: z.array(threadViewSchema), gone: z.array(threadIdSchema) }),
    response: nothingSchema,
  },
  /** Puts a draft into the reply box of a thread’s post. */
  'page.insert': {
    request: z.strictObject({ threadId: threadIdSchema, text: z.string() }),
    response: insertResultSchema,
  },
  /** Scrolls to a thread’s post and shows it; false when it is not on this page. */
  'page.reveal': { request: byThreadSchema, response: z.boolean() },
  /** How this page's site counts a reply; counting itself is too heavy for a page. */
  'page.characterRule': { request: z.null(), response: characterRuleSchema },
  /**
   * A post of this page, for saving it as a story: `menu`, that under the last right-click; `here`, the one that a person
   * has selected, stands in or points at, else the one in the middle; or that of a thread.
   */
  'page.findPost': {
    request: z.strictObject({ at: z.union([z.enum(['menu', 'here']), threadIdSchema]) }),
    response: postSchema.nullable(),
  },
  /** Where a post of this page stands, with ours out of sight for a moment, so that a picture can be taken of it. */
  'page.framePost': {
    request: z.strictObject({ key: threadIdSchema }),
    response: postBoxSchema.nullable(),
  },
  /** Reads the page once by other selectors of this site; those of `now` stand again afterwards. */
  'page.trySelectors': {
    request: z.strictObject({
      site: siteIdSchema,
      now: siteSelectorsSchema,
      wanted: siteSelectorsSchema,
    }),
    response: selectorTrialSchema,
  },
  /**
   * Takes what is selected on the page for a post, because a person chose "This is a post"; the page says what came of
   * it.
   */
  'page.markPost': { request: z.null(), response: nothingSchema },
  /** Begins pointing, by the script that the background has just brought into the page. */
  'page.teach': { request: z.null(), response: nothingSchema },
  /** Says something short on the page, as after a story was saved from the menu. */
  'page.say': { request: z.strictObject({ text: z.string().max(300) }), response: nothingSchema },
} as const satisfies Record<string, PageMessageSpec>;

export type PageMessageName = keyof typeof pageMessages;
export type PageRequestOf<N extends PageMessageName> = z.infer<(typeof pageMessages)[N]['request']>;
export type PageResponseOf<N extends PageMessageName> = z.infer<
  (typeof pageMessages)[N]['response']
>;
