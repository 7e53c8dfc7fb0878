import type { Steps } from './steps.ts';
import { isVague } from './vague-words.ts';
import type { Terms } from './read-terms.ts';
import type { Vectors } from './vectors.ts';

/**
 * A term of a larger share of posts is either what the brand does ("flight"), beside which anything stands, or a crisis,
 * in which posts are alike: measured on four brands, the former have a likeness of 0.004 to 0.018.
 */
const SHARE_COMMON = 0.12;
const CRISIS_LIKENESS = 0.03;
/** A term's posts are judged by these many. */
const SAMPLE = 300;
/** A seed brings at least this share of posts that no seed before it brought. */
const FRESH_MIN = 0.5;

/** A term that posts about one thing share. */
export interface Seed {
  term: number;
  posts: Int32Array;
}

/** Posts by term, ascending. */
export function* toPostings(vectors: Vectors, termCount: number): Steps<Int32Array[]> {
  const sizes = new Int32Array(termCount);
  for (const term of vectors.terms) sizes[term] = (sizes[term] ?? 0) + 1;
  const postings = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let post = 0; post < vectors.size; post += 1) {
    for (let at = vectors.starts[post] ?? 0; at < (vectors.starts[post + 1] ?? 0); at += 1) {
      const term = vectors.terms[at] ?? 0;
      const filled = sizes[term] ?? 0;
      const posting = postings[term];
      if (posting) posting[filled] = post;
      sizes[term] = filled + 1;
    }
    if (post % 2_000 === 1_999) yield post / vectors.size;
  }
  return postings;
}

/**
 * Where themes begin: terms whose posts use the same further words, in the order of how many posts they bring and how
 * much alike these are; each brings posts that none before it brought.
 */
export function* findSeeds(
  vectors: Vectors,
  terms: Terms,
  postings: readonly Int32Array[],
  { least, most }: { least: number; most: number },
): Steps<Seed[]> {
  const common = Math.max(least, SHARE_COMMON * vectors.size);
  const candidates: { term: number; score: number }[] = [];
  const sums = new Float64Array(terms.names.length);
  const usual = toMean(vectors, terms.names.length);
  let work = 0;
  for (const [term, posts] of postings.entries()) {
    if (posts.length < least || isVague(terms.names[term] ?? '')) continue;
    const likeness = toLikeness(vectors, term, posts, { sums, usual });
    work += Math.min(SAMPLE, posts.length);
    if (posts.length > common && likeness < CRISIS_LIKENESS) continue;
    const score = posts.length * likeness * (vectors.telling[term] ?? 0);
    candidates.push({ term, score });
    if (work > 4_000) {
      work = 0;
      yield (0.9 * term) / postings.length;
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.term - b.term);
  const taken = new Uint8Array(vectors.size);
  const seeds: Seed[] = [];
  for (const { term } of candidates) {
    if (seeds.length === most) break;
    const posts = postings[term] ?? new Int32Array();
    let fresh = 0;
    for (const post of posts) fresh += 1 - (taken[post] ?? 0);
    if (fresh < least || fresh < FRESH_MIN * posts.length) continue;
    for (const post of posts) taken[post] = 1;
    seeds.push({ term, posts });
  }
  return seeds;
}

/** What posts say all together. */
function toMean(vectors: Vectors, termCount: number): Float64Array {
  const mean = new Float64Array(termCount);
  for (const [at, term] of vectors.terms.entries()) {
    mean[term] = (mean[term] ?? 0) + (vectors.weights[at] ?? 0) / vectors.size;
  }
  return mean;
}

/**
 * 0…1: how alike posts are apart from the term that they share, without what chance gives to few, and without what
 * posts without the term say as well: "never" stands beside anything, "luggage" beside "lost" and "claim".
 */
function toLikeness(
  vectors: Vectors,
  term: number,
  posts: Int32Array,
  { sums, usual }: { sums: Float64Array; usual: Float64Array },
): number {
  let own = 0;
  const used: number[] = [];
  const sample = posts.subarray(0, SAMPLE);
  for (const post of sample) {
    for (let at = vectors.starts[post] ?? 0; at < (vectors.starts[post + 1] ?? 0); at += 1) {
      const other = vectors.terms[at] ?? 0;
      if (other === term) continue;
      const weight = vectors.weights[at] ?? 0;
      own += weight * weight;
      if (sums[other] === 0) used.push(other);
      sums[other] = (sums[other] ?? 0) + weight;
    }
  }
  let square = 0;
  let common = 0;
  const without = vectors.size - posts.length;
  for (const other of used) {
    const sum = sums[other] ?? 0;
    const mean = sum / sample.length;
    const all = vectors.size * (usual[other] ?? 0);
    square += sum ** 2;
    if (without > 0) common += (mean * Math.max(0, all - mean * posts.length)) / without;
    sums[other] = 0;
  }
  const pairs = sample.length * (sample.length - 1);
  return pairs === 0 ? 0 : Math.max(0, (square - own) / pairs - common);
}
