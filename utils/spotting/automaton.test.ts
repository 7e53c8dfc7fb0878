import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAutomaton } from './automaton.ts';
import { createFolder, toFolded } from './fold.ts';
import { isBoundary } from './unit-class.ts';

function scanAll(patterns: readonly string[], text: string): string[] {
  const hits: string[] = [];
  createAutomaton(patterns).scan(createFolder()(text), (pattern, end) => {
    hits.push(`${pattern}@${end}`);
  });
  return hits;
}

/** Each pattern at each place, unit by unit. */
function scanNaively(patterns: readonly string[], text: string): string[] {
  const folded = toFolded(text);
  const hits: string[] = [];
  for (const [index, pattern] of patterns.entries()) {
    for (let start = 0; start + pattern.length <= folded.length; start += 1) {
      if (!folded.startsWith(pattern, start)) continue;
      const begins =
        start === 0 || isBoundary(folded.charCodeAt(start - 1), folded.charCodeAt(start));
      if (begins) hits.push(`${index}@${start + pattern.length}`);
    }
  }
  return hits;
}

test('finds patterns that overlap', () => {
  expect(scanAll(['acme kettle', 'kettle pro', 'kettle'], 'my Acme-Kettle pro')).toEqual([
    '0@14',
    '2@14',
    '1@18',
  ]);
});

test('finds equal patterns once each', () => {
  expect(scanAll(['acme', 'acme'], 'Acme').sort()).toEqual(['0@4', '1@4']);
});

test('begins only at a word boundary', () => {
  expect(scanAll(['me', 'acme'], 'acme me')).toEqual(['1@4', '0@7']);
  expect(scanAll(['アクメ'], 'このアクメは')).toEqual(['0@5']);
});

test('does nothing without patterns', () => {
  expect(scanAll([], 'Acme')).toEqual([]);
});

test('says at a glance that a text holds nothing', () => {
  const { mayHold } = createAutomaton(['acme', 'kettle'], (pattern) => pattern === 0);
  expect(mayHold('a kettle, 😀 not pacme')).toBe(false);
  expect(mayHold('an  ACME kettle')).toBe(true);
});

test('equals a naive scan on random patterns, texts', () => {
  const unit = fc.constantFrom(
    'a',
    'b',
    'c',
    ' ',
    '.',
    '@',
    '-',
    'é',
    '가',
    'ア',
    'ß',
    '\u200b',
    '😀',
  );
  const word = fc.string({ unit, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.string({ unit, maxLength: 60 }),
      (words, text) => {
        const patterns = words.map(toFolded).filter((pattern) => pattern !== '');
        const expected = scanNaively(patterns, text).sort();
        expect(scanAll(patterns, text).sort()).toEqual(expected);
        expect(createAutomaton(patterns).mayHold(text) || expected.length === 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
