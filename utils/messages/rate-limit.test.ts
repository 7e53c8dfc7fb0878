import { describe, expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const takeTimes = (limit: ReturnType<typeof createRateLimit>, times: number, at = 0) =>
  Array.from({ length: times }, () => limit.take('tab', at)).filter(Boolean).length;

describe('a rate limit', () => {
  test('lets a burst through, then refuses', () => {
    expect(takeTimes(createRateLimit({ perSecond: 1, burst: 5 }), 20)).toBe(5);
  });

  test('fills up again with time', () => {
    const limit = createRateLimit({ perSecond: 2, burst: 5 });
    takeTimes(limit, 20);
    expect(takeTimes(limit, 20, 1_500)).toBe(3);
  });

  test('gains nothing from a clock that goes back', () => {
    const limit = createRateLimit({ perSecond: 2, burst: 5 });
    takeTimes(limit, 5, 10_000);
    expect(takeTimes(limit, 5, 0)).toBe(0);
  });

  test('counts each sender for itself', () => {
    const limit = createRateLimit({ perSecond: 1, burst: 1 });
    expect([limit.take(1, 0), limit.take(2, 0), limit.take(1, 0)]).toEqual([true, true, false]);
  });
});
