/** Finds texts of the library by what a person types of them, with a letter wrong or missing. */
import type { LibraryEntry } from '#utils/model/library.ts';
import { createGrowingSearch } from '#utils/search/growing-search.ts';
import type { GrowingSearch, Search } from '#utils/search/growing-search.ts';

export type LibrarySearch = Search<LibraryEntry>;

// What somebody wrote to be used again, before what was sent once.
const SNIPPET_BOOST = 2;

/** A search over these entries; they do not change in it. */
export function createLibrarySearch(entries: readonly LibraryEntry[]): LibrarySearch {
  const search = createGrowingLibrarySearch();
  // oxlint-disable-next-line no-unused-vars -- all steps at once
  for (const _step of search.change(entries));
  return search;
}

/** A search that has no entries yet. */
export function createGrowingLibrarySearch(): GrowingSearch<LibraryEntry> {
  return createGrowingSearch<LibraryEntry, 'title' | 'tags' | 'question' | 'text'>({
    fields: ['title', 'tags', 'question', 'text'],
    toField: (entry, field) => (field === 'tags' ? entry.tags.join(' ') : (entry[field] ?? '')),
    boost: { title: 4, tags: 3 },
    boostOf: ({ kind }) => (kind === 'snippet' ? SNIPPET_BOOST : 1),
  });
}
