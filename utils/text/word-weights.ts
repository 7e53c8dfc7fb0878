import { isCommonWord } from './common-words.ts';

const COMMON_WEIGHT = 0.1;

/** In how many texts words stand, wherever that is counted. */
export interface WordCounts {
  /** All texts. */
  readonly texts: number;
  textsWith(word: string): number;
}

/** How much a word tells, learned from the texts themselves: a word of every text tells nothing, a rare one much. */
export class WordWeights {
  readonly #counts: WordCounts;

  constructor(counts: WordCounts) {
    this.#counts = counts;
  }

  /** In how many texts a word stands, and in which share of them (0…1). */
  share(word: string): { texts: number; share: number } {
    const texts = this.#counts.textsWith(word);
    return { texts, share: texts === 0 ? 0 : texts / this.#counts.texts };
  }

  /** 0…1; 1 from a word of half the rarity of a word seen once. Common words of known languages are damped. */
  weight(word: string): number {
    const relative = this.#rarity(this.share(word).texts) / (0.5 * this.#rarity(1));
    return Math.min(1, relative) * (isCommonWord(word) ? COMMON_WEIGHT : 1);
  }

  #rarity(texts: number): number {
    return Math.log(1 + (Math.max(this.#counts.texts, texts) - texts + 0.5) / (texts + 0.5));
  }
}
