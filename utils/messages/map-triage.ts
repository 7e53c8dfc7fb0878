/** Messages about what mentions are, a part of the map. */
import { z } from 'zod';
import { labelChangeSchema, triageSchema } from '#utils/model/triage.ts';
import type { MessageSpec } from './message-spec.ts';
import { actResultSchema, nothingSchema, threadIdSchema } from './payloads.ts';

const page = ['page'] as const;

export const triageMessages = {
  /** What these threads' posts are: what is wanted, how soon, in which language, with reasons; by thread id. */
  'triage.load': {
    from: page,
    request: z.strictObject({ threadIds: z.array(threadIdSchema).max(500) }),
    response: z.record(z.string(), triageSchema),
  },
  /** A person says what a post is; null takes their word back. The team shares it and learns from it. */
  'triage.correct': {
    from: page,
    request: labelChangeSchema.extend({ threadId: threadIdSchema }),
    response: actResultSchema,
  },
  /** From how many threads this browser has learned what posts are. */
  'triage.status': {
    from: page,
    request: z.null(),
    response: z.object({ learnedFrom: z.number().int().nonnegative() }),
  },
  /** Forgets what was learned so far in this browser; what people said stays with the threads. */
  'triage.reset': { from: page, request: z.null(), response: nothingSchema },
} as const satisfies Record<string, MessageSpec>;
