/**
 * What a learner sees of a post: its words, pairs of words, the marks in it, and pieces of words, which stand for
 * endings and misspellings. Each counts once a post, whatever its length.
 */
import { toStem, toWords } from '#utils/text/tokenize.ts';

const WORDS_MAX = 200;
const PIECE = 4;
const WORD_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
const PIECE_WEIGHT = 0.35;

/** Feature → weight. Words stand as they are, pairs with a space, pieces after `~`. */
export type PostFeatures = Map<string, number>;

export function toFeatures(text: string): PostFeatures {
  const features: PostFeatures = new Map();
  const words = toWords(text).slice(0, WORDS_MAX).map(toStem);
  const add = (key: string, weight: number) => features.set(key, weight);
  for (const [at, word] of words.entries()) {
    const one = /^\p{N}+$/u.test(word) ? '0' : word;
    add(one, WORD_WEIGHT);
    const next = words[at + 1];
    if (next !== undefined) add(`${one} ${next}`, PAIR_WEIGHT);
    const padded = `_${word}_`;
    for (let from = 0; from + PIECE <= padded.length; from += 1) {
      add(`~${padded.slice(from, from + PIECE)}`, PIECE_WEIGHT);
    }
  }
  for (const mark of text.match(/[?!¿¡？！]|https?:|#|\p{Extended_Pictographic}/gu) ?? []) {
    add(mark, WORD_WEIGHT);
  }
  let sum = 0;
  for (const weight of features.values()) sum += weight * weight;
  const scale = sum === 0 ? 1 : 1 / Math.sqrt(sum);
  for (const [key, weight] of features) features.set(key, weight * scale);
  return features;
}
