import type { LibraryEntry } from '#utils/model/library.ts';
import { LIBRARY_BUCKETS } from '#utils/model/library-bucket.ts';
import type { WordCounts } from '#utils/text/word-weights.ts';
import { changeBlock, countEntriesWith, EMPTY_BLOCK, isBlock, type Block } from './block.ts';
import { toHandleHash, toWordHash, type EntryWords } from './entry-words.ts';
import { searchBlocks, type SimilarPost } from './search-blocks.ts';

/** The words of the entries of one bucket, apart by kind: each kind is searched by itself. */
export interface Piece {
  reply: Block;
  snippet: Block;
}

/** A piece of no entries. */
export const EMPTY_PIECE: Piece = { reply: EMPTY_BLOCK, snippet: EMPTY_BLOCK };
// Counts that are remembered until the index changes.
const KNOWN_MAX = 20_000;

const noPieces = (): Piece[] => Array.from({ length: LIBRARY_BUCKETS }, () => EMPTY_PIECE);

/** Finds entries of the library by their words; holds no entry itself. */
export class LibraryIndex implements WordCounts {
  #pieces = noPieces();
  readonly #known = new Map<number, number>();
  #texts = 0;

  /** How many entries it knows. */
  get texts(): number {
    return this.#texts;
  }

  pieceOf(bucket: number): Piece {
    return this.#pieces[bucket] ?? EMPTY_PIECE;
  }

  put(bucket: number, piece: Piece): void {
    this.#texts += sizeOf(piece) - sizeOf(this.pieceOf(bucket));
    this.#pieces[bucket] = piece;
    this.#known.clear();
  }

  clear(): void {
    this.#texts = 0;
    this.#pieces = noPieces();
    this.#known.clear();
  }

  /** At most `count` entries of a kind that have some of the `stems`, the most similar first. */
  find(kind: LibraryEntry['kind'], stems: readonly string[], count: number): SimilarPost[] {
    return searchBlocks(
      this.#pieces.map((piece) => piece[kind]),
      stems,
      count,
    );
  }

  textsWith(stem: string): number {
    return this.#count(toWordHash(stem));
  }

  /** In how many entries a handle (with `@`) stands. */
  textsWithHandle(handle: string): number {
    return this.#count(toHandleHash(handle));
  }

  #count(hash: number): number {
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    const texts = this.#pieces.reduce(
      (sum, { reply, snippet }) =>
        sum + countEntriesWith(reply, hash) + countEntriesWith(snippet, hash),
      0,
    );
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.set(hash, texts);
    return texts;
  }
}

function sizeOf({ reply, snippet }: Piece): number {
  return reply.ids.length + snippet.ids.length;
}

/**
 * A piece without the entries that are `gone`, and with the words of those `told`, which take the place of what it had of
 * them. The same piece where nothing of that is new to it.
 */
export function changePiece(
  piece: Piece,
  gone: ReadonlySet<string>,
  told: readonly EntryWords[],
): Piece {
  const prints = new Map<string, string>();
  for (const kind of ['reply', 'snippet'] as const) {
    for (const [at, id] of piece[kind].ids.entries()) {
      prints.set(id, `${kind} ${piece[kind].prints[at]}`);
    }
  }
  const fresh = told.filter(({ id, kind, print }) => prints.get(id) !== `${kind} ${print}`);
  const left = new Set([...gone].filter((id) => prints.has(id)));
  if (fresh.length === 0 && left.size === 0) return piece;
  // What has become of the other kind is gone from here.
  const replaced = new Set([...left, ...fresh.map(({ id }) => id)]);
  const ofKind = (kind: LibraryEntry['kind']) => fresh.filter((one) => one.kind === kind);
  return {
    reply: changeBlock(piece.reply, replaced, ofKind('reply')),
    snippet: changeBlock(piece.snippet, replaced, ofKind('snippet')),
  };
}

/** True for a piece that can be searched, whatever has happened to it on a disk. */
export function isPiece(value: unknown): value is Piece {
  if (typeof value !== 'object' || value === null) return false;
  const { reply, snippet } = value as Partial<Piece>;
  return isBlock(reply) && isBlock(snippet);
}
