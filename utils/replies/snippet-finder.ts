/** Finds texts of the library by what a person types of them, with a letter wrong or missing. */
import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toWords } from '#utils/text/tokenize.ts';

/** From this many letters on one may be wrong, and in longer words one in five. */
const FUZZY_FROM = 4;
const FUZZY_SHARE = 0.2;
// What somebody wrote to be used again, before what was sent once.
const SNIPPET_BOOST = 2;
const TITLE_MAX = 60;

export interface SnippetFinder {
  /** The best first; for a query without words the most used snippets. */
  find(query: string, max: number): LibraryEntry[];
}

/** What a text is listed under: its title, else how it begins. */
export function toSnippetTitle({ title = '', text }: LibraryEntry): string {
  if (title.trim() !== '') return title.trim();
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= TITLE_MAX) return line;
  return `${line.slice(0, TITLE_MAX).replace(/\s+\S*$/u, '')}…`;
}

/** A finder over the texts that may be used; what waits for a lead or is retired is left out. */
export function createSnippetFinder(entries: readonly LibraryEntry[]): SnippetFinder {
  const usable = entries.filter(({ state = 'approved' }) => state === 'approved');
  const byId = new Map(usable.map((entry) => [entry.id, entry]));
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
  search.addAll(usable);
  const favorites = usable
    .filter(({ kind }) => kind === 'snippet')
    .toSorted((a, b) => (b.uses?.sent ?? 0) - (a.uses?.sent ?? 0) || b.at - a.at);

  return {
    find(query, max) {
      if (toWords(query).length === 0) return favorites.slice(0, max);
      return search
        .search(query)
        .slice(0, max)
        .flatMap(({ id }) => byId.get(String(id)) ?? []);
    },
  };
}

function toField(entry: LibraryEntry, field: string): string {
  if (field === 'id') return entry.id;
  if (field === 'tags') return entry.tags.join(' ');
  return String(entry[field as 'title' | 'question' | 'text'] ?? '');
}
