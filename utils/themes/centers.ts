import type { Steps } from './steps.ts';
import type { Vectors } from './vectors.ts';

/** A center is what its posts say most: these many terms. */
const TERMS_MAX = 40;
/** Posts whose cosine with every center is less are in no theme. */
const NEAR_MIN = 0.25;
/** Centers as alike as this are one. */
const SAME_MIN = 0.5;

/** Terms by weight, largest first; a vector of length 1. */
export interface Center {
  terms: number[];
  weights: number[];
}

/** Which center each post is nearest to (-1: none), and how near. */
export interface Assignment {
  nearest: Int32Array;
  near: Float32Array;
}

/** The middle of posts: what they say most. */
export function toCenter(vectors: Vectors, posts: Iterable<number>): Center {
  const sums = new Map<number, number>();
  for (const post of posts) {
    for (let at = vectors.starts[post] ?? 0; at < (vectors.starts[post + 1] ?? 0); at += 1) {
      const term = vectors.terms[at] ?? 0;
      sums.set(term, (sums.get(term) ?? 0) + (vectors.weights[at] ?? 0));
    }
  }
  const top = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TERMS_MAX);
  const length = Math.sqrt(top.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: top.map(([term]) => term),
    weights: top.map(([, weight]) => weight / length),
  };
}

/** Puts each post to the center that it is nearest to, by an index of the centers' terms. */
export function* assign(
  vectors: Vectors,
  centers: readonly Center[],
  termCount: number,
): Steps<Assignment> {
  const index = toIndex(centers, termCount);
  const nearest = new Int32Array(vectors.size).fill(-1);
  const near = new Float32Array(vectors.size);
  const sums = new Float64Array(centers.length);
  for (let post = 0; post < vectors.size; post += 1) {
    sums.fill(0);
    for (let at = vectors.starts[post] ?? 0; at < (vectors.starts[post + 1] ?? 0); at += 1) {
      const entry = index[vectors.terms[at] ?? 0];
      if (!entry) continue;
      const weight = vectors.weights[at] ?? 0;
      for (let place = 0; place < entry.length; place += 2) {
        const center = entry[place] ?? 0;
        sums[center] = (sums[center] ?? 0) + weight * (entry[place + 1] ?? 0);
      }
    }
    let best = -1;
    let most = NEAR_MIN;
    for (let center = 0; center < sums.length; center += 1) {
      const cosine = sums[center] ?? 0;
      if (cosine <= most) continue;
      most = cosine;
      best = center;
    }
    nearest[post] = best;
    near[post] = best < 0 ? 0 : most;
    if (post % 1_000 === 999) yield post / vectors.size;
  }
  return { nearest, near };
}

/** The posts of each center, in their order. */
export function toMembers({ nearest }: Assignment, count: number): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (const [post, center] of nearest.entries()) members[center]?.push(post);
  return members;
}

/** Makes one of centers that are alike, largest first; each becomes the middle of all their posts. */
export function merge(
  vectors: Vectors,
  centers: readonly Center[],
  members: readonly number[][],
): Center[] {
  const bySize = centers
    .map((center, number) => ({ center, posts: members[number] ?? [] }))
    .sort((a, b) => b.posts.length - a.posts.length);
  const groups: { center: Center; posts: number[]; grown: boolean }[] = [];
  for (const { center, posts } of bySize) {
    const same = groups.find((group) => toCosine(group.center, center) >= SAME_MIN);
    if (same) {
      same.posts = [...same.posts, ...posts];
      same.grown = true;
    } else groups.push({ center, posts, grown: false });
  }
  return groups.map(({ center, posts, grown }) => (grown ? toCenter(vectors, posts) : center));
}

function toCosine(a: Center, b: Center): number {
  const weights = new Map(a.terms.map((term, at) => [term, a.weights[at] ?? 0]));
  return b.terms.reduce(
    (sum, term, at) => sum + (weights.get(term) ?? 0) * (b.weights[at] ?? 0),
    0,
  );
}

/** By term: center, weight, center, weight, … */
function toIndex(centers: readonly Center[], termCount: number): (Float64Array | undefined)[] {
  const lists = new Map<number, number[]>();
  for (const [number, { terms, weights }] of centers.entries()) {
    for (const [at, term] of terms.entries()) {
      const list = lists.get(term);
      if (list) list.push(number, weights[at] ?? 0);
      else lists.set(term, [number, weights[at] ?? 0]);
    }
  }
  const index = Array.from<Float64Array | undefined>({ length: termCount });
  for (const [term, list] of lists) index[term] = Float64Array.from(list);
  return index;
}
