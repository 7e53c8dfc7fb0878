/** Measures of how near one text is to another, as the literature defines them. */

function toTokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** ROUGE-L: F1 over the longest common subsequence of words, 0…1. */
export function rougeL(candidate: string, reference: string): number {
  const a = toTokens(candidate);
  const b = toTokens(reference);
  if (a.length === 0 || b.length === 0) return 0;
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      next[at] =
        word === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}

const CHRF_ORDER = 6;
const CHRF_BETA = 2;

/** Character n-grams of one text by order, counted once for many comparisons. */
export type CharacterGrams = readonly Map<string, number>[];

export function toCharacterGrams(text: string): CharacterGrams {
  const letters = text.replace(/\s+/gu, '');
  return Array.from({ length: CHRF_ORDER }, (_, index) => {
    const grams = new Map<string, number>();
    for (let at = 0; at + index < letters.length; at += 1) {
      const gram = letters.slice(at, at + index + 1);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
    return grams;
  });
}

/** chrF2: F-beta over character 1- to 6-grams, white space left out, 0…100. */
export function chrF(candidate: CharacterGrams, reference: CharacterGrams): number {
  let precision = 0;
  let recall = 0;
  let orders = 0;
  for (let index = 0; index < CHRF_ORDER; index += 1) {
    const a = candidate[index] ?? new Map<string, number>();
    const b = reference[index] ?? new Map<string, number>();
    let total = 0;
    let truth = 0;
    let shared = 0;
    for (const count of a.values()) total += count;
    for (const [gram, count] of b) {
      truth += count;
      shared += Math.min(count, a.get(gram) ?? 0);
    }
    if (total === 0 || truth === 0) continue;
    precision += shared / total;
    recall += shared / truth;
    orders += 1;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  precision /= orders;
  recall /= orders;
  const weight = CHRF_BETA ** 2;
  const sum = weight * precision + recall;
  return sum === 0 ? 0 : (100 * (1 + weight) * precision * recall) / sum;
}
