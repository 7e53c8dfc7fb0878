import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDice, toFeatures } from './similarity.ts';

const words = fc.array(fc.constantFrom('hold', 'the', 'button', 'and', 'wait'), { maxLength: 8 });

describe('toDice', () => {
  test('is 1 for the same words in the same order', () => {
    const text = words.filter((list) => list.length > 0);
    fc.assert(
      fc.property(text, (list) => {
        expect(toDice(toFeatures(list), toFeatures(list))).toBe(1);
      }),
    );
  });

  test('is the same both ways', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(toDice(toFeatures(a), toFeatures(b))).toBe(toDice(toFeatures(b), toFeatures(a)));
      }),
    );
  });

  test('is 0 for nothing in common', () => {
    expect(toDice(toFeatures(['hold']), toFeatures(['wait']))).toBe(0);
    expect(toDice(toFeatures([]), toFeatures([]))).toBe(0);
  });

  test('sees another order of the same words', () => {
    expect(toDice(toFeatures(['hold', 'wait']), toFeatures(['wait', 'hold']))).toBeCloseTo(2 / 3);
  });
});
