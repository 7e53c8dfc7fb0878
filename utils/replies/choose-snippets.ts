/** Which snippets to propose of those that share words with the post. Pure, as `choose-replies.ts`. */
import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { SnippetEvidence } from './confidence.ts';
import type { SimilarPost } from './index/search-blocks.ts';
import { isFitting, toMood, toTone, type Mood } from './polarity.ts';

/** How many snippets to search for. */
export const SEARCHED_SNIPPETS = 20;

/** A snippet that has words of the post. */
export interface SimilarSnippet extends SimilarPost {
  entry: LibraryEntry;
}

/** A snippet proposed for a post. */
export interface FoundSnippet {
  entry: LibraryEntry;
  features: Features;
  /** Stems of the post that it was found by, the most telling first. */
  matched: string[];
  evidence: SnippetEvidence;
}

function toStems(text: string): Set<string> {
  return new Set(toWords(text).map(toStem));
}

/** What a snippet says it is for: its title, each tag, each example question. */
function toKeys(entry: LibraryEntry): Set<string>[] {
  const lines = [entry.title ?? '', ...entry.tags, ...(entry.question ?? '').split('\n')];
  return lines.map(toStems).filter((key) => key.size > 0);
}

/** The `found` snippets (best match first) that fit the mood of the post, with what speaks for them. */
export function chooseSnippets(
  found: readonly SimilarSnippet[],
  mood: Mood,
  weight: (stem: string) => number,
): FoundSnippet[] {
  return found
    .filter(({ entry }) => isFittingSnippet(entry, mood))
    .map(({ entry, terms }) => toFound(entry, terms, weight));
}

// A snippet for complaints often apologizes; what its examples sound like counts as well as its text.
function isFittingSnippet(entry: LibraryEntry, mood: Mood): boolean {
  if (!isFitting(mood, toTone(entry.text))) return false;
  const written = toMood(`${entry.title ?? ''}\n${entry.question ?? ''}`);
  return !(mood === 'displeased' && written === 'pleased');
}

function toFound(
  entry: LibraryEntry,
  terms: readonly string[],
  weight: (stem: string) => number,
): FoundSnippet {
  const sumWeights = (stems: readonly string[]) =>
    stems.reduce((sum, stem) => sum + weight(stem), 0);
  const asked = new Set(terms);
  const keys = toKeys(entry);
  const inKeys = new Set(keys.flatMap((key) => [...key].filter((stem) => asked.has(stem))));
  const inText = terms.filter((stem) => !inKeys.has(stem));
  const coverage = keys.map((key) => {
    const shared = [...key].filter((stem) => asked.has(stem));
    return sumWeights(shared) / Math.max(1, sumWeights([...key]));
  });
  const matched = [...inKeys, ...inText]
    .filter((stem) => weight(stem) > 0.25)
    .sort((a, b) => weight(b) - weight(a));
  return {
    entry,
    features: toFeatures(toWords(entry.text)),
    matched,
    evidence: {
      inKeys: sumWeights([...inKeys]),
      inText: sumWeights(inText),
      coverage: Math.max(0, ...coverage),
    },
  };
}
