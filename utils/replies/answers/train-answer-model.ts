/**
 * Learns an answer model from a team's pairs of post and reply: of each batch every reply should be nearest to its own
 * post. The same pairs in the same order make the same model.
 */
import {
  addScaled,
  ANSWER_MODEL_FORMAT,
  DIMENSIONS,
  toProduct,
  type AnswerModelData,
  type AnswerWords,
  type RunRarities,
  type StemHashes,
  type WordVectors,
} from './answer-model.ts';

/** A post and what answered it. */
export interface AnsweredPost {
  post: AnswerWords;
  reply: AnswerWords;
}

/** With fewer pairs there is nothing to learn that holds for other posts. */
export const TRAINING_PAIRS_MIN = 200;
/** More take time and add little. */
export const TRAINING_PAIRS_MAX = 20_000;

// Chosen on held-out posts of three brands: 2 to 6 rounds, batches of 16 to 128 and rates of .04 to .08 come to the same.
const ROUNDS = 3;
const BATCH = 64;
const RATE = 0.08;
const FIRST_SQUARE = 0.01;
const SPREAD = 0.2;
// What stood once may be a name, and has taught nothing.
const WORD_MIN = 2;

/** Numbers in 0…1, always the same ones (mulberry32). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a text is in the space, and by which length its words were divided. */
interface Encoded {
  vector: Float32Array;
  length: number;
}

/** One side while it learns (Adagrad). */
class Side {
  readonly places: ReadonlyMap<number, number>;
  readonly data: WordVectors;
  readonly #squares: Float32Array;

  constructor(texts: readonly StemHashes[], random: () => number) {
    const textsWith = new Map<number, number>();
    for (const text of texts) {
      for (const stem of text) textsWith.set(stem, (textsWith.get(stem) ?? 0) + 1);
    }
    const known = [...textsWith].filter(([, count]) => count >= WORD_MIN);
    this.places = new Map(known.map(([stem], place) => [stem, place]));
    this.data = {
      words: Float64Array.from(known, ([stem]) => stem),
      rarities: Float32Array.from(known, ([, count]) => Math.log(1 + texts.length / (1 + count))),
      // Three make a bell.
      vectors: Float32Array.from(
        { length: known.length * DIMENSIONS },
        () => SPREAD * (random() + random() + random() - 1.5),
      ),
    };
    this.#squares = new Float32Array(known.length * DIMENSIONS).fill(FIRST_SQUARE);
  }

  toPlaces(text: StemHashes): Uint32Array {
    return Uint32Array.from(text, (stem) => this.places.get(stem) ?? -1).filter(
      (place) => place !== 2 ** 32 - 1,
    );
  }

  encode(places: Uint32Array): Encoded {
    const { rarities, vectors } = this.data;
    const vector = new Float32Array(DIMENSIONS);
    let square = 0;
    for (const place of places) {
      const rarity = rarities[place] as number;
      square += rarity * rarity;
      addScaled(vector, vectors, place * DIMENSIONS, rarity);
    }
    const length = Math.sqrt(square) || 1;
    return { vector: vector.map((value) => value / length), length };
  }

  /** Moves the words of a text against the slope. */
  learn(places: Uint32Array, length: number, slope: Float32Array): void {
    const { rarities, vectors } = this.data;
    for (const place of places) {
      const scale = (rarities[place] as number) / length;
      for (let at = 0; at < DIMENSIONS; at += 1) {
        const step = scale * (slope[at] as number);
        const index = place * DIMENSIONS + at;
        const squares = (this.#squares[index] as number) + step * step;
        this.#squares[index] = squares;
        vectors[index] = (vectors[index] as number) - (RATE * step) / Math.sqrt(squares);
      }
    }
  }
}

/**
 * Learns from `pairs`, in steps of a few milliseconds: whoever runs it decides when to go on. Returns null for too few
 * pairs; of too many the first are taken.
 */
export function* trainAnswerModel(
  pairs: readonly AnsweredPost[],
): Generator<undefined, AnswerModelData | null> {
  const taken = pairs.slice(0, TRAINING_PAIRS_MAX);
  if (taken.length < TRAINING_PAIRS_MIN) return null;
  const random = createRandom();
  const sides = {
    post: new Side(
      taken.map(({ post }) => post.stems),
      random,
    ),
    reply: new Side(
      taken.map(({ reply }) => reply.stems),
      random,
    ),
  };
  startAlike(sides.post, sides.reply);
  yield;
  const runs = yield* countRuns(taken);
  const texts = taken.map(({ post, reply }) => ({
    post: sides.post.toPlaces(post.stems),
    reply: sides.reply.toPlaces(reply.stems),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(texts, random);
    for (let from = 0; from < texts.length; from += BATCH) {
      learnBatch(sides, texts.slice(from, from + BATCH));
      yield;
    }
  }
  return {
    format: ANSWER_MODEL_FORMAT,
    pairs: taken.length,
    posts: sides.post.data,
    replies: sides.reply.data,
    runs,
  };
}

/** How rare runs of letters are; one that stands in a single text is not kept. */
function* countRuns(pairs: readonly AnsweredPost[]): Generator<undefined, RunRarities> {
  const counts = { post: new Map<number, number>(), reply: new Map<number, number>() };
  for (const [at, pair] of pairs.entries()) {
    for (const side of ['post', 'reply'] as const) {
      for (const run of pair[side].runs) counts[side].set(run, (counts[side].get(run) ?? 0) + 1);
    }
    if (at % BATCH === 0) yield;
  }
  const most = (run: number) => Math.max(counts.post.get(run) ?? 0, counts.reply.get(run) ?? 0);
  const known = [...new Set([...counts.post.keys(), ...counts.reply.keys()])].filter(
    (run) => most(run) >= WORD_MIN,
  );
  return {
    runs: Uint32Array.from(known),
    rarities: Float32Array.from(known, (run) => Math.log(1 + pairs.length / (1 + most(run)))),
  };
}

/** A word that both sides know starts as the same: replies take up the words of their posts. */
function startAlike(one: Side, other: Side): void {
  for (const [stem, place] of one.places) {
    const from = DIMENSIONS * (other.places.get(stem) ?? -1);
    if (from < 0) continue;
    const vector = other.data.vectors.subarray(from, from + DIMENSIONS);
    one.data.vectors.set(vector, place * DIMENSIONS);
  }
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
}

/** Softmax over the replies of the batch: each post should choose its own. */
function learnBatch(
  sides: { post: Side; reply: Side },
  batch: readonly { post: Uint32Array; reply: Uint32Array }[],
): void {
  const posts = batch.map(({ post }) => sides.post.encode(post));
  const replies = batch.map(({ reply }) => sides.reply.encode(reply));
  const postSlopes = batch.map(() => new Float32Array(DIMENSIONS));
  const replySlopes = batch.map(() => new Float32Array(DIMENSIONS));
  for (const [row, post] of posts.entries()) {
    const products = replies.map((reply) => toProduct(post.vector, reply.vector));
    const most = Math.max(...products);
    const chances = products.map((product) => Math.exp(product - most));
    const all = chances.reduce((sum, chance) => sum + chance, 0);
    for (const [column, reply] of replies.entries()) {
      const error = (chances[column] as number) / all - (row === column ? 1 : 0);
      addScaled(postSlopes[row] as Float32Array, reply.vector, 0, error);
      addScaled(replySlopes[column] as Float32Array, post.vector, 0, error);
    }
  }
  for (const [at, { post, reply }] of batch.entries()) {
    sides.post.learn(post, posts[at]?.length ?? 1, postSlopes[at] as Float32Array);
    sides.reply.learn(reply, replies[at]?.length ?? 1, replySlopes[at] as Float32Array);
  }
}
