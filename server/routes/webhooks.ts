import { Hono } from 'hono';
import {
  webhookIdSchema,
  webhookNoticesSchema,
  webhookSaveSchema,
  webhookSendSchema,
} from '#utils/sync/wire-webhooks.ts';
import type { WebhookSaved, WebhooksResponse } from '#utils/sync/wire-webhooks.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';
import {
  endWebhook,
  keepWebhook,
  loadWebhooks,
  noticeForWebhooks,
  sendToWebhook,
  testWebhook,
} from '../services/webhooks.ts';

/** Addresses outside that are told of things. All behind `requireActor`. */
export function webhookRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/webhooks', async (c) => {
      const webhooks = await loadWebhooks(context, c.var.actor);
      return c.json({ webhooks } satisfies WebhooksResponse);
    })
    .post('/webhooks', async (c) => {
      const request = await readJson(c, webhookSaveSchema);
      return c.json((await keepWebhook(context, c.var.actor, request)) satisfies WebhookSaved);
    })
    .post('/webhooks/remove', async (c) => {
      await endWebhook(context, c.var.actor, (await readJson(c, webhookIdSchema)).id);
      return c.json({});
    })
    .post('/webhooks/test', async (c) => {
      await testWebhook(context, c.var.actor, (await readJson(c, webhookIdSchema)).id);
      return c.json({});
    })
    .post('/webhooks/send', async (c) => {
      await sendToWebhook(context, c.var.actor, await readJson(c, webhookSendSchema));
      return c.json({});
    })
    .post('/webhooks/notices', async (c) => {
      await noticeForWebhooks(context, c.var.actor, await readJson(c, webhookNoticesSchema));
      return c.json({});
    });
}
