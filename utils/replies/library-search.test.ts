import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { createGrowingLibrarySearch, createLibrarySearch } from './library-search.ts';

const entries = [
  aLibraryEntry({ id: 'lime', title: 'Limescale', text: 'Boil it with vinegar.' }),
  aLibraryEntry({ id: 'lid', title: 'Lid', text: 'A new lid is on its way.', tags: ['shop'] }),
];
const run = (steps: Generator<undefined, void>) => [...steps].length;

describe('a search whose entries come and go', () => {
  test('finds what it was given so far, step by step', () => {
    const search = createGrowingLibrarySearch();
    const steps = search.change(entries);
    steps.next();
    expect(search.find('limescal')?.map(({ id }) => id)).toEqual(['lime']);
    expect(search.find('lid')).toEqual([]);
    run(steps);
    expect(search.find('lid')?.map(({ id }) => id)).toEqual(['lid']);
  });

  test('reads again only what was rewritten', () => {
    const search = createGrowingLibrarySearch();
    expect(run(search.change(entries))).toBe(2);
    expect(run(search.change(entries.map((entry) => ({ ...entry, at: 9 }))))).toBe(0);
    const [lime, lid] = entries;
    expect(run(search.change([{ ...lime!, text: 'Use citric acid.' }, lid!]))).toBe(1);
    expect(search.find('vinegar')).toEqual([]);
    expect(search.find('citric')).toHaveLength(1);
  });

  test('finds as if it had been so from the start', () => {
    const word = fc.constantFrom('kettle', 'lid', 'limescale', 'boil', 'base');
    const library = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        words: fc.array(word, { minLength: 1 }),
      }),
      { selector: ({ id }) => id },
    );
    const toEntries = (list: readonly { id: string; words: string[] }[]) =>
      list.map(({ id, words }) => aLibraryEntry({ id, text: words.join(' ') }));
    fc.assert(
      fc.property(fc.array(library, { minLength: 1, maxLength: 4 }), word, (libraries, query) => {
        const search = createGrowingLibrarySearch();
        for (const one of libraries) run(search.change(toEntries(one)));
        const fresh = createLibrarySearch(toEntries(libraries.at(-1) ?? []));
        const ids = (found: ReturnType<typeof fresh.find>) => found?.map(({ id }) => id).toSorted();
        expect(ids(search.find(query))).toEqual(ids(fresh.find(query)));
      }),
      { numRuns: 100 },
    );
  });
});
