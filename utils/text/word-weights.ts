import { isCommonWord } from './common-words.ts';

const COMMON_WEIGHT = 0.1;

/**
 * How much a word tells, learned from the texts themselves: a word of every text tells nothing, a rare one much.
 * Texts may come and go.
 */
export class WordWeights {
  #texts = 0;
  readonly #textsWith = new Map<string, number>();

  add(words: ReadonlySet<string>): void {
    this.#texts += 1;
    for (const word of words) this.#textsWith.set(word, this.share(word).texts + 1);
  }

  /** Takes back an `add` of the same words. */
  remove(words: ReadonlySet<string>): void {
    this.#texts -= 1;
    for (const word of words) {
      const texts = this.share(word).texts - 1;
      if (texts > 0) this.#textsWith.set(word, texts);
      else this.#textsWith.delete(word);
    }
  }

  /** In how many texts a word stands, and in which share of them (0…1). */
  share(word: string): { texts: number; share: number } {
    const texts = this.#textsWith.get(word) ?? 0;
    return { texts, share: this.#texts === 0 ? 0 : texts / this.#texts };
  }

  /** 0…1; 1 from a word of half the rarity of a word seen once. Common words of known languages are damped. */
  weight(word: string): number {
    const relative = this.#rarity(this.share(word).texts) / (0.5 * this.#rarity(1));
    return Math.min(1, relative) * (isCommonWord(word) ? COMMON_WEIGHT : 1);
  }

  #rarity(texts: number): number {
    return Math.log(1 + (Math.max(this.#texts, texts) - texts + 0.5) / (texts + 0.5));
  }
}
