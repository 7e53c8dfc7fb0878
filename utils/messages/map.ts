/**
 * All messages of the extension: one record, so that a missing handler does not compile; some areas have a file of
 * their own, `map-*.ts`, which is spread into it. `from` says who may
 * send: `content` is half trusted (a page may own it), `frame` is the same in a frame, which shows nothing of ours and
 * so asks for no act of a chip (docs/decisions/0015-frames.md), `page` is the extension's own pages.
 */
import { z } from 'zod';
import {
  auditPageSchema,
  deviceSchema,
  erasureSchema,
  retentionDaysSchema,
} from '#utils/model/access.ts';
import { brandSchema, matchSchema } from '#utils/model/brand.ts';
import { suggestionSchema } from '#utils/model/library.ts';
import {
  polishRequestSchema,
  polishResponseSchema,
  polishStatusSchema,
} from '#utils/model/polish.ts';
import { postSchema } from '#utils/model/post.ts';
import { siteIdSchema } from '#utils/model/site-schema.ts';
import { pageHealthSchema, siteHealthSchema } from '#utils/model/site-health.ts';
import { lessonSchema } from '#utils/model/lesson.ts';
import { memberSchema, roleSchema, rosterHandleSchema, teamSchema } from '#utils/model/team.ts';
import {
  siteSelectorsSchema,
  teamSiteChangeSchema,
  teamSiteSchema,
} from '#utils/model/team-site.ts';
import {
  HAND_OVER_NOTE_MAX,
  guardReportSchema,
  presenceKindSchema,
  presenceSchema,
} from '#utils/model/thread.ts';
import { connectionSchema, threadViewSchema } from '#utils/model/thread-view.ts';
import { troubleKindSchema } from '#utils/model/trouble.ts';
import { settingsSchema } from '#utils/settings/schema.ts';
import { boardMessages } from './map-board.ts';
import { draftMessages } from './map-drafts.ts';
import { guideMessages } from './map-guide.ts';
import { libraryMessages } from './map-library.ts';
import { storyMessages } from './map-stories.ts';
import { webhookMessages } from './map-webhooks.ts';
import { triageMessages } from './map-triage.ts';
import type { MessageSpec, SenderKind } from './message-spec.ts';
import {
  DRAFT_MAX,
  draftAdviceSchema,
  actResultSchema,
  byThreadSchema,
  insertResultSchema,
  keptDraftSchema,
  nothingSchema,
  pageRulesSchema,
  selectorTrialSchema,
  sendIntentSchema,
  sendProofSchema,
  threadIdSchema,
} from './payloads.ts';

export type { SenderKind };

const memberId = z.string().min(1).max(60);
const invite = z.object({ link: z.string(), expiresAt: z.number() });
const content = ['content'] as const;
const anyContent = ['content', 'frame'] as const;
const page = ['page'] as const;
const both = ['content', 'page'] as const;
const all = ['content', 'frame', 'page'] as const;

export const messages = {
  /** Brings the adapter of the page's site into the page. */
  'site.load': {
    from: anyContent,
    request: z.strictObject({ site: siteIdSchema }),
    response: nothingSchema,
  },
  /**
   * A page was opened on a granted site: gives the rules to read it by as `site`. `ownSite`: the site that the page is
   * of, which is another one where the adapter of all sites stands in for its own.
   */
  'page.hello': {
    from: anyContent,
    request: z.strictObject({ site: siteIdSchema, ownSite: siteIdSchema }),
    response: pageRulesSchema,
  },
  /** Posts that matched a brand; stored, told to the team, and answered with what is known of them. */
  'mention.report': {
    from: anyContent,
    request: z.strictObject({
      mentions: z
        .array(z.strictObject({ threadId: threadIdSchema, post: postSchema, match: matchSchema }))
        .max(50),
    }),
    response: z.array(threadViewSchema),
  },
  /**
   * Teammates' answers that were seen in a thread, or noticed while being sent; and, behind them, what the customer wrote
   * there on an answer (`seen`).
   */
  'reply.report': {
    from: anyContent,
    request: z.strictObject({
      replies: z
        .array(
          z.strictObject({
            threadId: threadIdSchema,
            post: postSchema,
            source: z.enum(['sent', 'seen']),
            /** With `sent`. */
            fence: z.number().int().nonnegative().optional(),
            guard: guardReportSchema.optional(),
          }),
        )
        .max(50),
    }),
    response: nothingSchema,
  },
  /** A person pressed Send. Kept for half a minute, as some sites answer by loading a new page. */
  'reply.intend': {
    from: anyContent,
    request: z.strictObject({
      threadId: threadIdSchema,
      target: postSchema,
      text: z.string().min(1).max(DRAFT_MAX),
      proof: sendProofSchema,
    }),
    response: nothingSchema,
  },
  /**
   * Asks the team's server for the newest of a thread before a reply is sent; answered within 2 s. `noAnswer`: the
   * server did not say in time, the view is what is known here. `alone`: there is no team to ask.
   */
  'reply.guard': {
    from: anyContent,
    request: z.strictObject({ threadId: threadIdSchema, phase: z.enum(['focus', 'send']) }),
    response: z.object({
      outcome: z.enum(['answered', 'noAnswer', 'alone']),
      view: threadViewSchema.nullable(),
    }),
  },
  /**
   * Keeps what is typed in the site's reply box of a mention, never told to the team, and says what speaks against
   * sending it so, the weightiest first.
   */
  'draft.save': {
    from: anyContent,
    request: z.strictObject({ threadId: threadIdSchema, text: z.string().min(1).max(DRAFT_MAX) }),
    response: z.array(draftAdviceSchema),
  },
  /** The draft that is kept of the site's reply box; null when there is none. */
  'draft.load': { from: all, request: byThreadSchema, response: keptDraftSchema.nullable() },
  /** Forgets a kept draft, as after it was sent or thrown away. */
  'draft.forget': { from: all, request: byThreadSchema, response: nothingSchema },
  /** Renews my claim on a thread while I write; anything else is left as it is. */
  'thread.keep': { from: anyContent, request: byThreadSchema, response: nothingSchema },
  /** What was about to be sent when the tab's last page of this site went away; told once. */
  'reply.intended': { from: anyContent, request: z.null(), response: sendIntentSchema.nullable() },
  /** The threads now on this page, in order, for popup and panel. */
  'page.threads': {
    from: anyContent,
    request: z.strictObject({
      threadIds: z.array(threadIdSchema).max(500),
      account: z.string().max(200).nullable(),
    }),
    response: nothingSchema,
  },
  /**
   * Makes everything in the sender's page answer to hit tests, or ends that; for browsers that do not say what is
   * seen.
   */
  'page.probe': {
    from: content,
    request: z.strictObject({ isOn: z.boolean() }),
    response: nothingSchema,
  },
  /** Asks the team for the claim on a thread; without a team it is refused in words. */
  'thread.claim': { from: both, request: byThreadSchema, response: actResultSchema },
  /** Gives my claim on a thread back. */
  'thread.release': { from: both, request: byThreadSchema, response: actResultSchema },
  /** Takes a thread whose claim has run out; a lead or the owner may take it from its holder. */
  'thread.takeOver': { from: both, request: byThreadSchema, response: actResultSchema },
  /** Gives a thread to a teammate with a note: its holder, or a lead also for others and for free threads. */
  'thread.handOver': {
    from: page,
    request: z.strictObject({
      threadId: threadIdSchema,
      to: memberId,
      note: z.string().max(HAND_OVER_NOTE_MAX),
    }),
    response: actResultSchema,
  },
  /** Nobody needs to answer this thread; the reason is kept. */
  'thread.setAside': {
    from: both,
    request: z.strictObject({ threadId: threadIdSchema, reason: z.string().max(300) }),
    response: actResultSchema,
  },
  /** Undo of setting aside. */
  'thread.reopen': { from: both, request: byThreadSchema, response: actResultSchema },
  /** The answer to "Acme?": yes (`isUs`) or not us. */
  'thread.confirm': {
    from: both,
    request: z.strictObject({ threadId: threadIdSchema, isUs: z.boolean() }),
    response: actResultSchema,
  },
  /** Looking or typing now; the content script repeats it while it lasts. */
  'presence.report': {
    from: all,
    request: z.strictObject({ threadId: threadIdSchema, kind: presenceKindSchema }),
    response: nothingSchema,
  },
  /** Keeps worker and live channel awake while a person looks at a page (reliability.md §4.7). */
  'live.beat': { from: all, request: z.null(), response: connectionSchema },
  /** Opens popup or side panel on this thread. Must be called from a person's click. */
  'panel.open': { from: content, request: byThreadSchema, response: nothingSchema },

  /** Up to three suggestions for a thread; an empty list when nothing is good enough. */
  'suggestion.list': { from: page, request: byThreadSchema, response: z.array(suggestionSchema) },
  /** Whether the team's server has a model, and what is left of its day. */
  'polish.status': { from: page, request: z.null(), response: polishStatusSchema },
  /** Lets the team's model work on drafts, at a person's click. A refusal is an answer. */
  'polish.ask': { from: page, request: polishRequestSchema, response: polishResponseSchema },
  /** Puts a draft into the reply box of the page in `tabId`. */
  'reply.insert': {
    from: page,
    request: z.strictObject({
      threadId: threadIdSchema,
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
        threadIds: z.array(threadIdSchema),
        /** Set when a chip asked for this thread. */
        chosen: threadIdSchema.nullable(),
        account: z.string().nullable(),
      })
      .nullable(),
  },
  /** Scrolls the page to a thread's post. False: it is not on that page. */
  'page.reveal': {
    from: page,
    request: z.strictObject({ tabId: z.number().int(), threadId: threadIdSchema }),
    response: z.boolean(),
  },
  /** What speaks against sending a draft as it is, the weightiest first; its length by the site is `reply.count`. */
  'draft.check': {
    from: page,
    request: z.strictObject({ threadId: threadIdSchema, text: z.string().max(DRAFT_MAX) }),
    response: z.array(draftAdviceSchema),
  },
  /** How a draft counts on its site. */
  'reply.count': {
    from: page,
    request: z.strictObject({
      tabId: z.number().int(),
      text: z.string().max(20_000),
      /** Tells which of several that a tab shows. */
      threadId: threadIdSchema.optional(),
    }),
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
  'team.leave': { from: page, request: z.null(), response: nothingSchema },
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
    response: nothingSchema,
  },
  /** A link by which a teammate signs in on one more browser. */
  'device.invite': { from: page, request: z.strictObject({ memberId }), response: invite },
  /** Makes a teammate a member, a lead or an owner (owner). */
  'member.setRole': {
    from: page,
    request: z.strictObject({ memberId, role: roleSchema }),
    response: nothingSchema,
  },
  /** Removes a teammate from the team: browsers signed out, claims given back. */
  'member.remove': { from: page, request: z.strictObject({ memberId }), response: nothingSchema },
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
    response: nothingSchema,
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
    response: nothingSchema,
  },
  /** Adds or changes what the team answers for. */
  'brand.save': { from: page, request: brandSchema.strict(), response: nothingSchema },
  /** Stops answering for a brand. */
  'brand.remove': {
    from: page,
    request: z.strictObject({ id: z.string().max(60) }),
    response: nothingSchema,
  },
  /** How much was found in a page that had time to come, in numbers; again when posts come later. */
  'site.health': { from: anyContent, request: pageHealthSchema, response: nothingSchema },
  /** How well each site has been read in this browser. */
  'siteHealth.list': { from: page, request: z.null(), response: z.array(siteHealthSchema) },
  /**
   * How the team has mended or taught the site by which the page in `tabId` is read; null where Hearback does not read
   * the page. `others`: the site that the page says it is of, where the adapter of all sites stands in for its own.
   */
  'teamSite.load': {
    from: page,
    request: z.strictObject({ tabId: z.number().int() }),
    response: z
      .object({
        id: z.string(),
        others: z.array(siteIdSchema),
        teamSite: teamSiteSchema.nullable(),
      })
      .nullable(),
  },
  /** What the page in `tabId` would hold by these selectors of `id`, absent for the site by which it is read. */
  'teamSite.try': {
    from: page,
    request: z.strictObject({
      tabId: z.number().int(),
      id: z.string().max(300).optional(),
      selectors: siteSelectorsSchema,
    }),
    response: selectorTrialSchema,
  },
  /** Mends or teaches a site for the whole team (lead and owner). */
  'teamSite.save': { from: page, request: teamSiteChangeSchema, response: nothingSchema },
  /** Goes back to how Hearback reads the site by itself (lead and owner). */
  'teamSite.remove': {
    from: page,
    request: teamSiteChangeSchema.pick({ id: true }).strict(),
    response: nothingSchema,
  },
  /** Begins pointing at the parts of a post in the page of `tabId` (lead and owner). */
  'teach.start': {
    from: page,
    request: z.strictObject({ tabId: z.number().int() }),
    response: nothingSchema,
  },
  /**
   * What somebody has pointed at, as selectors for the page's own host. Taken once, from a page that was asked by
   * `teach.start`; nothing is saved by it. Opens the panel, if called from a person's click.
   */
  'teach.offer': {
    from: content,
    request: lessonSchema,
    response: z.object({ isPanelOpen: z.boolean() }),
  },
  /**
   * Whether the site of the page in `tabId` was taught, and what the page has proposed (null for nothing), to be read
   * by a person and saved by `teamSite.save`. Null where Hearback knows the site or does not read the page.
   */
  'teach.load': {
    from: page,
    request: z.strictObject({ tabId: z.number().int() }),
    response: z
      .object({
        id: z.string(),
        host: z.string(),
        isTaught: z.boolean(),
        selectors: lessonSchema.nullable(),
      })
      .nullable(),
  },
  /** Forgets what the page of `tabId` has proposed: it was saved, or is not wanted. */
  'teach.drop': {
    from: page,
    request: z.strictObject({ tabId: z.number().int() }),
    response: nothingSchema,
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
    response: nothingSchema,
  },
  /** The settings of this browser; of those that a newer version wrote, what can be read. */
  'settings.load': { from: page, request: z.null(), response: settingsSchema },
  /** Saves settings and registers or removes the content script accordingly. */
  'settings.save': { from: page, request: settingsSchema.strict(), response: settingsSchema },
  ...boardMessages,
  ...draftMessages,
  ...guideMessages,
  ...libraryMessages,
  ...storyMessages,
  ...triageMessages,
  ...webhookMessages,
} as const satisfies Record<string, MessageSpec>;

export type MessageName = keyof typeof messages;
export type RequestOf<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<(typeof messages)[N]['response']>;
