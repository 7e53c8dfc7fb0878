import { WEBHOOKS_MAX } from '#utils/model/webhook-limits.ts';
import type { Webhook, WebhookSave } from '#utils/model/webhook.ts';
import type { WebhookNotices, WebhookSaved, WebhookSend } from '#utils/sync/wire-webhooks.ts';
import { createId } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { readNow } from '../store/database.ts';
import {
  enqueueDelivery,
  listWebhooks,
  listWebhooksFor,
  loadWebhook,
  removeWebhook,
  resumeWebhook,
  saveWebhook,
} from '../store/webhooks.ts';
import { createWebhookSecret } from '../webhooks/sign.ts';
import { needLead, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';

type Context = Pick<ServerContext, 'store' | 'hub'>;

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Of a webhook that cannot be reached no more than this waits. */
const WAITING_MAX = 200;

const WHAT = 'see to webhooks';

/** The team's webhooks, for leads and the owner. */
export async function loadWebhooks(
  { store }: Pick<ServerContext, 'store'>,
  actor: Actor,
): Promise<Webhook[]> {
  needLead(actor, WHAT);
  return listWebhooks(store, actor.teamId);
}

/** Makes or changes a webhook. The secret of a new one is told once. */
export async function keepWebhook(
  context: Context,
  asking: Actor,
  { id: known, url: told, ...save }: WebhookSave,
): Promise<WebhookSaved> {
  return writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, WHAT);
    const before = known === null ? null : await loadWebhook(tx, teamId, known);
    if (known !== null && !before) throw notFound();
    const url = told ?? before?.url;
    if (url === undefined) throw new ServiceError('bad_request', 'Say the address of the webhook.');
    if (!before && (await listWebhooks(tx, teamId)).length >= WEBHOOKS_MAX) {
      throw new ServiceError('bad_request', `A team has ${WEBHOOKS_MAX} webhooks at the most.`);
    }
    const id = before?.id ?? createId();
    const secret = before?.secret ?? createWebhookSecret();
    await saveWebhook(tx, teamId, { id, url, secret, ...save }, actor.memberId);
    await insertAudit(tx, teamId, actor.memberId, 'webhook.saved', id);
    const webhook = (await listWebhooks(tx, teamId)).find((one) => one.id === id);
    if (!webhook) throw new Error('A webhook was not kept.');
    return { webhook, secret: before ? null : secret };
  });
}

/** Ends a webhook with what waits for it. One that is gone is as wanted. */
export async function endWebhook(context: Context, asking: Actor, id: string): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, WHAT);
    if (await removeWebhook(tx, teamId, id)) {
      await insertAudit(tx, teamId, actor.memberId, 'webhook.removed', id);
    }
  });
}

/** Goes on with one that was left alone, and tells it that it works. */
export async function testWebhook(context: Context, asking: Actor, id: string): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, WHAT);
    if (!(await loadWebhook(tx, teamId, id))) throw notFound();
    await resumeWebhook(tx, teamId, id);
    await enqueueDelivery(tx, {
      teamId,
      id: createId(),
      webhookId: id,
      event: 'test',
      threadId: null,
      message: { title: 'Hearback can reach this place', lines: [], quotes: [] },
    });
  });
}

/** Sends something by hand. */
export async function sendToWebhook(
  context: Context,
  asking: Actor,
  { id, message }: WebhookSend,
): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, WHAT);
    const webhook = await loadWebhook(tx, teamId, id);
    if (!webhook?.events.includes('theme')) throw notFound();
    await enqueueDelivery(tx, {
      teamId,
      id: createId(),
      webhookId: id,
      event: 'theme',
      threadId: null,
      message,
    });
    await insertAudit(tx, teamId, actor.memberId, 'webhook.sent', id);
  });
}

/** What a browser noticed, for all webhooks that are told of such. The same notice of several browsers is told once. */
export async function noticeForWebhooks(
  context: Context,
  asking: Actor,
  { notices }: WebhookNotices,
): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }) => {
    const now = await readNow(tx);
    const waiting = new Map(
      (await listWebhooks(tx, teamId)).map((webhook) => [webhook.id, webhook.waiting]),
    );
    for (const { event, threadId, at } of notices) {
      // Of another day, or of a clock that is wrong.
      if (Math.abs(now - at) > DAY_MS) continue;
      for (const { id: webhookId } of await listWebhooksFor(tx, teamId, event)) {
        const before = waiting.get(webhookId) ?? 0;
        if (before >= WAITING_MAX) continue;
        waiting.set(webhookId, before + 1);
        // By the hour: what browsers whose clocks differ notice is one notice.
        const id = `${webhookId} ${event} ${threadId} ${Math.floor(at / HOUR_MS)}`;
        await enqueueDelivery(tx, { teamId, id, webhookId, event, threadId, message: null });
      }
    }
  });
}

function notFound(): ServiceError {
  return new ServiceError('not_found', 'The team has no such webhook.');
}
