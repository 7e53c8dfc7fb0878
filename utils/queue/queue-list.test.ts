import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import type { BoardFilter } from '#utils/model/board-view.ts';
import { queueStates } from '#utils/model/queue-states.ts';
import type { Thread } from '#utils/model/thread.ts';
import {
  atMoment,
  countByPart,
  NO_BOARD_FILTER,
  sortItems,
  toBoardTest,
  toNumbers,
  toQueueItem,
} from './queue-list.ts';
import type { QueueContext, QueueItem } from './queue-list.ts';

const context: QueueContext = {
  desks: new Set(['support', 'press']),
  typistOf: () => null,
  intentOf: ({ label }) => label?.intent ?? null,
  clockOf: () => null,
};
const item = (part: Parameters<typeof aThread>[0] = {}, over: Partial<QueueContext> = {}) =>
  toQueueItem({ thread: aThread(part), replies: [] }, { ...context, ...over }, at);
const route = (part: Partial<NonNullable<Thread['route']>>) => ({ by: 'ana', at, ...part });

describe('an item', () => {
  test('belongs to who holds the thread, else to who should answer it, else to who left it', () => {
    const lapsed = { memberId: 'cem', since: 1, leaseUntil: 2 };
    const claim = { memberId: 'ana', fence: 1, since: at, leaseUntil: at + 9 };
    const owners = [
      { claim, route: route({ assignee: 'ben' }) },
      { route: route({ assignee: 'ben' }), lapsed },
      { lapsed },
      {},
    ].map((part) => item(part).owner);
    expect(owners).toEqual(['ana', 'ben', 'cem', '']);
  });

  test('of a desk that was ended belongs to none', () => {
    expect(item({ route: route({ deskId: 'press' }) }).deskId).toBe('press');
    expect(item({ route: route({ deskId: 'gone' }) }).deskId).toBe('');
  });

  test('has no clock once it is closed', () => {
    const clock = { kind: 'first', warnAt: 1, dueAt: 2 } as const;
    const clockOf = () => clock;
    expect(item({}, { clockOf }).clock).toBe(clock);
    expect(item({ outcome: 'settled' }, { clockOf }).clock).toBeNull();
  });

  test('stays the same one while its state does', () => {
    const claim = { memberId: 'ana', fence: 1, since: at, leaseUntil: at + 9 };
    const held = item({ claim });
    expect(atMoment(held, context, at + 8)).toBe(held);
    expect(atMoment(held, context, at + 9)).toMatchObject({ id: held.id, state: 'forgotten' });
  });
});

describe('a filter', () => {
  const lid = item({
    id: 'x:1',
    post: aPost({ text: 'The LÍD broke', author: { handle: 'zoe' } }),
  });
  const cord = item({ id: 'x:2', post: aPost({ text: 'The cord broke' }) });
  const find = (query: string) =>
    [lid, cord].filter(toBoardTest({ ...NO_BOARD_FILTER, query })).map(({ id }) => id);

  test('finds words of post and author, whatever their case and accents', () => {
    expect(find('lid')).toEqual(['x:1']);
    expect(find('ZOE')).toEqual(['x:1']);
    expect(find(' broke the ')).toEqual(['x:1', 'x:2']);
    expect(find('lid cord')).toEqual([]);
  });
});

const items = fc.array(
  fc
    .record({
      state: fc.constantFrom(...queueStates),
      brandId: fc.constantFrom('acme', 'bolt'),
      deskId: fc.constantFrom('', 'support', 'press'),
      owner: fc.constantFrom('', 'ana', 'ben'),
      intent: fc.constantFrom(null, 'question', 'complaint'),
      since: fc.integer({ min: 0, max: 9 }),
      due: fc.option(fc.integer({ min: 0, max: 9 })),
      priority: fc.constantFrom(undefined, 'high', 'low'),
    })
    .map(({ due, priority, ...part }) => ({
      ...item(priority ? { route: route({ priority: priority as 'high' | 'low' }) } : {}),
      ...part,
      clock: due === null ? null : { kind: 'first', warnAt: 0, dueAt: due },
    })) as fc.Arbitrary<QueueItem>,
  { maxLength: 30 },
);
const filters = fc.record({
  states: fc.subarray([...queueStates]),
  brands: fc.subarray(['acme', 'bolt', 'none']),
  sites: fc.constantFrom([], ['x'], ['reddit']),
  desks: fc.subarray(['', 'support']),
  teammates: fc.subarray(['', 'ana']),
  intents: fc.subarray(['question', 'complaint']),
  query: fc.constantFrom('', 'kettle', 'kettle nothing'),
}) as fc.Arbitrary<BoardFilter>;

test('each choice of a filter says how many threads it alone would leave in its part', () => {
  fc.assert(
    fc.property(items, filters, (all, filter) => {
      const counts = countByPart(all, filter);
      for (const [part, values] of [
        ['states', queueStates],
        ['desks', ['', 'support', 'press']],
        ['teammates', ['', 'ana', 'ben']],
        ['intents', ['question', 'complaint']],
      ] as const) {
        for (const value of values) {
          const alone = { ...filter, [part]: [value] };
          const left = all.filter(toBoardTest(alone)).length;
          expect(counts[part].get(value) ?? 0).toBe(left);
        }
      }
    }),
  );
});

test('what somebody must do something about comes first, then what is due, then what waits longest', () => {
  const rank = ({ state }: QueueItem) => Math.max(2, queueStates.indexOf(state));
  fc.assert(
    fc.property(items, (all) => {
      const sorted = sortItems([...all], 'urgent');
      sorted.slice(1).forEach((after, nth) => {
        const before = sorted[nth] as QueueItem;
        expect(rank(before)).toBeLessThanOrEqual(rank(after));
        if (rank(before) !== rank(after)) return;
        const [one, other] = [before, after].map(({ thread }) =>
          ['high', undefined, 'low'].indexOf(thread.route?.priority),
        ) as [number, number];
        expect(one).toBeLessThanOrEqual(other);
        if (one !== other) return;
        const [due, later] = [before, after].map(({ clock }) => clock?.dueAt ?? Infinity) as [
          number,
          number,
        ];
        expect(due).toBeLessThanOrEqual(later);
        const waits = due === later ? [before.since, after.since] : [0, 0];
        expect(waits[0]).toBeLessThanOrEqual(waits[1] ?? -1);
      });
    }),
  );
});

test('the numbers count who waits, and who left', () => {
  const claim = { memberId: 'ana', fence: 1, since: 1, leaseUntil: at - 1 };
  const replied = toQueueItem({ thread: aThread(), replies: [aReply()] }, context, at);
  const all = [item({ post: aPost({ time: 7 }) }), item({ claim }), replied];
  expect(toNumbers(all)).toEqual({ unanswered: 2, oldest: 7, forgotten: 1 });
  expect(toNumbers([replied])).toEqual({ unanswered: 0, oldest: null, forgotten: 0 });
});
