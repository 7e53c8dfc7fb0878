import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeLibraryEntry, countUse, libraryEntrySchema } from './library.ts';
import type { LibraryChange, LibraryEntry } from './library.ts';

const by = { memberId: 'ana', at: 5, needsApproval: false };
const change = (text: string, more: Partial<LibraryChange> = {}): LibraryChange => ({
  id: 'l',
  kind: 'snippet',
  text,
  tags: [],
  at: 1,
  ...more,
});

it('stays a sound entry of bounded size through any number of versions', () => {
  const words = fc.string({
    minLength: 1,
    maxLength: 9_000,
    unit: fc.constantFrom('a', 'é', '漢'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 14 }), (all) => {
      const last = all.reduce<LibraryEntry | null>(
        (known, [text, question]) => changeLibraryEntry(known, change(text, { question }), by),
        null,
      );
      expect(libraryEntrySchema.parse(last)).toEqual(last);
      const kept = (last?.earlier ?? []).map((one) => one.text + (one.question ?? ''));
      expect(kept.join('').length).toBeLessThanOrEqual(40_000);
      expect(last?.text).toBe(all.at(-1)?.[0]);
    }),
    { numRuns: 30 },
  );
});

it('makes no version where no word changed', () => {
  const first = changeLibraryEntry(null, change('One'), by);
  const sorted = changeLibraryEntry(first, change('One', { tags: ['a'] }), by);
  expect(sorted).toEqual({ ...first, tags: ['a'] });
});

it('keeps the newest words it has replaced first', () => {
  const texts = ['One', 'Two', 'Three'];
  const last = texts.reduce<LibraryEntry | null>(
    (known, text) => changeLibraryEntry(known, change(text), by),
    null,
  );
  expect(last?.earlier?.map(({ text, version }) => [text, version])).toEqual([
    ['Two', 2],
    ['One', 1],
  ]);
});

it('counts a share of words with sent replies alone', () => {
  const sent = countUse(undefined, { use: 'sent', kept: 0.5 }, 1);
  const happy = countUse(sent, { use: 'happy', kept: 1 }, 2);
  expect(happy).toEqual({ sent: 1, kept: 0.5, happy: 1, unhappy: 0, dismissed: 0, lastAt: 2 });
});
