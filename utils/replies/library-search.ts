/** Finds texts of the library by what a person types of them, with a letter wrong or missing. */
import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toWords } from '#utils/text/tokenize.ts';

/** From this many letters on one may be wrong, and in longer words one in five. */
const FUZZY_FROM = 4;
const FUZZY_SHARE = 0.2;
// What somebody wrote to be used again, before what was sent once.
const SNIPPET_BOOST = 2;

const FIELDS = ['title', 'tags', 'question', 'text'];

export interface LibrarySearch {
  /** Entries with all the words of a query, the best first; null where it has no words. */
  find(query: string): LibraryEntry[] | null;
}

/** A search whose entries come and go. */
export interface GrowingSearch extends LibrarySearch {
  /**
   * Makes these its entries. Only what is not as it was is read, in steps of a millisecond or less: whoever runs it decides
   * when to go on, and what was read until then can be found.
   */
  change(entries: readonly LibraryEntry[]): Generator<undefined, void>;
}

/** A search over these entries; they do not change in it. */
export function createLibrarySearch(entries: readonly LibraryEntry[]): LibrarySearch {
  const search = createGrowingSearch();
  // oxlint-disable-next-line no-unused-vars -- all steps at once
  for (const _step of search.change(entries));
  return search;
}

/** A search that has no entries yet. */
export function createGrowingSearch(): GrowingSearch {
  const byId = new Map<string, LibraryEntry>();
  const search = new MiniSearch<LibraryEntry>({
    fields: FIELDS,
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
  return {
    *change(entries) {
      const gone = new Set(byId.keys());
      for (const entry of entries) {
        gone.delete(entry.id);
        const known = byId.get(entry.id);
        byId.set(entry.id, entry);
        if (!known) search.add(entry);
        else if (isRewritten(known, entry)) search.replace(entry);
        else continue;
        yield;
      }
      for (const id of gone) {
        byId.delete(id);
        search.discard(id);
        yield;
      }
    },
    find(query) {
      if (toWords(query).length === 0) return null;
      return search.search(query).flatMap(({ id }) => byId.get(String(id)) ?? []);
    },
  };
}

const isRewritten = (one: LibraryEntry, other: LibraryEntry) =>
  FIELDS.some((field) => toField(one, field) !== toField(other, field));

function toField(entry: LibraryEntry, field: string): string {
  if (field === 'id') return entry.id;
  if (field === 'tags') return entry.tags.join(' ');
  return String(entry[field as 'title' | 'question' | 'text'] ?? '');
}
