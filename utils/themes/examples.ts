import { toStem } from '#utils/text/tokenize.ts';
import type { Center } from './centers.ts';
import { compare, toPostWords } from './read-terms.ts';
import type { ThemePost } from './theme.ts';
import type { Vectors } from './vectors.ts';

const EXAMPLES = 5;
/** In an order of hashes these are a fair choice of however many. */
const READ_MAX = 2_000;
/** A post of fewer terms is near to anything that has one of them, and tells a reader less. */
const TERMS_FULL = 5;

/**
 * Ids of the posts that say best what a theme is about: nearest to its center, of this period where there are any, no
 * two in the same words.
 */
export function toExamples(
  vectors: Vectors,
  center: Center,
  members: readonly number[],
  { posts, isNow }: { posts: readonly ThemePost[]; isNow(post: ThemePost): boolean },
): string[] {
  const weights = new Map(center.terms.map((term, at) => [term, center.weights[at] ?? 0]));
  const own = members.filter((member) => posts[member] && isNow(posts[member]));
  const ranked = (own.length > 0 ? own : members)
    .slice(0, READ_MAX)
    .flatMap((member) => {
      const post = posts[member];
      if (!post) return [];
      return { post, near: toNear(vectors, weights, member) };
    })
    .sort((a, b) => b.near - a.near || b.post.at - a.post.at || compare(a.post.id, b.post.id));
  const seen = new Set<string>();
  const examples: string[] = [];
  for (const { post } of ranked) {
    if (examples.length === EXAMPLES) break;
    const words = toPostWords(post.text).map(toStem).join(' ');
    if (seen.has(words)) continue;
    seen.add(words);
    examples.push(post.id);
  }
  return examples;
}

function toNear(vectors: Vectors, weights: ReadonlyMap<number, number>, post: number): number {
  const [start, end] = [vectors.starts[post] ?? 0, vectors.starts[post + 1] ?? 0];
  let cosine = 0;
  for (let at = start; at < end; at += 1) {
    cosine += (vectors.weights[at] ?? 0) * (weights.get(vectors.terms[at] ?? 0) ?? 0);
  }
  return cosine * Math.min(1, 0.5 + (0.5 * (end - start)) / TERMS_FULL);
}
