/** What happens in the queue, told to the team's webhooks by leads' browsers; the server tells each thing once. */
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import { now } from '#utils/platform/clock.ts';
import { toDeskClocks } from '#utils/queue/clocks.ts';
import type { QueueEventKind } from '#utils/queue/queue-events.ts';
import type { WebhookNotices } from '#utils/sync/wire-webhooks.ts';
import { findQueueEvents } from './queue-notices.ts';
import type { Services } from './services.ts';

/** Webhooks change seldom. */
const ASK_EVERY_MS = 60 * 60_000;
const BACK_MS = 24 * 60 * 60_000;
/** In one message. */
const TOLD_MAX = 100;

const told: Partial<Record<QueueEventKind, 'late' | 'left'>> = {
  breached: 'late',
  escalated: 'left',
  left: 'left',
};

/** Looks through the queue where some webhook wants to know, since the last time. */
export async function tellWebhooks({ db, engine }: Pick<Services, 'db' | 'engine'>): Promise<void> {
  const client = await engine.client();
  const { memberId } = await engine.context();
  const me = (await db.members.get(memberId))?.body;
  if (!client || !me || me.role === 'member') return;
  const { clockOffset } = await engine.connection();
  const to = now() + clockOffset;
  const known = await loadMeta(db, 'webhookNotices');
  const isOld = !known || Math.abs(to - known.askedAt) > ASK_EVERY_MS;
  const wants = isOld
    ? (await client.webhooks()).some(({ events }) => events.some((event) => event !== 'theme'))
    : known.wants;
  const askedAt = isOld ? to : known.askedAt;
  const from = known?.wants === true ? Math.max(known.until, to - BACK_MS) : to;
  const notices = wants && from < to ? await findNotices({ db, from, to }) : [];
  for (let at = 0; at < notices.length; at += TOLD_MAX) {
    await client.noticeWebhooks({ notices: notices.slice(at, at + TOLD_MAX) });
  }
  // What was not told is told the next time.
  await saveMeta(db, 'webhookNotices', { askedAt, wants, until: to });
}

async function findNotices({
  db,
  from,
  to,
}: Pick<Services, 'db'> & { from: number; to: number }): Promise<WebhookNotices['notices']> {
  const desks = (await db.desks.toArray()).map(({ body }) => body);
  // For everybody: as a lead who holds nothing.
  const watch = { from, to, memberId: '', isLead: true, clocks: toDeskClocks(desks) };
  const found = await findQueueEvents(db, watch);
  return found.flatMap(({ event: { kind, threadId, at } }) => {
    const event = told[kind];
    return event === undefined ? [] : [{ event, threadId, at }];
  });
}
