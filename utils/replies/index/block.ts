/**
 * An inverted index over some entries, in a few flat arrays that a database takes as they are. It never changes; a change
 * makes a new one, which for the few thousand entries of a block takes milliseconds.
 */
import type { EntryWords } from './entry-words.ts';

/** The words of some entries. Entries are numbered in the order of `ids`. */
export interface Block {
  ids: string[];
  /** By entry: what was looked at. */
  prints: Float64Array;
  /** By entry: different words. */
  lengths: Uint16Array;
  /** Hashes of all words, ascending. */
  words: Float64Array;
  /** By word: where its part of the next two ends. */
  ends: Uint32Array;
  /** For each word the entries that have it, ascending, … */
  entries: Uint16Array;
  /** … and how often. */
  counts: Uint8Array;
}

/** What the numbers of entries reach to. */
const ENTRIES_MAX = 65_535;
const COUNT_MAX = 255;

/** A block of no entries. */
export const EMPTY_BLOCK: Block = {
  ids: [],
  prints: new Float64Array(),
  lengths: new Uint16Array(),
  words: new Float64Array(),
  ends: new Uint32Array(),
  entries: new Uint16Array(),
  counts: new Uint8Array(),
};

/** The block without the entries that are `gone`, and with those `added`, which take the place of any of the same id. */
export function changeBlock(
  block: Block,
  gone: ReadonlySet<string>,
  added: readonly EntryWords[],
): Block {
  const replaced = new Set([...gone, ...added.map(({ id }) => id)]);
  const kept = block.ids.flatMap((id, at) => (replaced.has(id) ? [] : [at]));
  const fresh = added.slice(0, ENTRIES_MAX - kept.length);
  if (kept.length === block.ids.length && fresh.length === 0) return block;

  const places = keepPlaces(block, kept);
  for (const [at, { counts }] of fresh.entries()) {
    for (const [word, count] of counts) {
      const known = places.get(word);
      const place = [kept.length + at, Math.min(count, COUNT_MAX)] as const;
      if (known) known.push(...place);
      else places.set(word, [...place]);
    }
  }
  return {
    ids: [...kept.map((at) => block.ids[at] as string), ...fresh.map(({ id }) => id)],
    prints: Float64Array.from([
      ...kept.map((at) => block.prints[at] as number),
      ...fresh.map(({ print }) => print),
    ]),
    lengths: Uint16Array.from([
      ...kept.map((at) => block.lengths[at] as number),
      ...fresh.map(({ length }) => Math.min(length, 65_535)),
    ]),
    ...flatten(places),
  };
}

/** Entry and count by turns for each word that is left, entries under their new numbers. */
function keepPlaces(block: Block, kept: readonly number[]): Map<number, number[]> {
  const numbers = new Int32Array(block.ids.length).fill(-1);
  for (const [number, at] of kept.entries()) numbers[at] = number;
  const places = new Map<number, number[]>();
  let start = 0;
  for (const [at, word] of block.words.entries()) {
    const end = block.ends[at] as number;
    const list: number[] = [];
    for (let place = start; place < end; place += 1) {
      const number = numbers[block.entries[place] as number] as number;
      if (number >= 0) list.push(number, block.counts[place] as number);
    }
    if (list.length > 0) places.set(word, list);
    start = end;
  }
  return places;
}

function flatten(
  places: ReadonlyMap<number, readonly number[]>,
): Pick<Block, 'words' | 'ends' | 'entries' | 'counts'> {
  const words = Float64Array.from(places.keys()).sort();
  let size = 0;
  for (const list of places.values()) size += list.length / 2;
  const ends = new Uint32Array(words.length);
  const entries = new Uint16Array(size);
  const counts = new Uint8Array(size);
  let next = 0;
  for (const [at, word] of words.entries()) {
    const list = places.get(word) ?? [];
    for (let pair = 0; pair < list.length; pair += 2) {
      entries[next] = list[pair] as number;
      counts[next] = list[pair + 1] as number;
      next += 1;
    }
    ends[at] = next;
  }
  return { words, ends, entries, counts };
}

/** Where a word stands among the words of a block; −1 when it has none like it. */
export function findWord({ words }: Block, word: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = words[middle] as number;
    if (value === word) return middle;
    if (value < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** In how many entries of a block a word stands. */
export function countEntriesWith(block: Block, word: number): number {
  const at = findWord(block, word);
  if (at < 0) return 0;
  return (block.ends[at] as number) - (at === 0 ? 0 : (block.ends[at - 1] as number));
}

/** True for a block as this file makes them, whatever has happened to it on a disk. */
export function isBlock(value: unknown): value is Block {
  if (typeof value !== 'object' || value === null) return false;
  const { ids, prints, lengths, words, ends, entries, counts } = value as Partial<Block>;
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === 'string') &&
    prints instanceof Float64Array &&
    prints.length === ids.length &&
    lengths instanceof Uint16Array &&
    lengths.length === ids.length &&
    words instanceof Float64Array &&
    ends instanceof Uint32Array &&
    ends.length === words.length &&
    ends.every((end, at) => end > (at === 0 ? 0 : (ends[at - 1] as number))) &&
    entries instanceof Uint16Array &&
    entries.length === (ends.at(-1) ?? 0) &&
    entries.every((number) => number < ids.length) &&
    counts instanceof Uint8Array &&
    counts.length === entries.length
  );
}
