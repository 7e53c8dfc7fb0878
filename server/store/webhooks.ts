import type { Webhook, WebhookEvent, WebhookKind, WebhookMessage } from '#utils/model/webhook.ts';
import { webhookMessageSchema } from '#utils/model/webhook.ts';
import type { Row, Sql } from './database.ts';

/** A webhook with what only the server knows. */
export interface StoredWebhook {
  id: string;
  name: string;
  url: string;
  kind: WebhookKind;
  events: WebhookEvent[];
  /** `whsec_` and Base64, as Standard Webhooks write it. */
  secret: string;
}

/** A message on its way. */
export interface Delivery {
  teamId: string;
  /** Also the idempotency key that the receiver sees. */
  id: string;
  webhookId: string;
  event: WebhookEvent | 'test';
  threadId: string | null;
  message: WebhookMessage | null;
  /** Attempts before this one. */
  attempts: number;
}

/** All webhooks of a team by name, with what waits for each. */
export async function listWebhooks(sql: Sql, teamId: string): Promise<Webhook[]> {
  const rows = await sql.all(
    `SELECT webhook.*, (SELECT COUNT(*) FROM webhook_delivery AS d
       WHERE d.team_id = webhook.team_id AND d.webhook_id = webhook.id AND d.done_at IS NULL) AS waiting
     FROM webhook WHERE team_id = ? ORDER BY name, id`,
    [teamId],
  );
  return rows.map((row) => ({
    id: String(row['id']),
    name: String(row['name']),
    origin: new URL(String(row['url'])).origin,
    kind: row['kind'] as WebhookKind,
    events: JSON.parse(String(row['events'])) as WebhookEvent[],
    waiting: Number(row['waiting']),
    lastOkAt: toNumber(row['last_ok_at']),
    failing:
      row['failing_since'] === null
        ? null
        : { since: Number(row['failing_since']), why: String(row['failing_why'] ?? '') },
    isPaused: row['paused_at'] !== null,
  }));
}

/** One webhook; null where there is none. */
export async function loadWebhook(
  sql: Sql,
  teamId: string,
  id: string,
): Promise<StoredWebhook | null> {
  const row = await sql.get('SELECT * FROM webhook WHERE team_id = ? AND id = ?', [teamId, id]);
  return row ? toStored(row) : null;
}

/** Those that are told of an event. */
export async function listWebhooksFor(
  sql: Sql,
  teamId: string,
  event: WebhookEvent,
): Promise<StoredWebhook[]> {
  const rows = await sql.all('SELECT * FROM webhook WHERE team_id = ? ORDER BY id', [teamId]);
  return rows.map(toStored).filter(({ events }) => events.includes(event));
}

/** Makes a webhook, or changes one; what it failed at counts no more. */
export async function saveWebhook(
  tx: Sql,
  teamId: string,
  { id, name, url, kind, events, secret }: StoredWebhook,
  createdBy: string,
): Promise<void> {
  await tx.run(
    `INSERT INTO webhook (team_id, id, name, url, kind, events, secret, created_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, db_now())
     ON CONFLICT (team_id, id) DO UPDATE SET name = excluded.name, url = excluded.url,
       kind = excluded.kind, events = excluded.events, failing_since = NULL, failing_why = NULL,
       paused_at = NULL`,
    [teamId, id, name, url, kind, JSON.stringify(events), secret, createdBy],
  );
}

/** Ends a webhook with all that waits for it; false when there was none. */
export async function removeWebhook(tx: Sql, teamId: string, id: string): Promise<boolean> {
  await tx.run('DELETE FROM webhook_delivery WHERE team_id = ? AND webhook_id = ?', [teamId, id]);
  const row = await tx.get('DELETE FROM webhook WHERE team_id = ? AND id = ? RETURNING id', [
    teamId,
    id,
  ]);
  return row !== undefined;
}

/** Goes on with a webhook that was left alone: what waits is tried at once. */
export async function resumeWebhook(tx: Sql, teamId: string, id: string): Promise<void> {
  await tx.run(
    'UPDATE webhook SET paused_at = NULL, failing_since = NULL, failing_why = NULL WHERE team_id = ? AND id = ?',
    [teamId, id],
  );
  await tx.run(
    `UPDATE webhook_delivery SET next_at = db_now(), attempts = 0
     WHERE team_id = ? AND webhook_id = ? AND done_at IS NULL`,
    [teamId, id],
  );
}

/** Puts a message on its way, unless one of the same id is or was. */
export async function enqueueDelivery(
  tx: Sql,
  { teamId, id, webhookId, event, threadId, message }: Omit<Delivery, 'attempts'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO webhook_delivery
       (team_id, id, webhook_id, event, thread_id, message, created_at, next_at)
     VALUES (?, ?, ?, ?, ?, ?, db_now(), db_now())
     ON CONFLICT (team_id, id) DO NOTHING`,
    [teamId, id, webhookId, event, threadId, message && JSON.stringify(message)],
  );
}

/** Teams of which a message may be due; nothing else of them. */
export async function listTeamsWithDue(sql: Sql): Promise<string[]> {
  const rows = await sql.all(
    `SELECT DISTINCT team_id FROM webhook_delivery
     WHERE done_at IS NULL AND next_at <= db_now() AND held_until <= db_now()`,
    [],
  );
  return rows.map((row) => String(row['team_id']));
}

/** A team's messages whose time has come, whose webhook is not left alone; oldest first. */
export async function listDue(sql: Sql, teamId: string, limit: number): Promise<Delivery[]> {
  const rows = await sql.all(
    `SELECT d.* FROM webhook_delivery AS d
     JOIN webhook ON webhook.team_id = d.team_id AND webhook.id = d.webhook_id
     WHERE d.team_id = ? AND d.done_at IS NULL AND d.next_at <= db_now()
       AND d.held_until <= db_now() AND webhook.paused_at IS NULL
     ORDER BY d.next_at LIMIT ?`,
    [teamId, limit],
  );
  return rows.map((row) => ({
    teamId: String(row['team_id']),
    id: String(row['id']),
    webhookId: String(row['webhook_id']),
    event: row['event'] as Delivery['event'],
    threadId: row['thread_id'] === null ? null : String(row['thread_id']),
    message:
      row['message'] === null
        ? null
        : webhookMessageSchema.parse(JSON.parse(String(row['message']))),
    attempts: Number(row['attempts']),
  }));
}

/** Takes a message for so long, ms; false when another process has it, or it is done. */
export async function holdDelivery(
  sql: Sql,
  { teamId, id }: Pick<Delivery, 'teamId' | 'id'>,
  forMs: number,
): Promise<boolean> {
  const row = await sql.get(
    `UPDATE webhook_delivery SET held_until = db_now() + ?
     WHERE team_id = ? AND id = ? AND done_at IS NULL AND held_until <= db_now() RETURNING id`,
    [forMs, teamId, id],
  );
  return row !== undefined;
}

/** It has arrived, or there is nothing to be told any more: nothing of its words stays. */
export async function finishDelivery(
  tx: Sql,
  { teamId, id, webhookId }: Pick<Delivery, 'teamId' | 'id' | 'webhookId'>,
  hasArrived: boolean,
): Promise<void> {
  await tx.run(
    'UPDATE webhook_delivery SET done_at = db_now(), message = NULL WHERE team_id = ? AND id = ?',
    [teamId, id],
  );
  if (!hasArrived) return;
  await tx.run(
    `UPDATE webhook SET last_ok_at = db_now(), failing_since = NULL, failing_why = NULL
     WHERE team_id = ? AND id = ?`,
    [teamId, webhookId],
  );
}

/** It did not arrive. Tried again after `retryMs`; null: the webhook is left alone until somebody sees to it. */
export async function failDelivery(
  tx: Sql,
  { teamId, id, webhookId }: Pick<Delivery, 'teamId' | 'id' | 'webhookId'>,
  why: string,
  retryMs: number | null,
): Promise<void> {
  await tx.run(
    `UPDATE webhook_delivery SET attempts = attempts + 1, held_until = 0, next_at = db_now() + ?
     WHERE team_id = ? AND id = ?`,
    [retryMs ?? 0, teamId, id],
  );
  await tx.run(
    `UPDATE webhook SET failing_since = COALESCE(failing_since, db_now()), failing_why = ?
     WHERE team_id = ? AND id = ?`,
    [why, teamId, webhookId],
  );
  if (retryMs !== null) return;
  await tx.run(
    'UPDATE webhook SET paused_at = COALESCE(paused_at, db_now()) WHERE team_id = ? AND id = ?',
    [teamId, webhookId],
  );
}

/** Drops the words of all that waits: somebody was erased, and may be quoted there. */
export async function dropWaitingWords(tx: Sql, teamId: string): Promise<void> {
  await tx.run(
    'DELETE FROM webhook_delivery WHERE team_id = ? AND done_at IS NULL AND message IS NOT NULL',
    [teamId],
  );
}

/** Forgets what arrived longer ago than that, ms. */
export async function pruneDeliveries(sql: Sql, teamId: string, keptMs: number): Promise<void> {
  await sql.run('DELETE FROM webhook_delivery WHERE team_id = ? AND done_at < db_now() - ?', [
    teamId,
    keptMs,
  ]);
}

function toStored(row: Row): StoredWebhook {
  return {
    id: String(row['id']),
    name: String(row['name']),
    url: String(row['url']),
    kind: row['kind'] as WebhookKind,
    events: JSON.parse(String(row['events'])) as WebhookEvent[],
    secret: String(row['secret']),
  };
}

function toNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
