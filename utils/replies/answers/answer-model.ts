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
export const ANSWER_MODEL_FORMAT = `3-${DIMENSIONS}-${toHashNumber(
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

/** Runs of letters, on both sides. */
export interface RunRarities {
  /** Hashes. */
  runs: Uint32Array;
  /** By run: how rare it is on the side where it is more frequent, 0 and up. */
  rarities: Float32Array;
}

/** What was learned, as a database takes it. */
export interface AnswerModelData {
  format: string;
  /** Pairs that it was learned from. */
  pairs: number;
  posts: WordVectors;
  replies: WordVectors;
  runs: RunRarities;
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

const isRuns = (value: unknown): value is RunRarities => {
  if (typeof value !== 'object' || value === null) return false;
  const { runs, rarities } = value as Partial<RunRarities>;
  return (
    runs instanceof Uint32Array &&
    rarities instanceof Float32Array &&
    rarities.length === runs.length
  );
};

/** True for a model that can be used, whatever has happened to it on a disk. */
export function isAnswerModelData(value: unknown): value is AnswerModelData {
  if (typeof value !== 'object' || value === null) return false;
  const { format, pairs, posts, replies, runs } = value as Partial<AnswerModelData>;
  if (format !== ANSWER_MODEL_FORMAT || typeof pairs !== 'number') return false;
  return isWords(posts) && isWords(replies) && isRuns(runs);
}

/** Different stems and signs of a text, by hash. */
export type StemHashes = Float64Array;

/** What of a text is compared. */
export interface AnswerWords {
  stems: StemHashes;
  /** Different runs of letters, by hash: they meet in forms that stems do not (“Wasserkocher”, “#latetogether”). */
  runs: Uint32Array;
}

// What words and runs in common count beside the encoders, and how much more rare words (set on held-out data,
// docs/replies.md).
const SHARED_WORTH = 12;
const RUNS_WORTH = 12;
const RARITY_POWER = 1.5;
const FNV_PRIME = 0x01_00_01_93;
// How something is said, which words do not tell.
const SIGNS = /[?!:;()%$£€#*]/g;

/** The different stems, with the signs between them, and runs of letters of a text. */
export function toAnswerWords(text: string): AnswerWords {
  const words = toWords(text);
  const runs = new Set<number>();
  for (const word of words) {
    addRuns(`_${word}_`, runs);
  }
  return {
    stems: Float64Array.from(new Set([...words.map(toStem), ...toSigns(text)]), toHashNumber),
    runs: Uint32Array.from(runs),
  };
}

/** Hashes of all runs of three letters (FNV-1a of their codes: strings cut out for it would take most of the time). */
function addRuns(framed: string, runs: Set<number>): void {
  let [first, second] = [framed.charCodeAt(0), framed.charCodeAt(1)];
  for (let at = 2; at < framed.length; at += 1) {
    const third = framed.charCodeAt(at);
    let hash = 0x81_1c_9d_c5;
    hash = Math.imul(hash ^ first, FNV_PRIME);
    hash = Math.imul(hash ^ second, FNV_PRIME);
    hash = Math.imul(hash ^ third, FNV_PRIME);
    runs.add(hash >>> 0);
    [first, second] = [second, third];
  }
}

/** Signs, and those that stand more than once as a sign of their own. */
function toSigns(text: string): Set<string> {
  const signs = new Set<string>();
  for (const [sign] of text.matchAll(SIGNS)) signs.add(signs.has(sign) ? sign + sign : sign);
  return signs;
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
  readonly #runs: Map<number, number>;
  readonly #unknown: number;
  /** Pairs that it was learned from. */
  readonly pairs: number;

  constructor({ pairs, posts, replies, runs }: AnswerModelData) {
    this.pairs = pairs;
    this.#posts = new Encoder(posts);
    this.#replies = new Encoder(replies);
    this.#runs = new Map(Array.from(runs.runs, (run, at) => [run, runs.rarities[at] ?? 0]));
    this.#unknown = Math.log(1 + pairs);
  }

  /**
   * For replies to this post: how much likelier each is than a reply to any post, as a logarithm up to a constant. To be
   * compared among replies to one post alone.
   */
  rate(post: AnswerWords): (reply: AnswerWords) => number {
    const asked = this.#posts.encode(post.stems);
    const inStems = toLikeness(post.stems, (stem) => this.#weigh(stem));
    const inRuns = toLikeness(post.runs, (run) => this.#runs.get(run) ?? this.#unknown);
    return ({ stems, runs }) =>
      toProduct(asked, this.#replies.encode(stems)) +
      SHARED_WORTH * inStems(stems) +
      RUNS_WORTH * inRuns(runs);
  }

  /** A word that is frequent on either side tells little when both have it. */
  #weigh(stem: number): number {
    const asked = this.#posts.rarity(stem) ?? this.#unknown;
    const answered = this.#replies.rarity(stem) ?? this.#unknown;
    return Math.min(asked, answered) ** RARITY_POWER;
  }
}

/** The cosine of weighed sets to one of them, 0…1. */
function toLikeness(one: Iterable<number>, weigh: (feature: number) => number) {
  const weights = new Map(Array.from(one, (feature) => [feature, weigh(feature)]));
  const length = toLength(weights.values());
  return (other: Iterable<number>) => {
    let shared = 0;
    let square = 0;
    for (const feature of other) {
      const known = weights.get(feature);
      const weight = known ?? weigh(feature);
      square += weight * weight;
      if (known !== undefined) shared += known * known;
    }
    const all = length * Math.sqrt(square);
    return all === 0 ? 0 : shared / all;
  };
}

function toLength(values: Iterable<number>): number {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square);
}
