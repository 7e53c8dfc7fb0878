/** The texts that a person may put at the caret, found by what they type. */
import type { LibraryEntry } from '#utils/model/library.ts';
import { createLibrarySearch } from './library-search.ts';

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
  const search = createLibrarySearch(usable);
  const favorites = usable
    .filter(({ kind }) => kind === 'snippet')
    .toSorted((a, b) => (b.uses?.sent ?? 0) - (a.uses?.sent ?? 0) || b.at - a.at);

  return {
    find: (query, max) => (search.find(query) ?? favorites).slice(0, max),
  };
}
