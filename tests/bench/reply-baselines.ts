import MiniSearch from 'minisearch';
import { createRandom, toComparable, type Pair } from './reply-pairs.ts';

/** Proposes at most three replies to a post. */
export type Method = (post: string) => string[];

const GENERIC = [
  'Hi @ada_example, thanks for reaching out. Please send us a direct message with more details and we will be happy to help.',
  'We are sorry to hear that. Please send us a direct message so that we can look into it.',
  'Thank you for your feedback. We appreciate you letting us know and will pass it on to the team.',
];

function toMostFrequent(replies: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const reply of replies) counts.set(reply, (counts.get(reply) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, 3).map(([reply]) => reply);
}

/** What a suggestion has to beat, over the same library. */
export function createBaselines(library: readonly Pair[], seed: number): Record<string, Method> {
  const replies = library.map((pair) => toComparable(pair.reply));
  const random = createRandom(seed);
  const frequent = toMostFrequent(replies);
  const search = new MiniSearch<{ id: number; question: string }>({ fields: ['question'] });
  search.addAll(library.map((pair, id) => ({ id, question: pair.customer })));
  const at = (index: number) => replies[index] ?? '';
  return {
    'three random replies': () =>
      Array.from({ length: 3 }, () => at(Math.floor(random() * replies.length))),
    'three most frequent': () => frequent,
    'three fixed generic replies': () => GENERIC,
    'BM25 nearest posts': (post) =>
      search
        .search(post)
        .slice(0, 3)
        .map((result) => at(Number(result.id))),
  };
}
