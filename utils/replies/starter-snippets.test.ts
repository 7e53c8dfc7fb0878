import { describe, expect, test } from 'vitest';
import { libraryEntrySchema, type LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { createSuggester } from './suggest.ts';
import { PRACTICE_TAG, starterSnippets } from './starter-snippets.ts';

const entries = starterSnippets.map((entry): LibraryEntry => ({ ...entry, memberId: null, at: 0 }));

function suggestTo(text: string): string[] {
  const post: Post = {
    site: 'generic',
    id: '1',
    author: { handle: 'ada_example', name: 'Ada Example' },
    text,
    permalink: null,
    time: null,
    parentId: null,
  };
  const context = { brandName: 'Acme', memberName: 'Bo', now: 0, names: {}, locale: 'en-GB' };
  return createSuggester(entries)
    .suggest(post, context)
    .map((suggestion) => suggestion.entryId);
}

describe('the starter snippets', () => {
  test('are sound entries with the practice tag', () => {
    for (const entry of entries) {
      expect(libraryEntrySchema.parse(entry)).toEqual(entry);
      expect(entry.tags).toContain(PRACTICE_TAG);
    }
  });

  test.each([
    ['@acme my kettle just stopped heating halfway, what now?', 'practice:boil-dry-reset'],
    ['Acme kettle switches itself off before it boils', 'practice:boil-dry-reset'],
    ['why are there white flakes floating in my acme kettle', 'practice:descale'],
    ['My Acme kettle keeps boiling until I lift it from the base', 'practice:keeps-boiling'],
    ['The hinge of my Acme kettle is broken, support does not answer', 'practice:broken-part'],
    ['Does Acme sell a replacement lid for the small kettle?', 'practice:spare-parts'],
    ['Love my new Acme kettle, best thing in my kitchen', 'practice:praise'],
  ])('answer %j', (text, id) => {
    expect(suggestTo(text)[0]).toBe(id);
  });

  test.each([
    'Acme shares fell two percent today after the earnings call',
    'I met my wife in a queue at Acme in 2009',
    'Is anyone from Acme speaking at the conference in May?',
    'lol acme',
    '',
  ])('stay silent for %j', (text) => {
    expect(suggestTo(text)).toEqual([]);
  });
});
