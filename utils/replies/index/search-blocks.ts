import { countEntriesWith, findWord, type Block } from './block.ts';
import { toWordHash } from './entry-words.ts';
import { TopList } from './top-list.ts';

/** An entry that has some of the words asked for. */
export interface SimilarPost {
  /** Of the entry. */
  id: string;
  /** BM25+ times the number of words found, above 0. */
  score: number;
  /** Stems of those asked for that it has. */
  terms: readonly string[];
}

interface Hit {
  id: string;
  score: number;
  block: Block;
  entry: number;
  terms: string[];
}

/** A word asked for, and what it is worth where it stands. */
interface Asked {
  stem: string;
  hash: number;
  rarity: number;
}

// BM25+ with the parameters of minisearch, whose results these are (`search-blocks.test.ts`).
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** At most `count` entries that have some of the `stems`, the most similar first. */
export function searchBlocks(
  blocks: readonly Block[],
  stems: readonly string[],
  count: number,
): SimilarPost[] {
  if (count < 1) return [];
  let total = 0;
  let words = 0;
  let largest = 0;
  for (const { lengths } of blocks) {
    total += lengths.length;
    largest = Math.max(largest, lengths.length);
    for (const length of lengths) words += length;
  }
  const asked = toAsked(blocks, stems, total);
  const top = new TopList<Hit>(count);
  const scores = new Float64Array(largest);
  const found = new Uint16Array(largest);
  const touched = new Uint16Array(largest);
  for (const block of blocks) {
    let marked = 0;
    for (const { hash, rarity } of asked) {
      const at = findWord(block, hash);
      if (at < 0) continue;
      const end = block.ends[at] as number;
      for (let place = at === 0 ? 0 : (block.ends[at - 1] as number); place < end; place += 1) {
        const times = block.counts[place] as number;
        const entry = block.entries[place] as number;
        const length = ((block.lengths[entry] as number) * total) / words;
        if (found[entry] === 0) {
          touched[marked] = entry;
          marked += 1;
        }
        found[entry] = (found[entry] as number) + 1;
        scores[entry] =
          (scores[entry] as number) +
          rarity * (D + (times * (K + 1)) / (times + K * (1 - B + B * length)));
      }
    }
    for (let next = 0; next < marked; next += 1) {
      const entry = touched[next] as number;
      const score = (scores[entry] as number) * (found[entry] as number);
      if (score >= top.lowest) {
        top.take({ id: block.ids[entry] as string, score, block, entry, terms: [] });
      }
      scores[entry] = 0;
      found[entry] = 0;
    }
  }
  const hits = top.toSorted();
  findTerms(hits, asked);
  return hits.map(({ id, score, terms }) => ({ id, score, terms }));
}

function toAsked(blocks: readonly Block[], stems: readonly string[], total: number): Asked[] {
  return [...new Set(stems)].flatMap((stem) => {
    const hash = toWordHash(stem);
    const having = blocks.reduce((sum, block) => sum + countEntriesWith(block, hash), 0);
    const rarity = Math.log(1 + (total - having + 0.5) / (having + 0.5));
    return having === 0 ? [] : [{ stem, hash, rarity }];
  });
}

/** Looked for at the end, for the best alone. */
function findTerms(hits: readonly Hit[], asked: readonly Asked[]): void {
  for (const [block, ofBlock] of Map.groupBy(hits, (hit) => hit.block)) {
    const byEntry = new Map(ofBlock.map((hit) => [hit.entry, hit]));
    for (const { stem, hash } of asked) {
      const at = findWord(block, hash);
      if (at < 0) continue;
      const start = at === 0 ? 0 : (block.ends[at - 1] as number);
      const having = block.entries.subarray(start, block.ends[at]);
      for (const [entry, hit] of byEntry) if (hasEntry(having, entry)) hit.terms.push(stem);
    }
  }
}

/** `entries` ascend. */
function hasEntry(entries: Uint16Array, wanted: number): boolean {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return entries[low] === wanted;
}
