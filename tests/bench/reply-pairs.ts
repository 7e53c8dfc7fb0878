/** Real customer posts with the replies they got (../shared/data, never part of the project), cut into trials. */
import { existsSync, readFileSync } from 'node:fs';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { toTemplate } from '#utils/replies/to-template.ts';
import { fillVariables } from '#utils/replies/variables.ts';

export const DATA_FOLDER = new URL('../../../shared/data/', import.meta.url);

export interface Pair {
  brand: string;
  customer: string;
  reply: string;
}

/** One held-out split: a library to suggest from, and posts with the replies that they really got. */
export interface Trial {
  brand: string;
  seed: number;
  library: Pair[];
  held: Pair[];
}

/** All pairs; null where the data is absent. */
export function readPairs(): Pair[] | null {
  const file = new URL('reply-pairs.jsonl', DATA_FOLDER);
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Pair);
}

/** Numbers in 0…1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export function toTrial(
  pairs: readonly Pair[],
  brand: string,
  seed: number,
  sizes: { held: number; library: number },
): Trial {
  const own = shuffle(
    pairs.filter((pair) => pair.brand === brand),
    seed,
  );
  return {
    brand,
    seed,
    held: own.slice(0, sizes.held),
    library: own.slice(sizes.held, sizes.held + sizes.library),
  };
}

export function toEntries(library: readonly Pair[]): LibraryEntry[] {
  return library.map((pair, index) => ({
    id: String(index),
    kind: 'reply',
    text: pair.reply,
    question: pair.customer,
    tags: [],
    memberId: null,
    at: 0,
  }));
}

export function toPost(text: string): Post {
  return {
    site: 'x',
    id: '1',
    author: { handle: 'ada_example' },
    text,
    permalink: null,
    time: null,
    parentId: null,
  };
}

/** A reply as the product would hand it on: all methods and the true reply are compared in this form. */
export function toComparable(reply: string): string {
  const values = { name: '@ada_example', handle: '@ada_example', brand: 'Acme', me: 'Bo' };
  return fillVariables(
    toTemplate(reply, () => false),
    values,
  );
}
