/** Webhooks between extension and server. Described in docs/protocol.md. */
import { z } from 'zod';
import {
  webhookEventSchema,
  webhookMessageSchema,
  webhookSaveSchema,
  webhookSchema,
} from '#utils/model/webhook.ts';

export { webhookSaveSchema };

export const webhooksResponseSchema = z.object({ webhooks: z.array(webhookSchema) });
export type WebhooksResponse = z.infer<typeof webhooksResponseSchema>;

/** The secret is told when it is made, and never again. */
export const webhookSavedSchema = z.object({
  webhook: webhookSchema,
  secret: z.string().max(100).nullable(),
});
export type WebhookSaved = z.infer<typeof webhookSavedSchema>;

export const webhookIdSchema = z.strictObject({ id: z.string().min(1).max(60) });

/** By hand, to one webhook. */
export const webhookSendSchema = z.strictObject({
  id: z.string().min(1).max(60),
  message: webhookMessageSchema,
});
export type WebhookSend = z.infer<typeof webhookSendSchema>;

/** What a browser has noticed in the queue; several notice the same, and it is told once. */
export const webhookNoticesSchema = z.strictObject({
  notices: z
    .array(
      z.strictObject({
        event: webhookEventSchema.exclude(['theme']),
        threadId: z.string().min(1).max(320),
        /** When it happened, server clock, ms: with the thread it names the notice. */
        at: z.number().int(),
      }),
    )
    .max(100),
});
export type WebhookNotices = z.infer<typeof webhookNoticesSchema>;
