import MiniSearch from 'minisearch';
import { toRuleIntent } from '#utils/triage/rule-intent.ts';
import { learnAnswers } from '#utils/replies/answers/learn-answers.ts';
import {
  createSuggester,
  type ShownFrom,
  type SuggestContext,
  type Suggester,
} from '#utils/replies/suggest.ts';
import { toDice, toFeatures } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';
import { createRandom, toComparable, toEntries, toPost, type Pair } from './reply-pairs.ts';

/** Proposes at most three replies to a post. */
export type Method = (post: string) => string[];

/** Entries of a library, at most. */
export const LIBRARY = 10_000;
/** No threshold of confidence. */
export const EVERYTHING = { best: 0, companion: 0 };
/** Who asks in all measurements. */
export const ASKING: SuggestContext = { brandName: 'Acme', memberName: 'Bo', now: 0, names: {} };

/** Suggests as the product does, with what it has learned of this library. */
export function toSuggester(library: readonly Pair[], shownFrom?: ShownFrom): Suggester {
  const entries = toEntries(library);
  return createSuggester(entries, {
    answers: learnAnswers(entries),
    intentOf: toRuleIntent,
    ...(shownFrom && { shownFrom }),
  });
}

/** What a suggester proposes. */
export function toMethod(suggester: Suggester): Method {
  return (post) => suggester.suggest(toPost(post), ASKING).map((one) => one.text);
}

/** Nearest posts whose answers the medoid is chosen from, as in the data's own README. */
const MEDOID_OF = 30;

const GENERIC = [
  'Hi @ada_example, thanks for reaching out. Please send us a direct message with more details and we will be happy to help.',
  'We are sorry to hear that. Please send us a direct message so that we can look into it.',
  'Thank you for your feedback. We appreciate you letting us know and will pass it on to the team.',
];

function toMostFrequent(replies: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const reply of replies) counts.set(reply, (counts.get(reply) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, 3).map(([reply]) => reply);
}

/** The baseline of the goal. */
export const MEDOID = 'BM25 top 30, medoid';

/** What a suggestion has to beat, over the same library. */
export function createBaselines(library: readonly Pair[], seed: number): Record<string, Method> {
  const replies = library.map((pair) => toComparable(pair.reply));
  const random = createRandom(seed);
  const frequent = toMostFrequent(replies);
  const search = new MiniSearch<{ id: number; question: string }>({ fields: ['question'] });
  search.addAll(library.map((pair, id) => ({ id, question: pair.customer })));
  const at = (index: number) => replies[index] ?? '';
  const features = replies.map((reply) => toFeatures(toWords(reply)));
  const medoids = (post: string) => {
    const nearest = search
      .search(post)
      .slice(0, MEDOID_OF)
      .map(({ id }) => Number(id));
    const agreement = (id: number) =>
      nearest.reduce(
        (sum, other) => sum + toDice(features[id] ?? new Set(), features[other] ?? new Set()),
        0,
      );
    return nearest
      .map((id) => ({ id, agreement: agreement(id) }))
      .sort((one, other) => other.agreement - one.agreement)
      .slice(0, 3)
      .map(({ id }) => at(id));
  };
  return {
    'three random replies': () =>
      Array.from({ length: 3 }, () => at(Math.floor(random() * replies.length))),
    'three most frequent': () => frequent,
    'three fixed generic replies': () => GENERIC,
    'BM25 nearest posts': (post) =>
      search
        .search(post)
        .slice(0, 3)
        .map((result) => at(Number(result.id))),
    [MEDOID]: medoids,
  };
}
