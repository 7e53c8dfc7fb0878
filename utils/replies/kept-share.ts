import { toWords } from '#utils/text/tokenize.ts';

// Beyond this a text is compared by its beginning: the time goes with the product of both.
const WORDS_MAX = 2_000;

/**
 * How much of a text is left in what became of it, 0…1: the share of its words that stand there in the same order.
 * Addresses and handles do not count. 0 for a text without words.
 */
export function toKeptShare(text: string, result: string): number {
  const words = toWords(text).slice(0, WORDS_MAX);
  const left = toWords(result).slice(0, WORDS_MAX);
  if (words.length === 0) return 0;
  // Longest common subsequence, one row at a time.
  let row = new Uint16Array(left.length + 1);
  for (const word of words) {
    const next = new Uint16Array(left.length + 1);
    for (let at = 1; at <= left.length; at += 1) {
      next[at] =
        word === left[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return (row[left.length] ?? 0) / words.length;
}
