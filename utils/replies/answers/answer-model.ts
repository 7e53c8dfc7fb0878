/**
 * How well a text answers a post, as far as the team's own pairs of post and reply tell. Two encoders share a space: the
 * words of posts lie where the words of their replies lie (after "dual encoders", Henderson et al. 2017, "Efficient
 * Natural Language Response Suggestion"). Flat arrays, a few megabytes; words are known by their hashes alone.
 */
import { toHashNumber } from '#utils/text/hash.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';

/** What a word is in the space: so many numbers. */
export const DIMENSIONS = 64;

/** Changes with the layout and with how words are made: a model of another format is of no use. */
export const ANSWER_MODEL_FORMAT = `1-${DIMENSIONS}-${toHashNumber(
  String(toWords('Die Geräte’s stopped boxes, passes keeping 水壶坏了 don’t').map(toStem)),
)}`;

/** The words of one side. */
export interface WordVectors {
  /** Hashes. */
  words: Float64Array;
  /** By word: how rare it is, 0 and up. */
  rarities: Float32Array;
  /** By word: its place in the space, `DIMENSIONS` numbers each. */
  vectors: Float32Array;
}

/** What was learned, as a database takes it. */
export interface AnswerModelData {
  format: string;
  /** Pairs that it was learned from. */
  pairs: number;
  posts: WordVectors;
  replies: WordVectors;
}

const isWords = (value: unknown): value is WordVectors => {
  if (typeof value !== 'object' || value === null) return false;
  const { words, rarities, vectors } = value as Partial<WordVectors>;
  return (
    words instanceof Float64Array &&
    rarities instanceof Float32Array &&
    vectors instanceof Float32Array &&
    rarities.length === words.length &&
    vectors.length === DIMENSIONS * words.length
  );
};

/** True for a model that can be used, whatever has happened to it on a disk. */
export function isAnswerModelData(value: unknown): value is AnswerModelData {
  if (typeof value !== 'object' || value === null) return false;
  const { format, pairs, posts, replies } = value as Partial<AnswerModelData>;
  if (format !== ANSWER_MODEL_FORMAT || typeof pairs !== 'number') return false;
  return isWords(posts) && isWords(replies);
}

/** Different stems of a text, by hash. */
export type StemHashes = Float64Array;

// What words in common count beside the encoders, and how much more a rare one (set on held-out data, docs/replies.md).
const SHARED_WORTH = 12;
const RARITY_POWER = 1.5;

/** The different stems of a text. */
export function toStemHashes(text: string): StemHashes {
  return Float64Array.from(new Set(toWords(text).map(toStem)), toHashNumber);
}

/** One side of the model: gives texts their place. */
class Encoder {
  readonly #places: Map<number, number>;
  readonly #words: WordVectors;

  constructor(words: WordVectors) {
    this.#words = words;
    this.#places = new Map(Array.from(words.words, (word, place) => [word, place]));
  }

  /** Null for a word that is too rare to be known. */
  rarity(stem: number): number | null {
    const place = this.#places.get(stem);
    return place === undefined ? null : (this.#words.rarities[place] ?? null);
  }

  encode(stems: StemHashes): Float32Array {
    const sum = new Float32Array(DIMENSIONS);
    let square = 0;
    for (const stem of stems) {
      const place = this.#places.get(stem);
      if (place === undefined) continue;
      const rarity = this.#words.rarities[place] ?? 0;
      square += rarity * rarity;
      addScaled(sum, this.#words.vectors, place * DIMENSIONS, rarity);
    }
    const length = Math.sqrt(square) || 1;
    return sum.map((value) => value / length);
  }
}

/** Adds `scale` times the vector that begins at `from` to `sum`. */
export function addScaled(sum: Float32Array, vectors: Float32Array, from: number, scale: number) {
  for (let at = 0; at < DIMENSIONS; at += 1) {
    sum[at] = (sum[at] as number) + scale * (vectors[from + at] as number);
  }
}

/** The product of two vectors of the space. */
export function toProduct(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** Rates texts as answers. */
export class AnswerModel {
  readonly #posts: Encoder;
  readonly #replies: Encoder;
  readonly #unknown: number;
  /** Pairs that it was learned from. */
  readonly pairs: number;

  constructor({ pairs, posts, replies }: AnswerModelData) {
    this.pairs = pairs;
    this.#posts = new Encoder(posts);
    this.#replies = new Encoder(replies);
    this.#unknown = Math.log(1 + pairs);
  }

  /**
   * For replies to this post: how much likelier each is than a reply to any post, as a logarithm up to a constant. To be
   * compared among replies to one post alone.
   */
  rate(post: StemHashes): (reply: StemHashes) => number {
    const asked = this.#posts.encode(post);
    const rarities = new Map(Array.from(post, (stem) => [stem, this.#weigh(stem)]));
    const length = toLength(rarities.values());
    return (reply) => {
      const alike = toProduct(asked, this.#replies.encode(reply));
      let shared = 0;
      for (const stem of reply) shared += (rarities.get(stem) ?? 0) ** 2;
      const all = length * toLength(Array.from(reply, (stem) => this.#weigh(stem)));
      return alike + (all === 0 ? 0 : (SHARED_WORTH * shared) / all);
    };
  }

  /** A word that is frequent on either side tells little when both have it. */
  #weigh(stem: number): number {
    const asked = this.#posts.rarity(stem) ?? this.#unknown;
    const answered = this.#replies.rarity(stem) ?? this.#unknown;
    return Math.min(asked, answered) ** RARITY_POWER;
  }
}

function toLength(values: Iterable<number>): number {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square);
}
