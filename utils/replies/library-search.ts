/** Finds texts of the library by what a person types of them, with a letter wrong or missing. */
import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toWords } from '#utils/text/tokenize.ts';

/** From this many letters on one may be wrong, and in longer words one in five. */
const FUZZY_FROM = 4;
const FUZZY_SHARE = 0.2;
// What somebody wrote to be used again, before what was sent once.
const SNIPPET_BOOST = 2;

export interface LibrarySearch {
  /** Entries with all the words of a query, the best first; null where it has no words. */
  find(query: string): LibraryEntry[] | null;
}

/** A search over these entries; they do not change in it. */
export function createLibrarySearch(entries: readonly LibraryEntry[]): LibrarySearch {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const search = new MiniSearch<LibraryEntry>({
    fields: ['title', 'tags', 'question', 'text'],
    extractField: (entry, field) => toField(entry, field),
    tokenize: toWords,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, tags: 3 },
      prefix: true,
      fuzzy: (term) =>
        term.length < FUZZY_FROM ? false : Math.max(1, Math.round(term.length * FUZZY_SHARE)),
      // A name of the whole word is meant before one that only begins or sounds like it.
      weights: { prefix: 0.6, fuzzy: 0.3 },
      combineWith: 'AND',
      boostDocument: (id) => (byId.get(String(id))?.kind === 'snippet' ? SNIPPET_BOOST : 1),
    },
  });
  search.addAll([...byId.values()]);
  return {
    find(query) {
      if (toWords(query).length === 0) return null;
      return search.search(query).flatMap(({ id }) => byId.get(String(id)) ?? []);
    },
  };
}

function toField(entry: LibraryEntry, field: string): string {
  if (field === 'id') return entry.id;
  if (field === 'tags') return entry.tags.join(' ');
  return String(entry[field as 'title' | 'question' | 'text'] ?? '');
}
