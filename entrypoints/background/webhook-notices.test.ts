import { beforeEach, expect, test, vi } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { WebhookEvent } from '#utils/model/webhook.ts';
import { tellWebhooks } from './webhook-notices.ts';

const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock(import('#utils/platform/clock.ts'), () => ({ now: () => clock.now }));

const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 2, 12);

async function aTeam(events: WebhookEvent[], role: 'member' | 'lead' = 'lead') {
  const db = emptyDb();
  const desk = aDesk({ hours: { timeZone: 'UTC', week: [], holidays: [] }, firstReply: 60 });
  await db.desks.put({ id: desk.id, seq: 1, base: desk, body: desk });
  const me = { id: 'me', name: 'Mia', role, handles: [] };
  await db.members.put({ id: 'me', seq: 1, base: me, body: me });
  const body = aThread({
    id: 'x:1',
    seenAt: start,
    claim: null,
    route: { deskId: 'support', by: 'ana', at: start },
  });
  await db.threads.put({
    id: 'x:1',
    seq: 1,
    base: body,
    body,
    outcome: 'open',
    seenAt: start,
    holder: '',
  });
  const told: unknown[] = [];
  const client = {
    webhooks: vi.fn<() => Promise<{ events: WebhookEvent[] }[]>>(async () => [{ events }]),
    noticeWebhooks: async ({ notices }: { notices: unknown[] }) => void told.push(...notices),
  };
  const engine = {
    client: async () => client,
    context: async () => ({ memberId: 'me', now: clock.now }),
    connection: async () => ({ clockOffset: 0 }),
  };
  return { told, client, look: () => tellWebhooks({ db, engine } as never) };
}

beforeEach(() => {
  clock.now = start + MINUTE;
});

test('what is late is told once, with when', async () => {
  const { told, look } = await aTeam(['late']);
  await look();
  clock.now = start + 61 * MINUTE;
  await look();
  clock.now += MINUTE;
  await look();
  expect(told).toEqual([{ event: 'late', threadId: 'x:1', at: start + 60 * MINUTE }]);
});

test('nothing is looked for where no webhook wants to know, and the server is asked once an hour', async () => {
  const { told, client, look } = await aTeam(['theme']);
  for (let minute = 1; minute < 90; minute += 10) {
    clock.now = start + minute * MINUTE;
    await look();
  }
  expect(told).toEqual([]);
  expect(client.webhooks).toHaveBeenCalledTimes(2);
});

test('members’ browsers leave it to leads', async () => {
  const { client, look } = await aTeam(['late'], 'member');
  await look();
  expect(client.webhooks).not.toHaveBeenCalled();
});

test('what was not told for a server that was away is told the next time', async () => {
  const { told, client, look } = await aTeam(['late']);
  await look();
  const tell = client.noticeWebhooks;
  client.noticeWebhooks = async () => {
    throw new Error('away');
  };
  clock.now = start + 61 * MINUTE;
  await expect(look()).rejects.toThrow('away');
  client.noticeWebhooks = tell;
  clock.now += MINUTE;
  await look();
  expect(told).toHaveLength(1);
});
