import { expect, it } from 'vitest';
import { createHintQueue, toPayloads } from './hint-queue.ts';
import type { Hint } from './notifier.ts';

const aPresence = (n: number): Hint => ({
  type: 'presence',
  teamId: 'team',
  memberId: `member-${n}`,
  threadId: `x:${'é'.repeat(200)}`,
  kind: 'typing',
  since: 1,
});

it('keeps every payload below what PostgreSQL takes', () => {
  const hints = Array.from({ length: 100 }, (_, n) => aPresence(n));
  const payloads = toPayloads(hints, 'process');
  expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
  const told = payloads.flatMap((payload) => (JSON.parse(payload) as { hints: Hint[] }).hints);
  expect(told).toEqual(hints);
});

it('tells a team’s newest head alone', async () => {
  const delivered: string[] = [];
  await new Promise<void>((resolve) => {
    const queue = createHintQueue((payloads) => {
      delivered.push(...payloads);
      resolve();
    }, 'process');
    for (const head of [3, 5, 4]) queue.add({ type: 'head', teamId: 'a', head });
    queue.add({ type: 'head', teamId: 'b', head: 1 });
    queue.add({ type: 'closed', teamId: 'a', deviceId: 'd' });
  });
  const { hints } = JSON.parse(delivered[0] ?? '') as { hints: Hint[] };
  expect([delivered.length, hints]).toEqual([
    1,
    [
      { type: 'head', teamId: 'a', head: 5 },
      { type: 'head', teamId: 'b', head: 1 },
      { type: 'closed', teamId: 'a', deviceId: 'd' },
    ],
  ]);
});
