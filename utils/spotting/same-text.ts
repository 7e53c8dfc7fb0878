import { toFolded } from './fold.ts';

/** From here on two texts are one and the same, give or take what a site changes. */
const SAME = 0.9;

// "https://acme.example/help/…" may be shown as "acme.example/he…" or not at all.
const link = /\S*(?::\/\/|www\.)\S*|\b[a-z\d-]+\.[a-z\d.-]+\/\S*|\S+…/giu;

/**
 * True when `shown` is what the site made of `sent`: shortened or added links, a leading @handle, other quotes and
 * spaces are no difference.
 */
export function isSameText(sent: string, shown: string): boolean {
  const one = toWords(sent);
  const other = toWords(shown);
  // All links, or emoji only: nothing is left to tell by, so the whole must be equal.
  if (one.length === 0 || other.length === 0)
    return sent.trim() !== '' && sent.trim() === shown.trim();
  return toLikeness(one, other) >= SAME;
}

/**
 * The same for an answer that was sent with a quote before it, and is shown with that apart: the quote's words come
 * first in what was sent, between whatever introduces it, and `shown` ends it.
 */
export function isSameBelowQuote(sent: string, quote: string, shown: string): boolean {
  const [whole, quoted, other] = [toWords(sent), toWords(quote), toWords(shown)];
  if (other.length === 0 || quoted.length === 0 || whole.length <= other.length) return false;
  const before = new Set(whole.slice(0, -other.length));
  const kept = quoted.filter((word) => before.has(word));
  if (kept.length < quoted.length * SAME) return false;
  return toLikeness(whole.slice(-other.length), other) >= SAME;
}

/** How many words a text has to be known by, links and leading handles left out. */
export function countWords(text: string): number {
  return toWords(text).length;
}

function toWords(text: string): string[] {
  return toFolded(text.replace(/^(?:\s*@\S+)+/u, ' ').replaceAll(link, ' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Dice coefficient over words with their counts and pairs of neighbors: 0…1. */
function toLikeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  const features = toFeatureList(one);
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const others = toFeatureList(other);
  let shared = 0;
  for (const feature of others) {
    const left = counts.get(feature) ?? 0;
    if (left === 0) continue;
    counts.set(feature, left - 1);
    shared += 1;
  }
  return (2 * shared) / (features.length + others.length);
}

function toFeatureList(words: readonly string[]): string[] {
  return words.flatMap((word, at) => (at === 0 ? [word] : [word, `${words[at - 1]} ${word}`]));
}
