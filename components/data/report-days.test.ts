import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, startOfDay, startOfWeek } from './report-days.ts';
import { toDayKey } from '#utils/text/day-key.ts';

const moments = fc.integer({ min: Date.UTC(2020, 0, 5), max: Date.UTC(2030, 0, 5) });

test('a day begins at the midnight of its key', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const start = startOfDay(at);
      expect(toDayKey(start)).toBe(toDayKey(at));
      expect(toDayKey(start - 1)).not.toBe(toDayKey(at));
      expect(toDayKey(addDays(start, 1) - 1)).toBe(toDayKey(at));
    }),
  );
});

test('a week begins on the Monday before', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const start = startOfWeek(at);
      expect(new Date(start).getDay()).toBe(1);
      expect(start).toBeLessThanOrEqual(at);
      expect(addDays(start, 7)).toBeGreaterThan(at);
    }),
  );
});
