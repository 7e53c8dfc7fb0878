/** Messages of writing an answer and of what becomes of it, a part of the map. */
import { z } from 'zod';
import type { MessageSpec } from './message-spec.ts';
import { LOOK_COMMENT_MAX, LOOK_TEXT_MAX } from '#utils/model/look-limits.ts';
import { lookVerdictSchema } from '#utils/model/look.ts';
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
  /** Puts a draft before the team; nobody is kept from sending it meanwhile. */
  'look.ask': {
    from: page,
    request: z.strictObject({
      threadId: threadIdSchema,
      text: z.string().trim().min(1).max(LOOK_TEXT_MAX),
      note: z.string().max(LOOK_COMMENT_MAX),
    }),
    response: nothingSchema,
  },
  /** Says something of a draft that a teammate has put before the team. */
  'look.answer': {
    from: page,
    request: z.strictObject({
      threadId: threadIdSchema,
      verdict: lookVerdictSchema,
      text: z.string().max(LOOK_COMMENT_MAX),
    }),
    response: nothingSchema,
  },
  /** Takes a draft back from the team. */
  'look.end': {
    from: page,
    request: z.strictObject({ threadId: threadIdSchema }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
