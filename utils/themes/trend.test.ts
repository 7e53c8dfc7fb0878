import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTrend, toTrendWords } from './trend.ts';

const even = { now: 1_000, before: 1_000 };

describe('toTrend', () => {
  test.each([
    [0, 0, 'few'],
    [8, 1, 'few'],
    [9, 1, 'up'],
    [1, 9, 'down'],
    [10, 0, 'new'],
    [0, 10, 'down'],
    [12, 8, 'unclear'],
    [40, 20, 'up'],
    [110, 100, 'unclear'],
    [1_100, 1_000, 'up'],
  ])('%i after %i is %s', (now, before, direction) => {
    expect(toTrend(now, before, even)).toMatchObject({ now, before, direction });
  });

  test('what grew as all posts did says so', () => {
    expect(toTrend(40, 20, { now: 2_000, before: 1_000 }).withAll).toBe(true);
    expect(toTrend(40, 20, even).withAll).toBe(false);
    expect(toTrend(20, 20, { now: 2_000, before: 1_000 }).withAll).toBe(false);
  });

  test('more posts never turn up into down', () => {
    const order = ['down', 'unclear', 'up'];
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (now, before) => {
          const less = order.indexOf(toTrend(now, before, even).direction);
          const more = order.indexOf(toTrend(now + 1, before, even).direction);
          expect(less).toBeGreaterThanOrEqual(0);
          expect(more).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });
});

test.each([
  [{ now: 3, before: 1 }, '3, 1 before: too few to say more'],
  [{ now: 40, before: 20 }, '40, up from 20'],
  [{ now: 20, before: 40 }, '20, down from 40'],
  [{ now: 12, before: 0 }, '12, none before'],
  [{ now: 22, before: 20 }, '22, 20 before: no clear change'],
])('%j in words', ({ now, before }, words) => {
  expect(toTrendWords(toTrend(now, before, even))).toBe(words);
});

test('words say where everything grew', () => {
  expect(toTrendWords(toTrend(40, 20, { now: 2_000, before: 1_000 }))).toBe(
    '40, up from 20, as posts overall',
  );
});
