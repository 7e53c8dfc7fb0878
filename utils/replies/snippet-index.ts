import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { WordWeights } from '#utils/text/word-weights.ts';
import type { SnippetEvidence } from './confidence.ts';
import { isFitting, toMood, toTone, type Mood } from './polarity.ts';

const CANDIDATES = 20;

/** A snippet proposed for a post. */
export interface FoundSnippet {
  entry: LibraryEntry;
  features: Features;
  /** Stems of the post that it was found by, the most telling first. */
  matched: string[];
  evidence: SnippetEvidence;
}

interface SnippetDocument {
  id: string;
  title: string;
  tags: string;
  question: string;
  text: string;
}

function toDocument(entry: LibraryEntry): SnippetDocument {
  const { id, text, title = '', question = '', tags } = entry;
  return { id, title, tags: tags.join(' '), question, text };
}

function toStems(text: string): Set<string> {
  return new Set(toWords(text).map(toStem));
}

/** What a snippet says it is for: its title, each tag, each example question. */
function toKeys(entry: LibraryEntry): Set<string>[] {
  const lines = [entry.title ?? '', ...entry.tags, ...(entry.question ?? '').split('\n')];
  return lines.map(toStems).filter((key) => key.size > 0);
}

/** Snippets, found through title, tags, example questions and text. */
export class SnippetIndex {
  readonly #entries = new Map<string, LibraryEntry>();
  readonly #search = new MiniSearch<SnippetDocument>({
    fields: ['title', 'tags', 'question', 'text'],
    tokenize: toWords,
    processTerm: toStem,
    searchOptions: { boost: { title: 2, tags: 2, question: 3 } },
  });
  readonly #weights: WordWeights;

  constructor(weights: WordWeights) {
    this.#weights = weights;
  }

  add(entry: LibraryEntry): void {
    this.#entries.set(entry.id, entry);
    this.#search.add(toDocument(entry));
  }

  remove(entry: LibraryEntry): void {
    this.#entries.delete(entry.id);
    this.#search.remove(toDocument(entry));
  }

  /** Snippets that share telling words with the post and fit its mood, best first. */
  find(stems: readonly string[], mood: Mood): FoundSnippet[] {
    if (stems.length === 0) return [];
    const results = this.#search.search('post', {
      tokenize: () => [...stems],
      processTerm: (term) => term,
    });
    return results.slice(0, CANDIDATES).flatMap(({ id, terms }) => {
      const entry = this.#entries.get(String(id));
      if (!entry || !this.#isFitting(entry, mood)) return [];
      return [this.#toFound(entry, terms)];
    });
  }

  // A snippet for complaints often apologizes; what its examples sound like counts as well as its text.
  #isFitting(entry: LibraryEntry, mood: Mood): boolean {
    if (!isFitting(mood, toTone(entry.text))) return false;
    const written = toMood(`${entry.title ?? ''}\n${entry.question ?? ''}`);
    return !(mood === 'displeased' && written === 'pleased');
  }

  #toFound(entry: LibraryEntry, terms: readonly string[]): FoundSnippet {
    const asked = new Set(terms);
    const keys = toKeys(entry);
    const inKeys = new Set(keys.flatMap((key) => [...key].filter((stem) => asked.has(stem))));
    const inText = terms.filter((stem) => !inKeys.has(stem));
    const coverage = keys.map((key) => {
      const shared = [...key].filter((stem) => asked.has(stem));
      return this.#sumWeights(shared) / Math.max(1, this.#sumWeights([...key]));
    });
    const matched = [...inKeys, ...inText]
      .filter((stem) => this.#weights.weight(stem) > 0.25)
      .sort((a, b) => this.#weights.weight(b) - this.#weights.weight(a));
    return {
      entry,
      features: toFeatures(toWords(entry.text)),
      matched,
      evidence: {
        inKeys: this.#sumWeights([...inKeys]),
        inText: this.#sumWeights(inText),
        coverage: Math.max(0, ...coverage),
      },
    };
  }

  #sumWeights(stems: readonly string[]): number {
    return stems.reduce((sum, stem) => sum + this.#weights.weight(stem), 0);
  }
}
