import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFeatures } from '#utils/text/similarity.ts';
import { pickByAgreement, type Candidate } from './agreement.ts';

const aCandidate = (text: string, weight = 1): Candidate => ({
  features: toFeatures(text.split(' ')),
  weight,
});

const candidates = fc.array(
  fc.record({
    features: fc.array(fc.constantFrom('hold', 'wait', 'sorry', 'yes')).map(toFeatures),
    weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
  }),
  { maxLength: 20 },
);

describe('pickByAgreement', () => {
  test('prefers the answer that others agree with to that of the nearest post', () => {
    const [first] = pickByAgreement(
      [
        aCandidate('we never sell lids', 1.2),
        aCandidate('hold the button and wait'),
        aCandidate('please hold the button and wait'),
        aCandidate('hold the button then wait'),
      ],
      1,
    );
    expect(first?.index).not.toBe(0);
    expect(first?.support).toBeGreaterThan(0.3);
  });

  test('takes another kind of answer second', () => {
    const picks = pickByAgreement(
      [
        aCandidate('hold the button and wait'),
        aCandidate('hold the button and wait'),
        aCandidate('hold the button and wait'),
        aCandidate('send us your number please'),
      ],
      2,
    );
    expect(picks.map((pick) => pick.index)).toEqual([0, 3]);
  });

  test('gives no more than is there or asked for, none twice', () => {
    fc.assert(
      fc.property(candidates, fc.nat(5), (list, count) => {
        const picks = pickByAgreement(list, count);
        expect(picks).toHaveLength(Math.min(list.length, count));
        expect(new Set(picks.map((pick) => pick.index)).size).toBe(picks.length);
      }),
    );
  });

  test('gives a support within 0…1', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        for (const { support } of pickByAgreement(list, 3)) {
          expect(support).toBeGreaterThanOrEqual(0);
          expect(support).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
