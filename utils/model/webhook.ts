import { z } from 'zod';
import { WEBHOOK_EVENTS, WEBHOOK_KINDS } from './webhook-limits.ts';

const id = z.string().min(1).max(60);

/** `theme`: sent by hand. `late`: a customer should have heard back. `left`: a claim was left half an hour ago. */
export const webhookEventSchema = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** `slack`: JSON as incoming webhooks of Slack, Mattermost and others take it. `json`: our own, docs/protocol.md. */
export const webhookKindSchema = z.enum(WEBHOOK_KINDS);
export type WebhookKind = z.infer<typeof webhookKindSchema>;

/** An address outside that is told of things, as leads see it. */
export const webhookSchema = z.object({
  id,
  name: z.string().max(60),
  /** The origin only: the rest of a chat's address is as good as a password. */
  origin: z.string().max(300),
  kind: webhookKindSchema,
  events: z.array(webhookEventSchema),
  /** Messages that wait, of which some may have failed. */
  waiting: z.number().int().nonnegative(),
  /** Server clock, ms; null: nothing got through yet. */
  lastOkAt: z.number().int().nullable(),
  /** Since when nothing gets through, and why the last time; null: all is well. */
  failing: z.object({ since: z.number().int(), why: z.string().max(200) }).nullable(),
  /** After the last attempt of a message it is left alone until somebody has seen to it. */
  isPaused: z.boolean(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const webhookSaveSchema = z.strictObject({
  /** Null: a new one. */
  id: id.nullable(),
  name: z.string().trim().min(1).max(60),
  /** Null: as it was. */
  url: z
    .string()
    .max(2_000)
    .refine((url) => /^https?:\/\//iu.test(url) && URL.canParse(url), 'not a web address')
    .nullable(),
  kind: webhookKindSchema,
  events: z.array(webhookEventSchema).max(WEBHOOK_EVENTS.length),
});
export type WebhookSave = z.infer<typeof webhookSaveSchema>;

/** What is told, as plain words; the server makes of it what each kind takes. */
export const webhookMessageSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  lines: z.array(z.string().max(500)).max(30),
  quotes: z
    .array(
      z.strictObject({
        text: z.string().max(1_000),
        /** Who and where. */
        by: z.string().max(300),
        url: z.string().max(2_000).nullable(),
      }),
    )
    .max(20),
});
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
