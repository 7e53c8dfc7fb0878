/**
 * All messages of the extension: one record, so that a missing handler does not compile. `from` says who may
 * send: `content` is half trusted (a page may own it), `page` is the extension's own pages.
 */
import { z } from 'zod';
import {
  auditPageSchema,
  deviceSchema,
  erasureSchema,
  retentionDaysSchema,
} from '#utils/model/access.ts';
import { brandSchema, matchSchema } from '#utils/model/brand.ts';
import type { CharacterRule } from '#utils/model/character-rule.ts';
import { libraryEntrySchema, suggestionSchema } from '#utils/model/library.ts';
import { postSchema } from '#utils/model/post.ts';
import { siteIdSchema, siteModeSchema } from '#utils/model/site.ts';
import { memberSchema, roleSchema, rosterHandleSchema, teamSchema } from '#utils/model/team.ts';
import {
  HAND_OVER_NOTE_MAX,
  guardReportSchema,
  presenceKindSchema,
  presenceSchema,
} from '#utils/model/thread.ts';
import { connectionSchema, threadViewSchema } from '#utils/model/thread-view.ts';
import { troubleKindSchema } from '#utils/model/trouble.ts';
import { settingsSchema } from '#utils/settings/schema.ts';

export type SenderKind = 'content' | 'page';

interface MessageSpec {
  from: readonly SenderKind[];
  request: z.ZodType;
  response: z.ZodType;
}

const nothing = z.null();
const threadId = z.string().min(1).max(320);
const byThread = z.strictObject({ threadId });
const memberId = z.string().min(1).max(60);
const invite = z.object({ link: z.string(), expiresAt: z.number() });
const content = ['content'] as const;
const page = ['page'] as const;
const both = ['content', 'page'] as const;

/** An act that the team may refuse: the fresh view, and in words why it was not done. */
const actResult = z.object({ view: threadViewSchema.nullable(), refused: z.string().nullable() });
export type ActResult = z.infer<typeof actResult>;

/** What a content script needs to know to do its work. */
export const pageRulesSchema = z.object({
  brands: z.array(brandSchema),
  /** Handles of all teammates on this site, lower case. */
  roster: z.array(z.string()),
  /** My own handles on this site, lower case. */
  myHandles: z.array(z.string()),
  mode: siteModeSchema,
});
export type PageRules = z.infer<typeof pageRulesSchema>;

const characterRuleSchema = z.object({
  count: z.enum(['weighted', 'graphemes', 'mastodon']),
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
const sendProofSchema = z.strictObject({
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
  threadId,
  target: postSchema,
  text: z.string(),
  at: z.number(),
  proof: sendProofSchema,
});
export type SendIntent = z.infer<typeof sendIntentSchema>;

/** Longest draft that is kept, as long as the longest reply that is read. */
export const DRAFT_MAX = 20_000;
/** What was typed in a site's reply box and not sent; `at`: local clock, ms. */
const keptDraftSchema = z.object({ text: z.string(), at: z.number() });
export type KeptDraft = z.infer<typeof keptDraftSchema>;

/** What people see of an import before and after it is done. */
export const importReportSchema = z.object({
  added: z.number().int(),
  skipped: z.array(z.object({ line: z.number().int(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const messages = {
  /** A page was opened on a granted site: gives the rules to read it by. */
  'page.hello': {
    from: content,
    request: z.strictObject({ site: siteIdSchema }),
    response: pageRulesSchema,
  },
  /** Posts that matched a brand; stored, told to the team, and answered with what is known of them. */
  'mention.report': {
    from: content,
    request: z.strictObject({
      mentions: z.array(z.strictObject({ threadId, post: postSchema, match: matchSchema })).max(50),
    }),
    response: z.array(threadViewSchema),
  },
  /** Teammates' answers that were seen in a thread, or noticed while being sent. */
  'reply.report': {
    from: content,
    request: z.strictObject({
      replies: z
        .array(
          z.strictObject({
            threadId,
            post: postSchema,
            source: z.enum(['sent', 'seen']),
            /** With `sent`. */
            fence: z.number().int().nonnegative().optional(),
            guard: guardReportSchema.optional(),
          }),
        )
        .max(50),
    }),
    response: nothing,
  },
  /** A person pressed Send. Kept for half a minute, as some sites answer by loading a new page. */
  'reply.intend': {
    from: content,
    request: z.strictObject({
      threadId,
      target: postSchema,
      text: z.string().min(1).max(DRAFT_MAX),
      proof: sendProofSchema,
    }),
    response: nothing,
  },
  /**
   * Asks the team's server for the newest of a thread before a reply is sent; answered within 2 s. `noAnswer`: the
   * server did not say in time, the view is what is known here. `alone`: there is no team to ask.
   */
  'reply.guard': {
    from: content,
    request: z.strictObject({ threadId, phase: z.enum(['focus', 'send']) }),
    response: z.object({
      outcome: z.enum(['answered', 'noAnswer', 'alone']),
      view: threadViewSchema.nullable(),
    }),
  },
  /** Keeps what is typed in the site's reply box of a mention; never told to the team. */
  'draft.save': {
    from: content,
    request: z.strictObject({ threadId, text: z.string().min(1).max(DRAFT_MAX) }),
    response: nothing,
  },
  /** The draft that is kept of the site's reply box; null when there is none. */
  'draft.load': { from: both, request: byThread, response: keptDraftSchema.nullable() },
  /** Forgets a kept draft, as after it was sent or thrown away. */
  'draft.forget': { from: both, request: byThread, response: nothing },
  /** Renews my claim on a thread while I write; anything else is left as it is. */
  'thread.keep': { from: content, request: byThread, response: nothing },
  /** What was about to be sent when the tab's last page of this site went away; told once. */
  'reply.intended': { from: content, request: z.null(), response: sendIntentSchema.nullable() },
  /** The threads now on this page, in order, for popup and panel. */
  'page.threads': {
    from: content,
    request: z.strictObject({
      threadIds: z.array(threadId).max(500),
      account: z.string().max(200).nullable(),
    }),
    response: nothing,
  },
  /** Makes everything in the sender's page answer to hit tests, or ends that; for browsers that do not say what is seen. */
  'page.probe': {
    from: content,
    request: z.strictObject({ isOn: z.boolean() }),
    response: nothing,
  },
  /** Asks the team for the claim on a thread; without a team it is refused in words. */
  'thread.claim': { from: both, request: byThread, response: actResult },
  /** Gives my claim on a thread back. */
  'thread.release': { from: both, request: byThread, response: actResult },
  /** Takes a thread whose claim has run out; a lead or the owner may take it from its holder. */
  'thread.takeOver': { from: both, request: byThread, response: actResult },
  /** Gives a thread to a teammate with a note: its holder, or a lead also for others and for free threads. */
  'thread.handOver': {
    from: page,
    request: z.strictObject({
      threadId,
      to: memberId,
      note: z.string().max(HAND_OVER_NOTE_MAX),
    }),
    response: actResult,
  },
  /** Nobody needs to answer this thread; the reason is kept. */
  'thread.setAside': {
    from: both,
    request: z.strictObject({ threadId, reason: z.string().max(300) }),
    response: actResult,
  },
  /** Undo of setting aside. */
  'thread.reopen': { from: both, request: byThread, response: actResult },
  /** The answer to "Acme?": yes (`isUs`) or not us. */
  'thread.confirm': {
    from: both,
    request: z.strictObject({ threadId, isUs: z.boolean() }),
    response: actResult,
  },
  /** Looking or typing now; the content script repeats it while it lasts. */
  'presence.report': {
    from: both,
    request: z.strictObject({ threadId, kind: presenceKindSchema }),
    response: nothing,
  },
  /** Keeps worker and live channel awake while a person looks at a page (reliability.md §4.7). */
  'live.beat': { from: both, request: z.null(), response: connectionSchema },
  /** Saves a customer story; `post` where the post is not a thread of ours. */
  'story.save': {
    from: both,
    request: z.strictObject({
      threadId,
      post: postSchema.optional(),
      note: z.string().max(2_000),
      tags: z.array(z.string().max(40)).max(20),
    }),
    response: actResult,
  },
  /** Removes a saved customer story. */
  'story.remove': { from: page, request: z.strictObject({ id: threadId }), response: nothing },
  /** Opens popup or side panel on this thread. Must be called from a person's click. */
  'panel.open': { from: content, request: byThread, response: nothing },

  /** Up to three suggestions for a thread; an empty list when nothing is good enough. */
  'suggestion.list': { from: page, request: byThread, response: z.array(suggestionSchema) },
  /** Puts a draft into the reply box of the page in `tabId`. */
  'reply.insert': {
    from: page,
    request: z.strictObject({
      threadId,
      tabId: z.number().int(),
      text: z.string().min(1).max(10_000),
    }),
    response: insertResultSchema,
  },
  /** What this tab shows, for popup and panel; null where Hearback does not read the page. */
  'page.state': {
    from: page,
    request: z.strictObject({ tabId: z.number().int() }),
    response: z
      .object({
        site: siteIdSchema,
        threadIds: z.array(threadId),
        /** Set when a chip asked for this thread. */
        chosen: threadId.nullable(),
        account: z.string().nullable(),
      })
      .nullable(),
  },
  /** Scrolls the page to a thread's post. False: it is not on that page. */
  'page.reveal': {
    from: page,
    request: z.strictObject({ tabId: z.number().int(), threadId }),
    response: z.boolean(),
  },
  /** How a draft counts on its site. */
  'reply.count': {
    from: page,
    request: z.strictObject({ tabId: z.number().int(), text: z.string().max(20_000) }),
    response: z.object({ used: z.number().int(), limit: z.number().int().nullable() }),
  },

  /** How this browser stands to its team. */
  'team.state': {
    from: page,
    request: z.null(),
    response: z.object({
      connection: connectionSchema,
      team: teamSchema.nullable(),
      me: memberSchema.nullable(),
      server: z.string().nullable(),
      /** A sentence that needs a person: token revoked, update needed; null when all is well. */
      trouble: z.string().nullable(),
      /** Which trouble it is, where its words are known; null for others. */
      troubleKind: troubleKindSchema.nullable(),
      /** Teammates who look or type now. */
      presence: z.array(presenceSchema),
    }),
  },
  /** Joins by invite link. The permission for the server's origin must have been asked for before. */
  'team.join': {
    from: page,
    request: z.strictObject({ link: z.string().max(2_000), name: z.string().max(80) }),
    response: z.object({ team: teamSchema, me: memberSchema }),
  },
  /** Leaves the team, wipes its data from this browser and switches all sites off. */
  'team.leave': { from: page, request: z.null(), response: nothing },
  /** A new invite link (owner and lead). */
  'team.invite': {
    from: page,
    request: z.strictObject({ role: z.enum(['lead', 'member']) }),
    response: invite,
  },
  /** The browsers that are signed in: one's own, for leads those of everybody. `own` is this one. */
  'device.list': {
    from: page,
    request: z.null(),
    response: z.object({ devices: z.array(deviceSchema), own: z.string() }),
  },
  /** Signs a browser out of the team. */
  'device.revoke': {
    from: page,
    request: z.strictObject({ deviceId: memberId }),
    response: nothing,
  },
  /** A link by which a teammate signs in on one more browser. */
  'device.invite': { from: page, request: z.strictObject({ memberId }), response: invite },
  /** Makes a teammate a member, a lead or an owner (owner). */
  'member.setRole': {
    from: page,
    request: z.strictObject({ memberId, role: roleSchema }),
    response: nothing,
  },
  /** Removes a teammate from the team: browsers signed out, claims given back. */
  'member.remove': { from: page, request: z.strictObject({ memberId }), response: nothing },
  /** What was done in the team, newest first; older than `before`, from the newest with null (lead and owner). */
  'audit.list': {
    from: page,
    request: z.strictObject({ before: z.string().max(200).nullable() }),
    response: auditPageSchema,
  },
  /** How long the team keeps threads, in days. */
  'retention.load': {
    from: page,
    request: z.null(),
    response: z.object({ retentionDays: z.number().int() }),
  },
  /** Changes how long the team keeps threads (owner). */
  'retention.save': {
    from: page,
    request: z.strictObject({ retentionDays: retentionDaysSchema }),
    response: nothing,
  },
  /** Erases a post or an author for the whole team and for good; says how many records are gone (lead and owner). */
  'team.erase': {
    from: page,
    request: z.strictObject({ what: erasureSchema }),
    response: z.object({ erased: z.number().int() }),
  },
  /** Changes the name of a teammate, or the handles by which their replies are recognized. */
  'member.update': {
    from: page,
    request: z.strictObject({
      id: z.string().max(60),
      name: z.string().max(80),
      handles: z.array(rosterHandleSchema).max(50),
    }),
    response: nothing,
  },
  /** Adds or changes what the team answers for. */
  'brand.save': { from: page, request: brandSchema.strict(), response: nothing },
  /** Stops answering for a brand. */
  'brand.remove': {
    from: page,
    request: z.strictObject({ id: z.string().max(60) }),
    response: nothing,
  },
  /** Adds or changes a text of the library. */
  'library.save': {
    from: page,
    request: libraryEntrySchema.omit({ memberId: true, at: true }).strict(),
    response: nothing,
  },
  /** Removes a text from the library. */
  'library.remove': { from: page, request: z.strictObject({ id: threadId }), response: nothing },
  /** Reads snippets from a CSV or JSON file's text and saves those that are sound. */
  'library.import': {
    from: page,
    request: z.strictObject({ fileName: z.string().max(200), text: z.string().max(5_000_000) }),
    response: importReportSchema,
  },
  /** Facts that the team refused for good, with the reason, newest first. */
  'refused.list': {
    from: page,
    request: z.null(),
    response: z.array(z.object({ id: z.number().int(), what: z.string(), why: z.string() })),
  },
  /** A person has read why. */
  'refused.dismiss': {
    from: page,
    request: z.strictObject({ id: z.number().int() }),
    response: nothing,
  },
  /** The settings of this browser; of those that a newer version wrote, what can be read. */
  'settings.load': { from: page, request: z.null(), response: settingsSchema },
  /** Saves settings and registers or removes the content script accordingly. */
  'settings.save': { from: page, request: settingsSchema.strict(), response: settingsSchema },
} as const satisfies Record<string, MessageSpec>;

export type MessageName = keyof typeof messages;
export type RequestOf<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<(typeof messages)[N]['response']>;

/** What background tells content scripts; each is answered. */
export const pageMessages = {
  /** Brands, roster or mode have changed: the page is read again by these rules. */
  'rules.changed': { request: pageRulesSchema, response: nothing },
  /** What is known of these threads has changed; the team has nothing any more of those that are gone. */
  'thread.changed': {
    request: z.strictObject({ views: z.array(threadViewSchema), gone: z.array(threadId) }),
    response: nothing,
  },
  /** Puts a draft into the reply box of a thread’s post. */
  'page.insert': {
    request: z.strictObject({ threadId, text: z.string() }),
    response: insertResultSchema,
  },
  /** Scrolls to a thread’s post and shows it; false when it is not on this page. */
  'page.reveal': { request: byThread, response: z.boolean() },
  /** How this page's site counts a reply; counting itself is too heavy for a page. */
  'page.characterRule': { request: z.null(), response: characterRuleSchema },
  /** The post under the last right-click, for "Save as customer story". */
  'page.postAtMenu': { request: z.null(), response: postSchema.nullable() },
  /** Says something short on the page, as after a story was saved from the menu. */
  'page.say': { request: z.strictObject({ text: z.string().max(300) }), response: nothing },
} as const satisfies Record<string, Omit<MessageSpec, 'from'>>;

export type PageMessageName = keyof typeof pageMessages;
export type PageRequestOf<N extends PageMessageName> = z.infer<(typeof pageMessages)[N]['request']>;
export type PageResponseOf<N extends PageMessageName> = z.infer<
  (typeof pageMessages)[N]['response']
>;
