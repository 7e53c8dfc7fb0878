import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONFIDENCE_MIN, toReplyConfidence, toSnippetConfidence } from './confidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.double({ min: 0, max: 50, noNaN: true });

describe('the confidence in a reply', () => {
  const evidence = fc.record({ support: share, topMatch: share, features: fc.nat(2_000) });

  test('lies within 0…1', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        expect(toReplyConfidence(given)).toBeGreaterThanOrEqual(0);
        expect(toReplyConfidence(given)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never falls with more agreement', () => {
    fc.assert(
      fc.property(evidence, share, (given, more) => {
        const support = Math.min(1, given.support + more);
        expect(toReplyConfidence({ ...given, support })).toBeGreaterThanOrEqual(
          toReplyConfidence(given),
        );
      }),
    );
  });

  test('shows nothing without agreement', () => {
    const given = { support: 0, topMatch: 1, features: 5 };
    expect(toReplyConfidence(given)).toBeLessThan(CONFIDENCE_MIN);
  });
});

describe('the confidence in a snippet', () => {
  test('lies within 0…1', () => {
    fc.assert(
      fc.property(some, some, share, (inKeys, inText, coverage) => {
        const value = toSnippetConfidence({ inKeys, inText, coverage });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('shows nothing for words of the text alone', () => {
    fc.assert(
      fc.property(some, (inText) => {
        expect(toSnippetConfidence({ inKeys: 0, inText, coverage: 0 })).toBeLessThan(
          CONFIDENCE_MIN,
        );
      }),
    );
  });

  test.each([
    [{ inKeys: 1, inText: 0, coverage: 0.33 }, false],
    [{ inKeys: 1, inText: 0, coverage: 1 }, true],
    [{ inKeys: 2, inText: 0, coverage: 0.4 }, true],
  ])('for %j is enough: %s', (evidence, isEnough) => {
    expect(toSnippetConfidence(evidence) >= CONFIDENCE_MIN).toBe(isEnough);
  });
});
