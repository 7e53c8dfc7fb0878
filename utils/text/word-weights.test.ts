import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordWeights } from './word-weights.ts';

const aText = fc.array(fc.constantFrom('kettle', 'lid', 'leak', 'reset', 'flakes'), {
  maxLength: 5,
});

function weightsOf(texts: readonly (readonly string[])[]): WordWeights {
  const textsWith = (word: string) => texts.filter((words) => words.includes(word)).length;
  return new WordWeights({ texts: texts.length, textsWith });
}

describe('the weight of a word', () => {
  const weights = weightsOf([
    ['kettle', 'lid'],
    ['kettle', 'leak'],
    ['kettle', 'reset'],
  ]);

  test('is greater for a rarer word', () => {
    expect(weights.weight('lid')).toBeGreaterThan(weights.weight('kettle'));
  });

  test('is small for a common word, however rare it is here', () => {
    expect(weights.weight('the')).toBeLessThanOrEqual(0.1);
    expect(weights.weight('der')).toBeLessThanOrEqual(0.1);
  });

  test('stays within 0…1 in any library', () => {
    fc.assert(
      fc.property(fc.array(aText), fc.string(), (texts, word) => {
        const value = weightsOf([...texts, [word]]).weight(word);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});
