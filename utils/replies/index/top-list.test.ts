import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TopList } from './top-list.ts';

const byRank = (a: { score: number; id: string }, b: { score: number; id: string }) =>
  b.score - a.score || (a.id < b.id ? -1 : 1);

test('keeps what sorting all of them would put first', () => {
  const some = fc.uniqueArray(
    fc.record({ id: fc.string({ maxLength: 3 }), score: fc.integer({ min: 1, max: 9 }) }),
    { selector: ({ id }) => id, maxLength: 60 },
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 12 }), (all, size) => {
      const top = new TopList(size);
      for (const one of all) top.take(one);
      expect(top.toSorted()).toEqual(all.toSorted(byRank).slice(0, size));
      const last = all.toSorted(byRank)[size - 1];
      expect(top.lowest).toBe(last ? last.score : -Infinity);
    }),
  );
});
