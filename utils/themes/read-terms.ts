import { isCommonWord } from '#utils/text/common-words.ts';
import { toHashNumber } from '#utils/text/hash.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { Steps } from './steps.ts';
import type { ThemePost } from './theme.ts';

/** What a post is about stands at its beginning. */
const TEXT_MAX = 2_000;
const TERMS_MAX = 60;
const BUCKETS = 512;
/** Characters read in one slice, about 3 ms. */
const SLICE = 16_000;

/** Words that stand for nothing alone: short forms that hold sentences together, and what is left of `&amp;`. */
const FILLER =
  /n't$|'(?:m|re|ll|ve|d)$|^(?:on|off|not|amp|gt|lt|pls|plz|lol|ur|im|dm|rt|via|ok|okay)$/;
/** Kana alone holds a Japanese sentence together; a word of other letters has two at least. */
const TINY = /^(?:\p{Script=Hiragana}{1,2}|\p{Script=Latin}|\p{Script=Thai}|\p{Script=Cyrillic})$/u;
const LETTER = /\p{L}/u;

/** Terms (stems of telling words) of all posts, pruned to those that more than a few posts use. */
export interface Terms {
  /** Of each post its terms, ascending. Posts are in an order of their own. */
  rows: Int32Array[];
  /** Stems, by number. */
  names: string[];
  /** In how many posts a term stands. */
  counts: Int32Array;
}

/** A word that may say what a post is about. */
export function isTelling(word: string): boolean {
  return !(isCommonWord(word) || FILLER.test(word) || TINY.test(word) || !LETTER.test(word));
}

/** The words of a post that count, as everywhere in themes. */
export function toPostWords(text: string): string[] {
  return toWords(text.slice(0, TEXT_MAX));
}

/**
 * The wanted posts in an order that depends on their ids alone, each id once: sums come out alike to the last bit,
 * whatever order the posts came in. Of two with the same id the later one stays.
 */
export function* orderPosts(
  posts: readonly ThemePost[],
  isWanted: (post: ThemePost) => boolean = () => true,
): Steps<ThemePost[]> {
  const byId = new Map<string, ThemePost>();
  for (const [at, post] of posts.entries()) {
    const known = byId.get(post.id);
    if (isWanted(post) && (!known || isLater(post, known))) byId.set(post.id, post);
    if (at % 2_000 === 1_999) yield (0.4 * at) / posts.length;
  }
  const buckets = Array.from({ length: BUCKETS }, (): { key: number; post: ThemePost }[] => []);
  let at = 0;
  for (const post of byId.values()) {
    const key = toHashNumber(post.id);
    buckets[key % BUCKETS]?.push({ key, post });
    at += 1;
    if (at % 2_000 === 0) yield 0.4 + (0.4 * at) / byId.size;
  }
  const ordered: ThemePost[] = [];
  for (const [number, bucket] of buckets.entries()) {
    bucket.sort((a, b) => a.key - b.key || compare(a.post.id, b.post.id));
    for (const { post } of bucket) ordered.push(post);
    if (number % 16 === 15) yield 0.8 + (0.2 * number) / BUCKETS;
  }
  return ordered;
}

function isLater(a: ThemePost, b: ThemePost): boolean {
  return a.at > b.at || (a.at === b.at && JSON.stringify(a) > JSON.stringify(b));
}

/** By code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Stems of names that are one word; “Acme Kettle” leaves kettles to be spoken of. */
export function toNameStems(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.map(toPostWords).flatMap((words) => (words.length === 1 ? words.map(toStem) : [])),
  );
}

/** Cuts posts into terms. `least`: a term of fewer posts is left out, as are those of `leftOut`. */
export function* readTerms(
  posts: readonly ThemePost[],
  least: number,
  leftOut: ReadonlySet<string> = new Set(),
): Steps<Terms> {
  const numbers = new Map<string, number>();
  const stemsOf: Int32Array[] = [];
  let read = 0;
  for (const [at, post] of posts.entries()) {
    stemsOf.push(toStems(post.text, numbers));
    read += 40 + Math.min(TEXT_MAX, post.text.length);
    if (read > SLICE) {
      read = 0;
      yield (0.8 * at) / posts.length;
    }
  }
  const all = new Int32Array(numbers.size);
  for (const [at, stems] of stemsOf.entries()) {
    for (const stem of stems) all[stem] = (all[stem] ?? 0) + 1;
    if (at % 4_000 === 3_999) yield 0.8 + (0.05 * at) / posts.length;
  }
  const names: string[] = [];
  const counts: number[] = [];
  const toTerm = new Int32Array(numbers.size).fill(-1);
  for (const [name, stem] of numbers) {
    const count = all[stem] ?? 0;
    if (count < least || leftOut.has(name)) continue;
    toTerm[stem] = names.length;
    names.push(name);
    counts.push(count);
  }
  yield 0.9;
  const rows: Int32Array[] = [];
  for (const [at, stems] of stemsOf.entries()) {
    rows.push(stems.map((stem) => toTerm[stem] ?? -1).filter((term) => term >= 0));
    if (at % 2_000 === 1_999) yield 0.9 + (0.1 * at) / posts.length;
  }
  return { rows, names, counts: Int32Array.from(counts) };
}

/** The telling stems of a post, each once, as ascending numbers. */
function toStems(text: string, numbers: Map<string, number>): Int32Array {
  const stems = new Set<number>();
  for (const word of toPostWords(text)) {
    if (stems.size === TERMS_MAX) break;
    if (!isTelling(word)) continue;
    const stem = toStem(word);
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    stems.add(number);
  }
  return Int32Array.from(stems).sort();
}
