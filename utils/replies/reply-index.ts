import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';

/** A past reply whose post is similar to what is asked for. */
export interface SimilarPost {
  /** Of the entry. */
  id: string;
  /** BM25+, above 0. */
  score: number;
  /** Stems of those asked for that its post has. */
  terms: readonly string[];
}

/** Finds past replies through the customer posts that they answered; which of them to propose, `choose-replies.ts` says. */
export class ReplyIndex {
  readonly #search = new MiniSearch<LibraryEntry>({
    fields: ['question'],
    tokenize: toWords,
    processTerm: toStem,
  });

  add(entry: LibraryEntry): void {
    this.#search.add(entry);
  }

  remove(entry: LibraryEntry): void {
    this.#search.remove(entry);
  }

  /** At most `count`, most similar first. */
  find(stems: readonly string[], count: number): SimilarPost[] {
    if (stems.length === 0) return [];
    const results = this.#search.search('post', {
      tokenize: () => [...stems],
      processTerm: (term) => term,
    });
    return results
      .slice(0, count)
      .map(({ id, score, terms }) => ({ id: String(id), score, terms }));
  }
}
