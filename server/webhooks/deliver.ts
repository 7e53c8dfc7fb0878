/** Sends what waits for webhooks, again and again with longer pauses, by whichever process takes it first. */
import type { ServerContext } from '../context.ts';
import { toErrorFields } from '../log.ts';
import { readNow } from '../store/database.ts';
import { loadRecord } from '../store/records.ts';
import { loadTeam } from '../store/teams.ts';
import {
  failDelivery,
  finishDelivery,
  holdDelivery,
  listDue,
  listTeamsWithDue,
  loadWebhook,
} from '../store/webhooks.ts';
import type { Delivery } from '../store/webhooks.ts';
import { post } from './post.ts';
import type { PostOptions } from './post.ts';
import { signMessage } from './sign.ts';
import { toNotice } from './to-notice.ts';
import { toWebhookBody } from './to-body.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Pauses after each failure, as Standard Webhooks advise; a day in all. After the last one the webhook is left alone. */
export const RETRIES_MS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  10 * HOUR,
];
/** Longer than an attempt can take. */
const HELD_MS = MINUTE;
/** Of one team, so that none holds up the others. */
const AT_ONCE = 20;
const EVERY_MS = 2_000;

type Context = Pick<ServerContext, 'store' | 'log'>;

/** Sends what is due, and gives how many messages were tried. Any number of processes may do this at once. */
export async function deliverWebhooks(context: Context, options: PostOptions): Promise<number> {
  let tried = 0;
  for (const teamId of await listTeamsWithDue(context.store)) {
    const due = await listDue(context.store, teamId, AT_ONCE);
    const ends = await Promise.all(due.map((delivery) => deliver(context, delivery, options)));
    tried += ends.filter(Boolean).length;
  }
  return tried;
}

async function deliver(
  { store, log }: Context,
  delivery: Delivery,
  options: PostOptions,
): Promise<boolean> {
  const { teamId, id, webhookId, event, threadId, attempts } = delivery;
  const isHeld = await store.transaction((tx) => holdDelivery(tx, delivery, HELD_MS), teamId);
  if (!isHeld) return false;
  const webhook = await loadWebhook(store, teamId, webhookId);
  const thread = threadId === null ? null : await loadRecord(store, teamId, 'thread', threadId);
  const message = delivery.message ?? (thread && event !== 'test' ? toNotice(event, thread) : null);
  // Ended, answered or erased meanwhile: there is nothing to be told any more.
  if (!webhook || !message) {
    await store.transaction((tx) => finishDelivery(tx, delivery, false), teamId);
    return false;
  }
  const at = await readNow(store);
  const team = (await loadTeam(store, teamId))?.name ?? '';
  const body = toWebhookBody(webhook.kind, { event, team, at, message });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Hearback',
    ...signMessage(webhook.secret, { id, at, body }),
  };
  const why = await post(webhook.url, { headers, body }, options);
  await store.transaction(
    (tx) =>
      why === null
        ? finishDelivery(tx, delivery, true)
        : failDelivery(tx, delivery, why, RETRIES_MS[attempts] ?? null),
    teamId,
  );
  if (why !== null) log.info('webhook.failed', { teamId, code: `attempt ${attempts + 1}` });
  return true;
}

/** Delivers again and again without keeping the process alive; returns how to stop. */
export function startDeliveries(
  context: Context,
  { everyMs = EVERY_MS, ...options }: PostOptions & { everyMs?: number | undefined },
): () => void {
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    deliverWebhooks(context, options)
      .catch((error: unknown) => context.log.error('webhooks.failed', toErrorFields(error)))
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
