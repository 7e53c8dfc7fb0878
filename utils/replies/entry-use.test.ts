import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LibraryUses } from '#utils/model/library.ts';
import { toUseReason, toUseWeight } from './entry-use.ts';

const uses = (some: Partial<LibraryUses>) => ({
  uses: { sent: 0, kept: 0, happy: 0, unhappy: 0, dismissed: 0, lastAt: 1, ...some },
});
const count = fc.integer({ min: 0, max: 50 });
const anyUses = fc
  .record({
    sent: count,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    happy: count,
    unhappy: count,
    dismissed: count,
  })
  .map(({ share, ...rest }) => uses({ ...rest, kept: rest.sent * share }).uses);

describe('what use does to an entry', () => {
  test('is nothing where it was never used', () => {
    expect(toUseWeight({})).toBe(1);
    expect(toUseReason({})).toBeNull();
  });

  test('stays within bounds, and grows with each happy customer', () => {
    fc.assert(
      fc.property(anyUses, (known) => {
        const weight = toUseWeight({ uses: known });
        expect(weight).toBeGreaterThanOrEqual(0.6);
        expect(weight).toBeLessThanOrEqual(1.3);
        expect(toUseWeight({ uses: { ...known, happy: known.happy + 1 } })).toBeGreaterThan(weight);
        const more = { ...known, dismissed: known.dismissed + 1 };
        expect(toUseWeight({ uses: more })).toBeLessThan(weight);
      }),
    );
  });

  test('is little after one', () => {
    expect(toUseWeight(uses({ dismissed: 1 }))).toBeGreaterThan(0.9);
  });

  test.each([
    [{ happy: 4, sent: 5, kept: 1 }, 'customers were happy with it 4 times'],
    [{ unhappy: 3, happy: 1 }, 'customers were unhappy with it 3 times'],
    [{ sent: 5, kept: 4.5 }, 'sent 5 times, mostly as it is'],
    [{ sent: 5, kept: 1 }, 'sent 5 times, mostly rewritten'],
    [{ sent: 5, kept: 2.5 }, 'sent 5 times'],
    [{ sent: 2, kept: 2, happy: 1 }, null],
  ])('is said of %j as %s', (some, said) => {
    expect(toUseReason(uses(some))).toBe(said);
  });
});
