/**
 * A small model that learns from labels in this browser: multinomial logistic regression over words, pairs and pieces
 * of words, which starts from what the rules say. Without labels it says what they say; each label moves it as far as
 * the labels before have left open. It is always taught anew from all labels that there are, so that what was erased is
 * gone from it, and the same labels in the same order make the same model.
 */
import type { PostFeatures } from './features.ts';

/** One post with what the rules say of it. */
export interface Reading {
  features: PostFeatures;
  /** How strong each signal is, 0 and up. */
  signals: readonly number[];
  /** How the rules stand to each class. */
  prior: readonly number[];
}

export interface Example {
  reading: Reading;
  /** Which of the classes it is. */
  label: number;
}

/** What the model makes of one post. */
export interface Guess {
  /** How it stands to each class; what the rules say is in it. */
  scores: number[];
  /** The part of it that was learned. */
  learned: number[];
}

// Chosen on posts of 15 brands and fields (docs/replies.md): steps that are small enough not to forget the rules, and larger
// ones where there are labels enough to weigh these.
const RATE = { few: 0.06, many: 0.1 };
const MANY = 500;
const PASSES_MAX = 10;
const PASSES_MIN = 2;
/** Passes over a text, all in all: a thousand labels are taught as fast as three hundred. */
const VISITS = 3_000;
const PULL = { feature: 2, signal: 2, start: 1 };
/** A rare class counts for more than its share, so that it is found at all; 1 would make all classes equal. */
const BALANCE = 0.8;
/** What the rules say counts so much at the most: labels must be able to turn it. */
const PRIOR_MAX = 4;
/** Words are worth this much: they are many, and each counts for little. */
const STRENGTH = 2;
const FIRST_SQUARE = 0.01;

interface Encoded {
  ids: Int32Array;
  values: Float64Array;
  signals: readonly number[];
  prior: readonly number[];
  label: number;
}

/** The model; `teach` replaces all that it knew. */
export class Learner {
  readonly #classes: number;
  #ids = new Map<string, number>();
  #weights = new Float64Array();
  #signalWeights = new Float64Array();
  #starts: Float64Array;
  #rate = RATE.few;

  constructor(classes: number) {
    this.#classes = classes;
    this.#starts = new Float64Array(classes);
  }

  /** Learns from all examples, about 40 ms for a thousand. */
  teach(examples: readonly Example[]): void {
    this.#ids = new Map();
    this.#rate = examples.length < MANY ? RATE.few : RATE.many;
    const encoded = examples.map((example) => this.#encode(example));
    const classes = this.#classes;
    const signals = examples[0]?.reading.signals.length ?? 0;
    this.#weights = new Float64Array(this.#ids.size * classes);
    this.#signalWeights = new Float64Array(signals * classes);
    this.#starts = new Float64Array(classes);
    if (examples.length === 0) return;
    const squares = {
      weights: new Float64Array(this.#weights.length).fill(FIRST_SQUARE),
      signals: new Float64Array(this.#signalWeights.length).fill(FIRST_SQUARE),
      starts: new Float64Array(classes).fill(FIRST_SQUARE),
    };
    const shares = toClassWeights(examples, classes);
    const order = encoded.map((_, at) => at);
    const random = toRandom();
    const passes = Math.min(PASSES_MAX, Math.max(PASSES_MIN, Math.round(VISITS / examples.length)));
    for (let pass = 0; pass < passes; pass += 1) {
      mix(order, random);
      for (const at of order) {
        const one = encoded[at];
        if (one) this.#step(one, squares, shares, examples.length);
      }
    }
  }

  guess({ features, signals, prior }: Reading): Guess {
    const learned = Array.from({ length: this.#classes }, (_, k) => {
      let sum = this.#starts[k] ?? 0;
      for (const [feature, value] of features) sum += this.weightOf(feature, k) * value * STRENGTH;
      for (const [at, value] of signals.entries()) {
        sum += (this.#signalWeights[at * this.#classes + k] ?? 0) * value;
      }
      return sum;
    });
    return { learned, scores: learned.map((score, k) => score + cap(prior[k] ?? 0)) };
  }

  /** How far a feature speaks for a class; 0 for one that was never met. */
  weightOf(feature: string, label: number): number {
    const id = this.#ids.get(feature);
    return id === undefined ? 0 : (this.#weights[id * this.#classes + label] ?? 0);
  }

  #encode({ reading, label }: Example): Encoded {
    const ids = new Int32Array(reading.features.size);
    const values = new Float64Array(reading.features.size);
    let at = 0;
    for (const [feature, value] of reading.features) {
      let id = this.#ids.get(feature);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(feature, id);
      }
      ids[at] = id;
      values[at] = value * STRENGTH;
      at += 1;
    }
    return { ids, values, signals: reading.signals, prior: reading.prior, label };
  }

  /** One step of AdaGrad on one post. */
  #step(
    { ids, values, signals, prior, label }: Encoded,
    squares: { weights: Float64Array; signals: Float64Array; starts: Float64Array },
    shares: readonly (number | undefined)[],
    examples: number,
  ): void {
    const classes = this.#classes;
    const weights = this.#weights;
    const chances = this.#toChances(ids, values, signals, prior);
    const by = (pull: number) => ({ rate: this.#rate, pull: pull / examples });
    const [starts, words, ruled] = [by(PULL.start), by(PULL.feature), by(PULL.signal)];
    const share = shares[label] ?? 1;
    for (let k = 0; k < classes; k += 1) {
      const error = share * ((chances[k] ?? 0) - (k === label ? 1 : 0));
      // Words of a class that nobody has named yet are not known; that it is rare is.
      if (shares[k] === undefined) {
        move(this.#starts, squares.starts, k, error, starts);
        continue;
      }
      move(this.#starts, squares.starts, k, error, starts);
      for (let j = 0; j < ids.length; j += 1) {
        const at = (ids[j] ?? 0) * classes + k;
        move(weights, squares.weights, at, error * (values[j] ?? 0), words);
      }
      for (let j = 0; j < signals.length; j += 1) {
        const value = signals[j] ?? 0;
        if (value === 0) continue;
        const at = j * classes + k;
        move(this.#signalWeights, squares.signals, at, error * value, ruled);
      }
    }
  }

  #toChances(
    ids: Int32Array,
    values: Float64Array,
    signals: readonly number[],
    prior: readonly number[],
  ): number[] {
    const classes = this.#classes;
    const scores: number[] = [];
    for (let k = 0; k < classes; k += 1) {
      let score = (this.#starts[k] ?? 0) + cap(prior[k] ?? 0);
      for (let j = 0; j < ids.length; j += 1) {
        score += (this.#weights[(ids[j] ?? 0) * classes + k] ?? 0) * (values[j] ?? 0);
      }
      for (let j = 0; j < signals.length; j += 1) {
        score += (this.#signalWeights[j * classes + k] ?? 0) * (signals[j] ?? 0);
      }
      scores.push(score);
    }
    return toChances(scores);
  }
}

/** Scores as chances that sum up to 1. */
export function toChances(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}

const cap = (value: number) => Math.max(-PRIOR_MAX, Math.min(PRIOR_MAX, value));

function move(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  slope: number,
  { rate, pull }: { rate: number; pull: number },
): void {
  const weight = weights[at] ?? 0;
  const full = slope + pull * weight;
  const square = (squares[at] ?? 0) + full * full;
  squares[at] = square;
  weights[at] = weight - (rate * full) / Math.sqrt(square);
}

function toClassWeights(examples: readonly Example[], classes: number): (number | undefined)[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) =>
    count === 0 ? undefined : (examples.length / (present * count)) ** BALANCE,
  );
}

/** Numbers in 0…1, the same each time: order must not make a model another one. */
function toRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function mix(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
