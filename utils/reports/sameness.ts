/** How much the team's answers read alike: what customers smell. */
import { toDice, toFeatures } from '#utils/text/similarity.ts';
import type { Features } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';

/** Each answer is held against so many before it: what somebody may have seen lately. */
const BEFORE = 50;
/** From here on two answers read as one text with another name in it. */
const ALIKE = 0.8;
/** "Thank you!" is no template. */
const WORDS_MIN = 6;

export interface Sameness {
  /** Answers that read like one of the fifty before them. */
  alike: number;
  /** Answers with words enough to tell. */
  of: number;
}

/** Counts answers that read like one shortly before; in the order of their time. Gives way through `yield`. */
export function* toSameness(
  replies: readonly { text: string; at: number }[],
): Generator<void, Sameness> {
  const before: Features[] = [];
  const found: Sameness = { alike: 0, of: 0 };
  for (const { text } of replies.toSorted((one, other) => one.at - other.at)) {
    const words = toWords(text);
    if (words.length < WORDS_MIN) continue;
    const features = toFeatures(words);
    found.of += 1;
    if (before.some((one) => toDice(one, features) >= ALIKE)) found.alike += 1;
    before.push(features);
    if (before.length > BEFORE) before.shift();
    yield;
  }
  return found;
}
