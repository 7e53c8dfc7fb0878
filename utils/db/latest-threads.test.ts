import { expect, it } from 'vitest';
import { aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Outcome } from '#utils/model/thread.ts';
import { loadLatestThreads } from './latest-threads.ts';

it('gives the newest first, whatever became of them', async () => {
  const db = emptyDb();
  const outcomes: Outcome[] = ['open', 'settled', 'setAside', 'open', 'settled', 'setAside'];
  const rows = outcomes.map((outcome, at) => {
    const body = aThread({ id: `x:${at}`, outcome, seenAt: at * 1_000 });
    return { id: body.id, seq: at, base: body, body, outcome, seenAt: body.seenAt, holder: '' };
  });
  await db.threads.bulkPut(rows);
  const found = await loadLatestThreads(db, 4);
  expect(found.map(({ id }) => id)).toEqual(['x:5', 'x:4', 'x:3', 'x:2']);
});
