import { beforeEach, expect, test, vi } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { aReply, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import type { Thread } from '#utils/model/thread.ts';
import { notifyOfQueue, toNotice } from './queue-notices.ts';

const told = vi.hoisted(() => ({
  may: true,
  quiet: { quietFrom: 0, quietTo: 0 } as { quietFrom: number; quietTo: number } | undefined,
  now: 0,
  shown: [] as { title: string; text: string }[],
}));
vi.mock(import('#utils/platform/notify.ts'), () => ({
  mayNotify: async () => told.may,
  notify: async (_id, notice) => void told.shown.push(notice),
  onNoticePressed: () => undefined,
  askToNotify: async () => true,
  stopNotifying: async () => undefined,
}));
vi.mock(import('#utils/settings/store.ts'), () => ({
  loadSettings: (async () => ({ notifies: told.quiet })) as never,
  saveSettings: (async () => undefined) as never,
}));
vi.mock(import('#utils/platform/clock.ts'), () => ({ now: () => told.now }));

const MINUTE = 60_000;
const start = new Date(2026, 10, 2, 12).getTime();

async function aQueue(threads: Thread[], role: 'member' | 'lead' = 'lead') {
  const db = emptyDb();
  const desk = aDesk({
    hours: { timeZone: 'UTC', week: [], holidays: [] },
    firstReply: 60,
    nextReply: 60,
  });
  await db.desks.put({ id: desk.id, seq: 1, base: desk, body: desk });
  const me = { id: 'me', name: 'Mia', role, handles: [] };
  await db.members.put({ id: 'me', seq: 1, base: me, body: me });
  await db.threads.bulkPut(
    threads.map((body) => ({
      id: body.id,
      seq: 1,
      base: body,
      body,
      outcome: body.outcome,
      seenAt: body.seenAt,
      holder: '',
    })),
  );
  await saveMeta(db, 'notifiedUntil', start);
  const services = {
    db,
    engine: {
      connection: async () => ({ clockOffset: 0 }),
      context: async () => ({ memberId: 'me', now: told.now }),
    },
  };
  return { db, look: () => notifyOfQueue(services as never) };
}

const late = (nth: number) =>
  aThread({
    id: `x:${nth}`,
    seenAt: start - 30 * MINUTE,
    claim: null,
    route: { deskId: 'support', by: 'ana', at: start - 30 * MINUTE },
  });

beforeEach(() => {
  told.may = true;
  told.quiet = { quietFrom: 0, quietTo: 0 };
  told.now = start + 31 * MINUTE;
  told.shown = [];
});

test('what is late is told once', async () => {
  const { db, look } = await aQueue([late(1), late(2)]);
  await look();
  expect(told.shown).toEqual([{ title: '2 customers should have heard back', text: '' }]);
  expect(await loadMeta(db, 'notifiedUntil')).toBe(told.now);
  told.now += MINUTE;
  await look();
  expect(told.shown).toHaveLength(1);
});

test('one is named by who wrote it and the first words', async () => {
  const { look } = await aQueue([late(1)]);
  await look();
  expect(told.shown[0]?.title).toBe('A customer should have heard back');
  expect(told.shown[0]?.text).toMatch(/^ada_example: /u);
});

test('who has heard back is not told of', async () => {
  const { db, look } = await aQueue([late(1)]);
  const reply = aReply({ id: 'x:9', threadId: 'x:1', at: start });
  await db.replies.put({ id: 'x:9', threadId: 'x:1', seq: 1, base: reply, body: reply });
  await look();
  expect(told.shown).toEqual([]);
});

test('in quiet hours nothing is said, and afterwards what still holds', async () => {
  const { look } = await aQueue([late(1)]);
  told.quiet = { quietFrom: 12 * 60, quietTo: 13 * 60 };
  await look();
  expect(told.shown).toEqual([]);
  told.now = start + 61 * MINUTE;
  await look();
  expect(told.shown).toHaveLength(1);
});

test('nothing is read nor said where it is off, or not permitted', async () => {
  const { db, look } = await aQueue([late(1)]);
  told.quiet = undefined;
  await look();
  told.quiet = { quietFrom: 0, quietTo: 0 };
  told.may = false;
  await look();
  expect(told.shown).toEqual([]);
  expect(await loadMeta(db, 'notifiedUntil')).toBe(start);
});

test('what was before notifications were switched on is not told', async () => {
  const { db, look } = await aQueue([late(1)]);
  await db.meta.delete('notifiedUntil');
  await look();
  expect(told.shown).toEqual([]);
});

test('every open thread of thousands is looked at', async () => {
  const many = Array.from({ length: 1_200 }, (_, nth) => late(nth));
  const { look } = await aQueue(many);
  await look();
  expect(told.shown[0]?.title).toBe('1200 customers should have heard back');
});

test('the worst stands first, the rest in a line', () => {
  const thread = aThread();
  const found = (['forMe', 'left', 'breached', 'forMe'] as const).map((kind) => ({
    event: { kind, threadId: 'x:1', at: 1 },
    thread,
  }));
  expect(toNotice(found)).toEqual({
    title: 'A customer should have heard back',
    text: expect.stringMatching(/\. Your claim has run out\. 2 threads are for you$/u) as string,
  });
});
