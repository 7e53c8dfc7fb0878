/** Messages about the team's queue of threads, a part of the map. */
import { z } from 'zod';
import { boardViewSchema } from '#utils/model/board-view.ts';
import { deskSchema } from '#utils/model/desk.ts';
import { partnerSchema } from '#utils/model/partner.ts';
import { routingSchema } from '#utils/model/routing.ts';
import { routeChangeSchema } from '#utils/model/thread-route.ts';
import { outcomeSchema } from '#utils/model/thread.ts';
import type { MessageSpec } from './message-spec.ts';
import { nothingSchema, threadIdSchema } from './payloads.ts';

const page = ['page'] as const;

/** Threads of one message, so that none takes long. */
export const QUEUE_PART_MAX = 500;

export const boardMessages = {
  /** Says who should take threads up, and how soon; of each what is told. */
  'queue.route': {
    from: page,
    request: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            id: threadIdSchema,
            ...routeChangeSchema.omit({ ruleId: true, setAside: true }).shape,
          }),
        )
        .max(QUEUE_PART_MAX),
    }),
    response: nothingSchema,
  },
  /** Puts threads off until then (server clock, ms); null brings them back. */
  'queue.snooze': {
    from: page,
    request: z.strictObject({
      changes: z
        .array(
          z.strictObject({ id: threadIdSchema, until: z.number().int().nonnegative().nullable() }),
        )
        .max(QUEUE_PART_MAX),
    }),
    response: nothingSchema,
  },
  /** Sets threads aside for a reason, or opens them again. */
  'queue.close': {
    from: page,
    request: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            id: threadIdSchema,
            outcome: outcomeSchema.exclude(['settled']),
            reason: z.string().max(300),
          }),
        )
        .max(QUEUE_PART_MAX),
    }),
    response: nothingSchema,
  },
  /** Makes or changes a desk of the team; leads only. */
  'desk.save': { from: page, request: deskSchema.strict(), response: nothingSchema },
  /** Ends a desk; threads that were routed to it stay. Leads only. */
  'desk.remove': {
    from: page,
    request: z.strictObject({ id: z.string().min(1).max(60) }),
    response: nothingSchema,
  },
  /** Puts the team's rules in place of those that it had, in their order; leads only. */
  'routing.save': {
    from: page,
    request: z.strictObject({ rules: routingSchema.shape.rules }),
    response: nothingSchema,
  },
  /** Adds or changes somebody outside the company who can help. */
  'partner.save': { from: page, request: partnerSchema.strict(), response: nothingSchema },
  /** Takes such a one out of the directory. */
  'partner.remove': {
    from: page,
    request: z.strictObject({ id: z.string().min(1).max(60) }),
    response: nothingSchema,
  },
  /** Keeps a filter of the board under a name, for the team. */
  'view.save': { from: page, request: boardViewSchema.strict(), response: nothingSchema },
  /** Removes such a filter; nothing of what it showed. */
  'view.remove': {
    from: page,
    request: z.strictObject({ id: z.string().min(1).max(60) }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
