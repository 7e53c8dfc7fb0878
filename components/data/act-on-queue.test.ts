import { beforeEach, expect, test, vi } from 'vitest';
import { aThread, at } from '#tests/support/builders.ts';
import { browser } from '#utils/platform/browser.ts';
import { actOnQueue } from './act-on-queue.ts';

const sent: { name: string; request: unknown }[] = [];
beforeEach(() => {
  sent.length = 0;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message as (typeof sent)[number]);
    return { ok: true, value: null };
  });
});

const route = (part: object) => ({ by: 'ana', at, ...part });
const names = { names: { ana: 'Ana', press: 'Press' } };

test('what is undone goes back to where each thread was', async () => {
  const threads = [
    aThread({ id: 'x:1', route: route({ deskId: 'support' }) }),
    aThread({ id: 'x:2' }),
  ];
  const result = await actOnQueue(threads, { kind: 'desk', deskId: 'press' }, names);
  expect(result).toMatchObject({ done: '2 threads sent to Press.' });
  if ('undo' in result) await result.undo();
  expect(sent).toEqual([
    {
      name: 'queue.route',
      request: {
        changes: [
          { id: 'x:1', deskId: 'press' },
          { id: 'x:2', deskId: 'press' },
        ],
      },
    },
    {
      name: 'queue.route',
      request: {
        changes: [
          { id: 'x:1', deskId: 'support' },
          { id: 'x:2', deskId: null },
        ],
      },
    },
  ]);
});

test('many threads go in several messages', async () => {
  const threads = Array.from({ length: 1_201 }, (_, nth) => aThread({ id: `x:${nth}` }));
  await actOnQueue(threads, { kind: 'setAside', reason: 'Spam' }, names);
  const sizes = sent.map(({ request }) => (request as { changes: unknown[] }).changes.length);
  expect(sizes).toEqual([500, 500, 201]);
});

test('what was put off before is put off as before', async () => {
  const thread = aThread({ snooze: { until: 7, by: 'ana', at } });
  const result = await actOnQueue([thread], { kind: 'snooze', until: null }, names);
  if ('undo' in result) await result.undo();
  expect(sent.map(({ request }) => request)).toEqual([
    { changes: [{ id: 'x:1', until: null }] },
    { changes: [{ id: 'x:1', until: 7 }] },
  ]);
});

test('a refusal is told in its own words', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({
    ok: false,
    error: { code: 'full', message: 'The disk is full.' },
  });
  const result = await actOnQueue([aThread()], { kind: 'note', note: '' }, names);
  expect(result).toEqual({ refused: 'The disk is full.' });
});
