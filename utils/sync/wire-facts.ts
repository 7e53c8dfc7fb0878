/** The facts that clients push, part of what travels (`wire.ts`). */
import { z } from 'zod';
import { boardViewSchema } from '#utils/model/board-view.ts';
import { brandSchema } from '#utils/model/brand.ts';
import { deskSchema } from '#utils/model/desk.ts';
import { guideChangeSchema } from '#utils/model/guide.ts';
import { libraryChangeSchema, libraryStateSchema, libraryUseSchema } from '#utils/model/library.ts';
import { LOOK_COMMENT_MAX } from '#utils/model/look-limits.ts';
import { lookSchema, lookVerdictSchema } from '#utils/model/look.ts';
import { followUpSchema } from '#utils/model/follow-up.ts';
import { partnerSchema } from '#utils/model/partner.ts';
import { routingSchema } from '#utils/model/routing.ts';
import {
  collectionSchema,
  storyConsentSchema,
  storyEditSchema,
  storyNoticeSchema,
  storySaveSchema,
} from '#utils/model/story.ts';
import { rosterHandleSchema } from '#utils/model/team.ts';
import { teamSiteChangeSchema } from '#utils/model/team-site.ts';
import { happinessSchema, outcomeSchema, replySchema, threadSchema } from '#utils/model/thread.ts';
import { routeChangeSchema } from '#utils/model/thread-route.ts';
import { labelChangeSchema } from '#utils/model/triage.ts';

const id = z.string().min(1).max(320);

/** What a client may tell. Who, when and which team is stamped by the server. */
export const mutationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('thread.see'),
    args: threadSchema.pick({ id: true, post: true, match: true }).strict(),
  }),
  z.strictObject({
    kind: z.literal('thread.setOutcome'),
    args: z.strictObject({
      id,
      outcome: outcomeSchema,
      reason: z.string().max(300),
      /** With `settled`: how the customer took it, as far as anybody can tell. */
      happiness: happinessSchema.optional(),
    }),
  }),
  z.strictObject({
    // A person answered "Acme?": yes, this is about us.
    kind: z.literal('thread.confirm'),
    args: z.strictObject({ id }),
  }),
  z.strictObject({
    // A person says what a post is, over what Hearback thinks of it.
    kind: z.literal('thread.label'),
    args: z.strictObject({ id, ...labelChangeSchema.shape }),
  }),
  z.strictObject({
    // The customer wrote again after the team had answered.
    kind: z.literal('thread.followUp'),
    args: z.strictObject({ id, followUp: followUpSchema.strict() }),
  }),
  z.strictObject({
    // A rule or a person says who should take a thread up, and how soon.
    kind: z.literal('thread.route'),
    args: z.strictObject({ id, ...routeChangeSchema.shape }),
  }),
  z.strictObject({
    // Put off until then (server clock, ms); null brings it back.
    kind: z.literal('thread.snooze'),
    args: z.strictObject({ id, until: z.number().int().nonnegative().nullable() }),
  }),
  z.strictObject({
    kind: z.literal('look.ask'),
    args: z.strictObject({ id, text: lookSchema.shape.text, note: lookSchema.shape.note }),
  }),
  z.strictObject({
    kind: z.literal('look.answer'),
    args: z.strictObject({
      id,
      verdict: lookVerdictSchema,
      text: z.string().max(LOOK_COMMENT_MAX),
    }),
  }),
  z.strictObject({ kind: z.literal('look.end'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('reply.record'),
    args: replySchema.omit({ memberId: true, stale: true }).strict(),
  }),
  z.strictObject({
    kind: z.literal('story.save'),
    args: storySaveSchema,
  }),
  z.strictObject({ kind: z.literal('story.edit'), args: storyEditSchema }),
  // A step of asking the customer for permission, with their answer.
  z.strictObject({ kind: z.literal('story.consent'), args: storyConsentSchema }),
  // What was seen of its post on the page, or came after it.
  z.strictObject({ kind: z.literal('story.notice'), args: storyNoticeSchema }),
  z.strictObject({ kind: z.literal('story.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('collection.save'), args: collectionSchema.strict() }),
  z.strictObject({ kind: z.literal('collection.remove'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('library.save'),
    args: libraryChangeSchema,
  }),
  z.strictObject({ kind: z.literal('library.remove'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('library.setState'),
    args: z.strictObject({ id, state: libraryStateSchema }),
  }),
  z.strictObject({ kind: z.literal('library.use'), args: libraryUseSchema }),
  // The counts of an entry's use start anew.
  z.strictObject({ kind: z.literal('library.forgetUses'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('guide.save'), args: guideChangeSchema }),
  z.strictObject({ kind: z.literal('desk.save'), args: deskSchema.strict() }),
  z.strictObject({ kind: z.literal('desk.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('partner.save'), args: partnerSchema.strict() }),
  z.strictObject({ kind: z.literal('partner.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('routing.save'), args: routingSchema.strict() }),
  z.strictObject({ kind: z.literal('view.save'), args: boardViewSchema.strict() }),
  z.strictObject({ kind: z.literal('view.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('brand.save'), args: brandSchema.strict() }),
  z.strictObject({ kind: z.literal('brand.remove'), args: z.strictObject({ id }) }),
  z.strictObject({ kind: z.literal('site.save'), args: teamSiteChangeSchema }),
  z.strictObject({ kind: z.literal('site.remove'), args: z.strictObject({ id }) }),
  z.strictObject({
    kind: z.literal('member.update'),
    args: z.strictObject({
      id,
      name: z.string().trim().min(1).max(80),
      handles: z.array(rosterHandleSchema).max(50),
    }),
  }),
]);
export type Mutation = z.infer<typeof mutationSchema>;
export type MutationKind = Mutation['kind'];
