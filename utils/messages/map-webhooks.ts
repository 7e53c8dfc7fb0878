/** Messages about the team's webhooks, a part of the map. */
import { z } from 'zod';
import { webhookMessageSchema, webhookSaveSchema, webhookSchema } from '#utils/model/webhook.ts';
import type { MessageSpec } from './message-spec.ts';
import { nothingSchema } from './payloads.ts';

const page = ['page'] as const;
const id = webhookSchema.shape.id;

export const webhookMessages = {
  /** The team's webhooks, for leads; none without a team. */
  'webhook.list': { from: page, request: z.null(), response: z.array(webhookSchema) },
  /** Makes or changes a webhook; its secret is told when it is made, and never again. */
  'webhook.save': {
    from: page,
    request: webhookSaveSchema,
    response: z.object({ secret: z.string().max(100).nullable() }),
  },
  /** Ends a webhook with all that waits for it. */
  'webhook.remove': { from: page, request: z.strictObject({ id }), response: nothingSchema },
  /** Sends a word to see whether it gets through, and goes on with one that was left alone. */
  'webhook.test': { from: page, request: z.strictObject({ id }), response: nothingSchema },
  /** Sends something by hand. */
  'webhook.send': {
    from: page,
    request: z.strictObject({ id, message: webhookMessageSchema }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
