import { assign, merge, toCenter, toMembers, type Assignment, type Center } from './centers.ts';
import type { Terms } from './read-terms.ts';
import { findSeeds, toPostings } from './seeds.ts';
import { within, type Steps } from './steps.ts';
import type { Vectors } from './vectors.ts';

const ROUNDS = 5;
const SEED_POSTS_MAX = 2_000;

export interface Cluster {
  center: Center;
  /** Numbers of its posts, ascending. */
  posts: number[];
}

export interface Clustering extends Assignment {
  /** Largest first. */
  clusters: Cluster[];
}

/**
 * Groups posts by what they are about: seeds, then k-means over directions (each post to its nearest center, each
 * center to the middle of its posts), alike centers becoming one. Each round is linear in the posts: a center is forty
 * terms, found by an index. A post near to nothing stays outside.
 */
export function* cluster(
  vectors: Vectors,
  terms: Terms,
  { least, seeds: most }: { least: number; seeds: number },
): Steps<Clustering> {
  const termCount = terms.names.length;
  const postings = yield* within(toPostings(vectors, termCount), 0, 0.1);
  const seeds = yield* within(findSeeds(vectors, terms, postings, { least, most }), 0.1, 0.3);
  let centers: Center[] = [];
  for (const { posts } of seeds) {
    centers.push(toCenter(vectors, posts.subarray(0, SEED_POSTS_MAX)));
    yield 0.3;
  }
  let assignment: Assignment | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = 0.3 + (0.7 * round) / ROUNDS;
    assignment = yield* within(assign(vectors, centers, termCount), from, from + 0.7 / ROUNDS);
    if (round === ROUNDS - 1) break;
    const members = toMembers(assignment, centers.length);
    const moved: Center[] = [];
    const kept: number[][] = [];
    for (const posts of members) {
      if (posts.length < least) continue;
      moved.push(toCenter(vectors, posts));
      kept.push(posts);
      yield from + 0.7 / ROUNDS;
    }
    centers = merge(vectors, moved, kept);
  }
  const { nearest, near } = assignment ?? { nearest: new Int32Array(), near: new Float32Array() };
  const clusters = toMembers({ nearest, near }, centers.length)
    .map((posts, number) => ({ center: centers[number] ?? { terms: [], weights: [] }, posts }))
    .filter(({ posts }) => posts.length >= least);
  clusters.sort((a, b) => b.posts.length - a.posts.length);
  return { clusters, nearest, near };
}
