/** How near what a method proposes comes to the reply that was really sent. */
import type { Method } from './reply-baselines.ts';
import { toComparable, type Pair } from './reply-pairs.ts';
import { chrF, rougeL, toCharacterGrams } from './text-metrics.ts';

/** ROUGE-L and chrF from which on a text counts as a hit. */
export const ROUGE_HIT = 0.5;
export const CHRF_HIT = 40;

/** Shares are of the posts for which something was shown. */
export interface Score {
  posts: number;
  shown: number;
  rouge: number;
  chrf: number;
  either: number;
  best: number;
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
export const percent = (part: number) => (100 * part).toFixed(1);

export function out(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The best of some texts against the reply that was sent. */
export function toNearness(proposed: readonly string[], reply: string) {
  const truth = toComparable(reply);
  const grams = toCharacterGrams(truth);
  return {
    rouge: Math.max(0, ...proposed.map((text) => rougeL(text, truth))),
    chrf: Math.max(0, ...proposed.map((text) => chrF(toCharacterGrams(text), grams))),
  };
}

export const isHit = ({ rouge, chrf }: { rouge: number; chrf: number }) =>
  rouge >= ROUGE_HIT || chrf >= CHRF_HIT;

/** Scores a method on posts that were held out. */
export function score(method: Method, held: readonly Pair[]): Score {
  const results = held.flatMap((pair) => {
    const proposed = method(pair.customer);
    return proposed.length === 0 ? [] : [toNearness(proposed, pair.reply)];
  });
  const shareOf = (test: (one: { rouge: number; chrf: number }) => boolean) =>
    mean(results.map((one) => (test(one) ? 1 : 0)));
  return {
    posts: held.length,
    shown: results.length / held.length,
    rouge: shareOf((one) => one.rouge >= ROUGE_HIT),
    chrf: shareOf((one) => one.chrf >= CHRF_HIT),
    either: shareOf(isHit),
    best: mean(results.map((one) => one.chrf)),
  };
}
