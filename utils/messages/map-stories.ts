/** Messages about customers' stories, a part of the map. */
import { z } from 'zod';
import { CAMPAIGN_MAX, NOTE_MAX, TAG_MAX, TAGS_MAX } from '#utils/model/story-limits.ts';
import { postSchema } from '#utils/model/post.ts';
import { collectionSchema, storyConsentSchema, storyEditSchema } from '#utils/model/story.ts';
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
  /** Ends a collection; its stories stay. */
  'collection.remove': {
    from: page,
    request: z.strictObject({ id: collectionSchema.shape.id }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
