/** Messages about customers' stories, a part of the map. */
import { z } from 'zod';
import {
  CONSENT_STEPS_MAX,
  CAMPAIGN_MAX,
  NOTE_MAX,
  TAG_MAX,
  TAGS_MAX,
} from '#utils/model/story-limits.ts';
import { postSchema } from '#utils/model/post.ts';
import {
  collectionSchema,
  storyConsentSchema,
  storyEditSchema,
  storySaveSchema,
} from '#utils/model/story.ts';
import { shareRequestSchema, shareSchema } from '#utils/model/share.ts';
import type { MessageSpec } from './message-spec.ts';
import { actResultSchema, nothingSchema, threadIdSchema } from './payloads.ts';

const page = ['page'] as const;
const both = ['content', 'page'] as const;

export const storyMessages = {
  /** Saves a customer story; `post` where the post is not a thread of ours. */
  'story.save': {
    from: both,
    request: z.strictObject({
      threadId: threadIdSchema,
      post: postSchema.optional(),
      note: z.string().max(NOTE_MAX),
      tags: z.array(z.string().max(TAG_MAX)).max(TAGS_MAX),
      campaign: z.string().max(CAMPAIGN_MAX).optional(),
      /** From a page of ours: the tab that shows the post, for a picture of it. */
      tabId: z.number().int().optional(),
    }),
    response: actResultSchema,
  },
  /** Changes what people wrote of stories: the same for each of `ids`. */
  'story.edit': {
    from: page,
    request: storyEditSchema.omit({ id: true }).extend({ ids: z.array(threadIdSchema).max(1_000) }),
    response: nothingSchema,
  },
  /** Takes in stories of a file: those that are known get what it adds, and keep whether they may be told. */
  'story.import': {
    from: page,
    request: z.strictObject({
      stories: z
        .array(
          z.strictObject({
            save: storySaveSchema,
            steps: z.array(storyConsentSchema.omit({ id: true })).max(CONSENT_STEPS_MAX),
          }),
        )
        .max(100),
    }),
    response: nothingSchema,
  },
  /** Notes a step of asking the customer for permission. */
  'story.consent': { from: page, request: storyConsentSchema, response: nothingSchema },
  /** Removes saved customer stories. */
  'story.remove': {
    from: page,
    request: z.strictObject({ ids: z.array(threadIdSchema).max(1_000) }),
    response: nothingSchema,
  },
  /** Has the picture of a story here, from the server where need be; false: there is none to be had now. */
  'story.fetchPicture': {
    from: page,
    request: z.strictObject({ id: threadIdSchema }),
    response: z.boolean(),
  },
  /** Names stories that belong together. */
  'collection.save': { from: page, request: collectionSchema.strict(), response: nothingSchema },
  /** The links to collections that still lead somewhere; none without a team. */
  'share.list': { from: page, request: z.null(), response: z.array(shareSchema) },
  /** A link by which anybody reads a collection until it ends; leads only. It is told once. */
  'share.create': {
    from: page,
    request: shareRequestSchema,
    response: z.object({ link: z.string() }),
  },
  /** Ends such a link at once; leads only. */
  'share.end': {
    from: page,
    request: z.strictObject({ id: shareSchema.shape.id }),
    response: nothingSchema,
  },
  /** Ends a collection; its stories stay. */
  'collection.remove': {
    from: page,
    request: z.strictObject({ id: collectionSchema.shape.id }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
