import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from '#utils/replies/count-characters.ts';
import { splitIntoThread } from './split-into-thread.ts';

const graphemes = (limit: number) => ({ count: 'graphemes' as const, limit });
const bare = (text: string) => text.replace(/\s+/gu, '');

describe('splitIntoThread', () => {
  test('leaves alone what fits', () => {
    expect(splitIntoThread(' Hold the lid. ', graphemes(20))).toEqual(['Hold the lid.']);
  });

  test('leaves alone what has no limit', () => {
    const rule = { count: 'utf16' as const, limit: null };
    expect(splitIntoThread('a '.repeat(999), rule)).toHaveLength(1);
  });

  test('cuts at the end of a sentence', () => {
    const text = 'Take off the lid first. Then rinse the kettle with lemon juice.';
    expect(splitIntoThread(text, graphemes(40))).toEqual([
      'Take off the lid first.',
      'Then rinse the kettle with lemon juice.',
    ]);
  });

  test('cuts at a word where a sentence would leave a part half empty', () => {
    expect(splitIntoThread('Yes. Rinse the kettle with lemon juice twice', graphemes(30))).toEqual([
      'Yes. Rinse the kettle with',
      'lemon juice twice',
    ]);
  });

  test('keeps an address whole', () => {
    const link = 'https://acme.example/kettles/lids?color=red';
    expect(splitIntoThread(`Here is the page that you need: ${link}`, graphemes(45))).toContain(
      link,
    );
  });

  test('counts an address as the site does', () => {
    const link = `https://acme.com/${'x'.repeat(100)}`;
    const rule = { count: 'weighted' as const, limit: 40 };
    expect(splitIntoThread(`See ${link} and ${link}`, rule)).toEqual([`See ${link} and`, link]);
  });

  test('cuts a text without spaces at its sentences', () => {
    const text = 'ふたを外してください。それから水で洗ってください。';
    expect(splitIntoThread(text, graphemes(16))).toEqual([
      'ふたを外してください。',
      'それから水で洗ってください。',
    ]);
  });

  test('numbers parts when asked, within the limit', () => {
    const parts = splitIntoThread('Rinse the kettle. '.repeat(5), graphemes(50), {
      isNumbered: true,
    });
    expect(parts.at(-1)).toMatch(new RegExp(` ${parts.length}/${parts.length}$`));
    expect(parts.every((part) => part.length <= 50)).toBe(true);
  });

  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.webUrl(),
    fc.constantFrom('Kettle.', 'ふたを外してください。', '👩‍👩‍👧‍👦', '@ada@acme.example', '\n\n', 'no!'),
  );
  test.each(['weighted', 'graphemes', 'mastodon', 'utf16'] as const)(
    'loses nothing, and no part is over the limit (%s)',
    (count) => {
      fc.assert(
        fc.property(
          fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
          fc.integer({ min: 60, max: 300 }),
          (text, limit) => {
            const parts = splitIntoThread(text, { count, limit });
            expect(bare(parts.join(''))).toBe(bare(text));
            for (const part of parts) {
              expect(countCharacters(part, { count })).toBeLessThanOrEqual(limit);
            }
          },
        ),
        { numRuns: 100 },
      );
    },
  );
});
