import { expect, it } from 'vitest';
import { createTestClock } from '../testing/test-server.ts';
import { createRateLimiter } from './rate-limiter.ts';

it('lets a burst through, then as many as come back with time', () => {
  const clock = createTestClock();
  const limiter = createRateLimiter(clock, { perSecond: 2, burst: 3 });
  const take = (times: number) => Array.from({ length: times }, () => limiter.take('a'));
  expect(take(4)).toEqual([true, true, true, false]);
  clock.advance(1_000);
  expect(take(3)).toEqual([true, true, false]);
});

it('counts each key on its own', () => {
  const limiter = createRateLimiter(createTestClock(), { perSecond: 1, burst: 1 });
  expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([true, true, false]);
});

it('gives nothing extra when the clock steps back', () => {
  const clock = createTestClock();
  const limiter = createRateLimiter(clock, { perSecond: 1, burst: 1 });
  limiter.take('a');
  clock.advance(-60_000);
  expect(limiter.take('a')).toBe(false);
});

it('keeps a bounded number of keys, though none of them is at rest', () => {
  const limiter = createRateLimiter(createTestClock(), { perSecond: 0.001, burst: 1 });
  limiter.take('first');
  for (let n = 0; n < 30_000; n += 1) limiter.take(`address ${n}`);
  // Forgotten, so it may once more: what is remembered has an end.
  expect(limiter.take('first')).toBe(true);
  expect(limiter.take('address 29999')).toBe(false);
});
