import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBlock, countEntriesWith, EMPTY_BLOCK, isBlock, type Block } from './block.ts';
import type { EntryWords } from './entry-words.ts';

const WORDS = [3, 7, 11, 2 ** 52 + 1, 1];

const anEntry = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  counts: fc.dictionary(fc.constantFrom(...WORDS.map(String)), fc.integer({ min: 0, max: 300 })),
});

const toWords = ({ id, counts }: { id: string; counts: Record<string, number> }): EntryWords => ({
  id,
  kind: 'reply',
  print: 1,
  length: Object.keys(counts).length,
  counts: new Map(Object.entries(counts).map(([word, count]) => [Number(word), count])),
});

const aChange = fc.record({
  gone: fc.subarray(['a', 'b', 'c', 'x']),
  told: fc.uniqueArray(anEntry, { selector: ({ id }) => id, maxLength: 4 }),
});

/** What a block says of each entry, read back word by word. */
function readBack(block: Block): Record<string, Record<string, number>> {
  const read: Record<string, Record<string, number>> = {};
  for (const id of block.ids) read[id] = {};
  let start = 0;
  for (const [at, word] of block.words.entries()) {
    for (let place = start; place < (block.ends[at] as number); place += 1) {
      const id = block.ids[block.entries[place] as number] as string;
      (read[id] as Record<string, number>)[word] = block.counts[place] as number;
    }
    start = block.ends[at] as number;
  }
  return read;
}

describe('a block', () => {
  test('holds after any changes what was told last, and nothing of what is gone', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 5 }), (changes) => {
        let block = EMPTY_BLOCK;
        const expected = new Map<string, Record<string, number>>();
        for (const { gone, told } of changes) {
          for (const id of gone) expected.delete(id);
          for (const { id, counts } of told) {
            const capped = Object.entries(counts).map(([word, n]) => [word, Math.min(n, 255)]);
            expected.set(id, Object.fromEntries(capped) as Record<string, number>);
          }
          block = changeBlock(block, new Set(gone), told.map(toWords));
          expect(isBlock(block)).toBe(true);
          expect(readBack(block)).toEqual(Object.fromEntries(expected));
          for (const word of WORDS) {
            const having = [...expected.values()].filter((counts) => `${word}` in counts).length;
            expect(countEntriesWith(block, word)).toBe(having);
          }
        }
      }),
    );
  });

  test('is the same where there is nothing to change', () => {
    const block = changeBlock(EMPTY_BLOCK, new Set(), [toWords({ id: 'a', counts: { 3: 1 } })]);
    expect(changeBlock(block, new Set(['x']), [])).toBe(block);
  });

  test('keeps no word that only a gone entry had', () => {
    const told = [
      { id: 'a', counts: { 3: 1, 7: 1 } },
      { id: 'b', counts: { 7: 1 } },
    ].map(toWords);
    const block = changeBlock(changeBlock(EMPTY_BLOCK, new Set(), told), new Set(['a']), []);
    expect([...block.words]).toEqual([7]);
  });

  const sound = changeBlock(EMPTY_BLOCK, new Set(), [toWords({ id: 'a', counts: { 3: 1, 7: 2 } })]);
  test.each([
    ['none', undefined],
    ['another form', { ...sound, words: [...sound.words] }],
    ['a word too many', { ...sound, words: Float64Array.of(3, 7, 9) }],
    ['ends that go back', { ...sound, ends: Uint32Array.of(2, 1) }],
    ['an entry that is none', { ...sound, entries: Uint16Array.of(0, 5) }],
    ['counts cut off', { ...sound, counts: sound.counts.slice(1) }],
    ['lengths cut off', { ...sound, lengths: new Uint16Array() }],
  ])('is known to be broken: %s', (_, broken) => {
    expect(isBlock(sound)).toBe(true);
    expect(isBlock(broken)).toBe(false);
  });
});
