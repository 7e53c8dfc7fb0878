/** Messages of writing an answer and of what becomes of it, a part of the map. */
import { z } from 'zod';
import type { MessageSpec } from './message-spec.ts';
import { happinessSchema } from '#utils/model/thread.ts';
import {
  actResultSchema,
  draftSplitSchema,
  nothingSchema,
  snippetSchema,
  threadIdSchema,
} from './payloads.ts';

const page = ['page'] as const;

export const draftMessages = {
  /** Texts of the library that fit what was typed, with the thread's variables filled; the most used for nothing. */
  'snippet.find': {
    from: page,
    request: z.strictObject({ threadId: threadIdSchema, query: z.string().max(80) }),
    response: z.array(snippetSchema),
  },
  /** How a draft that is too long for its site would be cut into several posts. */
  'draft.split': {
    from: page,
    request: z.strictObject({
      threadId: threadIdSchema,
      tabId: z.number().int(),
      text: z.string().max(10_000),
    }),
    response: draftSplitSchema,
  },
  /** Somebody does not want to see a suggestion in this thread; the team learns that it did not fit. */
  'suggestion.dismiss': {
    from: page,
    request: z.strictObject({ threadId: threadIdSchema, entryId: threadIdSchema }),
    response: nothingSchema,
  },
  /** The answer has done its work, and how the customer took it. */
  'thread.settle': {
    from: page,
    request: z.strictObject({ threadId: threadIdSchema, happiness: happinessSchema }),
    response: actResultSchema,
  },
} as const satisfies Record<string, MessageSpec>;
