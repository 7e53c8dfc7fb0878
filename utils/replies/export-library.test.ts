import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { exportLibrary } from './export-library.ts';
import { parseLibraryFile } from './import-library.ts';

/** Text as an importer keeps it: without white space at its ends, with plain line ends, without NUL. */
const words = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: fc.constantFrom(...`aé漢"',;|=+-@#{}\n\t 1`) })
    .map((text) => text.replace(/\r/gu, '').trim())
    .filter((text) => text !== '');
const tag = fc
  .string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'ab é-') })
  .map((text) => text.trim())
  .filter((text) => text !== '');

test.each(['csv', 'json'] as const)('%s that is imported again gives the same', (format) => {
  const entry = fc.record({
    text: words(200),
    title: words(60),
    question: words(100),
    tags: fc.uniqueArray(tag, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ text }) => text, minLength: 1 }), (all) => {
      const { name, text } = exportLibrary(
        all.map((one) => aLibraryEntry(one)),
        format,
        '2026-11-23',
      );
      const { entries, skipped } = parseLibraryFile(name, text);
      expect(skipped).toEqual([]);
      const told = entries.map(({ text, title, question, tags }) => ({
        text,
        title,
        question,
        tags,
      }));
      expect(told).toEqual(all);
    }),
    { numRuns: 200 },
  );
});

test('nothing in a CSV file begins like a formula', () => {
  const { text } = exportLibrary([aLibraryEntry({ text: '=1+1', title: '@sum' })], 'csv', 'd');
  expect(text).toContain("'=1+1");
  expect(text).toContain("'@sum");
});
