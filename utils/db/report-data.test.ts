import { expect, it } from 'vitest';
import { aReply, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Outcome } from '#utils/model/thread.ts';
import { readReportData } from './report-data.ts';

const giveWay = async () => undefined;
const outcomes: Outcome[] = ['open', 'settled', 'setAside'];

async function aTeam(count: number, seenAtOf: (at: number) => number) {
  const db = emptyDb();
  await db.threads.bulkPut(
    Array.from({ length: count }, (_, at) => {
      const outcome = outcomes[at % 3] ?? 'open';
      const body = aThread({ id: `x:${at}`, outcome, seenAt: seenAtOf(at) });
      return { id: body.id, seq: at, base: body, body, outcome, seenAt: body.seenAt, holder: '' };
    }),
  );
  const reply = async (id: string, threadId: string, at: number) => {
    const body = aReply({ id, threadId, at });
    await db.replies.put({ id, seq: 0, base: body, body, threadId });
  };
  return { db, reply };
}

it('reads every thread of the time once, in parts, whatever became of it', async () => {
  const { db } = await aTeam(3_000, (at) => at);
  const told: number[] = [];
  const { threads } = await readReportData(
    db,
    { from: 500, to: 2_500 },
    { giveWay, onRead: (read) => told.push(read) },
  );
  const ids = threads.map(({ thread }) => thread.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(2_000);
  expect(threads.every(({ thread }) => thread.seenAt >= 500 && thread.seenAt < 2_500)).toBe(true);
  expect(told.length).toBeGreaterThan(3);
});

it('reads on where many were seen in the same moment', async () => {
  const { db } = await aTeam(2_400, (at) => (at < 2_000 ? 7 : 8));
  const options = { giveWay, onRead: () => undefined };
  const { threads } = await readReportData(db, { from: 0, to: 9 }, options);
  expect(threads).toHaveLength(2_400);
});

it('gives each thread its answers, oldest first, and those of the time to older threads too', async () => {
  const { db, reply } = await aTeam(10, (at) => at);
  await reply('x:r2', 'x:6', 40);
  await reply('x:r1', 'x:6', 30);
  await reply('x:r3', 'x:1', 8);
  const options = { giveWay, onRead: () => undefined };
  const { threads, replies } = await readReportData(db, { from: 5, to: 20 }, options);
  const six = threads.find(({ thread }) => thread.id === 'x:6');
  expect(six?.replies.map(({ id }) => id)).toEqual(['x:r1', 'x:r2']);
  expect(replies.map(({ id }) => id)).toEqual(['x:r3']);
});
