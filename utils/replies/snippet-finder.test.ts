import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { createSnippetFinder, toSnippetTitle } from './snippet-finder.ts';

const used = (sent: number) => ({
  uses: { sent, kept: sent, happy: 0, unhappy: 0, dismissed: 0, lastAt: 1 },
});
const entries: LibraryEntry[] = [
  aLibraryEntry({ id: 'refund', title: 'Refund', text: 'You get it back.', tags: ['money'] }),
  aLibraryEntry({ id: 'thanks', title: 'Thanks', text: 'Thank you!', tags: [], ...used(9) }),
  aLibraryEntry({ id: 'boil', title: 'Boil-dry reset', text: 'Hold the button.', ...used(2) }),
  aLibraryEntry({
    id: 'x:7',
    kind: 'reply',
    title: 'Steam',
    text: 'Rinse the steam hole, no refund is needed.',
    question: 'My teapot whistles',
    tags: [],
  }),
  aLibraryEntry({ id: 'waits', title: 'Refund soon', state: 'proposed' }),
  aLibraryEntry({ id: 'old', title: 'Refund once', state: 'retired' }),
];
const finder = createSnippetFinder(entries);
const ids = (query: string, max = 8) => finder.find(query, max).map(({ id }) => id);

describe('finding a text of the library', () => {
  test('by the beginning of a word, the title first', () => {
    expect(ids('ref')).toEqual(['refund', 'x:7']);
  });

  test('with a letter wrong, missing or too many', () => {
    for (const typed of ['refnd', 'refumd', 'reffund']) expect(ids(typed)[0]).toBe('refund');
  });

  test('by all of the words', () => {
    expect(ids('hold reset')).toEqual(['boil']);
    expect(ids('hold money')).toEqual([]);
  });

  test('by its tags and by the post that it answered', () => {
    expect(ids('money')).toEqual(['refund']);
    expect(ids('teapot')).toEqual(['x:7']);
  });

  test('finds nothing that waits for a lead or is retired', () => {
    expect(ids('soon')).toEqual([]);
    expect(ids('once')).toEqual([]);
  });

  test('offers the most used snippets before anything is typed', () => {
    expect(ids('')).toEqual(['thanks', 'boil', 'refund']);
    expect(ids(' ', 1)).toEqual(['thanks']);
  });

  test('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (query) => {
        expect(ids(query, 3).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

test('what has no title is listed under how it begins', () => {
  const text = `Please\nrinse the lid ${'and the handle '.repeat(9)}`;
  const { title: _none, ...untitled } = aLibraryEntry({ text });
  expect(toSnippetTitle(untitled)).toMatch(/^Please rinse the lid .*(?:and|the|handle)…$/u);
  expect(toSnippetTitle({ ...untitled, text: 'Thanks!' })).toBe('Thanks!');
});
