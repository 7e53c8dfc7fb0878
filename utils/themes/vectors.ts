import type { Terms } from './read-terms.ts';
import type { Steps } from './steps.ts';

/** Below 1: a rare word beside it must not hide what many posts share. */
const RARITY_POWER = 0.75;
/** A brand of fewer posts says nothing about which words it always draws. */
const BRAND_MIN = 50;

/** Posts as directions: how much each term tells, in vectors of length 1. */
export interface Vectors {
  /** Where the terms of a post begin; one more than there are posts. */
  starts: Int32Array;
  terms: Int32Array;
  weights: Float32Array;
  /** How much a term tells anywhere. */
  telling: Float32Array;
  size: number;
}

/**
 * Weighs terms by how rare they are within the brand that uses them most: a brand's own name and trade stand in most
 * posts to it and would otherwise make one theme of each brand.
 */
export function* toVectors(terms: Terms, brands: Int32Array, brandCount: number): Steps<Vectors> {
  const size = terms.rows.length;
  const telling = yield* weigh(terms, brands, brandCount);
  const starts = new Int32Array(size + 1);
  for (const [post, row] of terms.rows.entries()) {
    starts[post + 1] = (starts[post] ?? 0) + row.length;
    if (post % 8_000 === 7_999) yield 0.5;
  }
  const flat = new Int32Array(starts[size] ?? 0);
  const weights = new Float32Array(flat.length);
  for (const [post, row] of terms.rows.entries()) {
    let square = 0;
    for (const term of row) square += (telling[term] ?? 0) ** 2;
    const length = Math.sqrt(square);
    let at = starts[post] ?? 0;
    for (const term of row) {
      flat[at] = term;
      weights[at] = length === 0 ? 0 : (telling[term] ?? 0) / length;
      at += 1;
    }
    if (post % 2_000 === 1_999) yield 0.5 + (0.5 * post) / size;
  }
  return { starts, terms: flat, weights, telling, size };
}

function* weigh(terms: Terms, brands: Int32Array, brandCount: number): Steps<Float32Array> {
  const size = terms.rows.length;
  const share = new Float64Array(terms.names.length);
  for (const [term, count] of terms.counts.entries()) share[term] = count / size;
  // Brand by brand, so that memory does not grow with brands × terms.
  const byBrand = Array.from({ length: brandCount }, (): number[] => []);
  for (const [post, brand] of brands.entries()) {
    byBrand[brand]?.push(post);
    if (post % 8_000 === 7_999) yield 0;
  }
  let done = 0;
  const counts = new Int32Array(terms.names.length);
  for (const own of byBrand) {
    done += own.length;
    const total = own.length;
    if (total < BRAND_MIN || total === size) continue;
    for (const [at, post] of own.entries()) {
      for (const term of terms.rows[post] ?? []) counts[term] = (counts[term] ?? 0) + 1;
      if (at % 4_000 === 3_999) yield (0.5 * done) / size;
    }
    for (let term = 0; term < counts.length; term += 1) {
      share[term] = Math.max(share[term] ?? 0, (counts[term] ?? 0) / total);
    }
    counts.fill(0);
    yield (0.5 * done) / size;
  }
  const telling = new Float32Array(terms.names.length);
  for (const [term, most] of share.entries()) {
    telling[term] = Math.log(1 + 1 / most) ** RARITY_POWER;
  }
  return telling;
}
