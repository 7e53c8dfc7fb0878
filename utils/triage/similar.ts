/** Labeled posts that share with a post what speaks most for its label: the reason that is given to people. */
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { Example, Learner } from './learner.ts';
import { toCommonLanguages } from '#utils/text/common-words.ts';
import { quote } from './quote.ts';

const WORDS_MAX = 200;
const SHARED_MAX = 3;
/** Words that speak less for it are no reason. */
const WEIGHT_MIN = 0.05;

export interface Similar {
  count: number;
  /** Quoted. */
  words: string;
}

/** Words such as “the” may weigh something, but are no reason that a person would give. */
const isTelling = (word: string) => toCommonLanguages(word).length === 0;

/**
 * How many posts of the first of two labels share the post's most telling words; null when none does. `labels`: the
 * one that is explained, and the one that it is weighed against.
 */
export function toSimilar(
  text: string,
  learner: Learner,
  examples: readonly Example[],
  [label, other]: readonly [number, number],
): Similar | null {
  const words = toWords(text).slice(0, WORDS_MAX);
  const weighed = new Map<string, { written: string; weight: number }>();
  const weigh = (feature: string, written: string) => {
    const weight = learner.weightOf(feature, label) - learner.weightOf(feature, other);
    if (weight >= WEIGHT_MIN && !weighed.has(feature)) weighed.set(feature, { written, weight });
  };
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (isTelling(word)) weigh(toStem(word), word);
    if (next !== undefined && (isTelling(word) || isTelling(next))) {
      weigh(`${toStem(word)} ${toStem(next)}`, `${word} ${next}`);
    }
  }
  const top = [...weighed]
    .toSorted(([, one], [, two]) => two.weight - one.weight)
    .slice(0, SHARED_MAX);
  const counted = examples.filter(
    (one) => one.label === label && top.some(([feature]) => one.reading.features.has(feature)),
  );
  if (counted.length === 0) return null;
  const shared = top.filter(([feature]) =>
    counted.some((one) => one.reading.features.has(feature)),
  );
  return { count: counted.length, words: quote(shared.map(([, { written }]) => written)) };
}
