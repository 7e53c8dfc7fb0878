/**
 * Keeps the library's search index in step with the library, over lives of the worker: pieces of it are loaded as they
 * were saved, and only what was written since is read again.
 */
import { readEra, findNews, loadPieces, readNews, savePiece } from '#utils/db/library-pieces.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { LIBRARY_BUCKETS, toLibraryBucket } from '#utils/model/library-bucket.ts';
import { ANSWER_MODEL_FORMAT } from '#utils/replies/answers/answer-model.ts';
import { INDEX_FORMAT, toEntryWords, type EntryWords } from '#utils/replies/index/entry-words.ts';
import {
  changePiece,
  EMPTY_PIECE,
  isPiece,
  LibraryIndex,
} from '#utils/replies/index/library-index.ts';
import type { GiveWay } from '#utils/platform/pace.ts';

const READ_AT_ONCE = 200;

/** The index as far as it has come. */
export interface KeptIndex {
  era: number;
  index: LibraryIndex;
  /** Buckets of which nothing is kept yet. */
  missing: Set<number>;
  /** Buckets whose piece differs from the kept one. */
  unsaved: Set<number>;
  /** What was kept of the answers, unchecked. */
  answers: unknown;
}

/** The index as it was saved. */
export async function loadIndex(db: HearbackDb): Promise<KeptIndex> {
  const formats = { piece: INDEX_FORMAT, answers: ANSWER_MODEL_FORMAT };
  const { era, pieces, answers } = await loadPieces(db, LIBRARY_BUCKETS, formats);
  const index = new LibraryIndex();
  const missing = new Set<number>();
  for (let bucket = 0; bucket < LIBRARY_BUCKETS; bucket += 1) {
    const piece = pieces.get(bucket);
    if (isPiece(piece)) index.put(bucket, piece);
    else missing.add(bucket);
  }
  return { era, index, missing, unsaved: new Set(), answers };
}

/** Whether the index says all that the library does. */
export async function isUpToDate(db: HearbackDb, { missing }: KeptIndex): Promise<boolean> {
  return missing.size === 0 && (await findNews(db)) === null;
}

/**
 * Brings the index up to the library, in slices, news first. Returns false if the library was emptied or went on
 * changing meanwhile: then it is to be called again.
 */
export async function catchUp(db: HearbackDb, kept: KeptIndex, giveWay: GiveWay): Promise<boolean> {
  const done = new Set<number>();
  let idsByBucket: Map<number, string[]> | null = null;
  let isWhole = true;
  for (;;) {
    const bucket =
      (await findNews(db, done)) ?? [...kept.missing].find((one) => !done.has(one)) ?? null;
    if (bucket === null) return isWhole;
    done.add(bucket);
    const isMissing = kept.missing.has(bucket);
    if (isMissing) idsByBucket ??= await readIds(db);
    const known = isMissing ? (idsByBucket?.get(bucket) ?? []) : [];
    if (!(await tell(db, kept, bucket, known, giveWay))) isWhole = false;
    if ((await readEra(db)) !== kept.era) return false;
  }
}

async function readIds(db: HearbackDb): Promise<Map<number, string[]>> {
  return Map.groupBy(await db.library.toCollection().primaryKeys(), toLibraryBucket);
}

/** Tells one piece what was written; `known` are the ids of its entries where it is to be made from nothing. */
async function tell(
  db: HearbackDb,
  kept: KeptIndex,
  bucket: number,
  known: readonly string[],
  giveWay: GiveWay,
): Promise<boolean> {
  const { era, index, missing, unsaved } = kept;
  const isMissing = missing.has(bucket);
  const news = await readNews(db, bucket);
  const ids = [...new Set([...known, ...news.map(({ id }) => id)])];
  const gone = new Set<string>();
  const told: EntryWords[] = [];
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const asked = ids.slice(from, from + READ_AT_ONCE);
    const rows = await db.library.bulkGet(asked);
    for (const [at, row] of rows.entries()) {
      if (row) told.push(toEntryWords(row.body));
      else gone.add(asked[at] as string);
      await giveWay();
    }
  }
  const before = isMissing ? EMPTY_PIECE : index.pieceOf(bucket);
  const piece = changePiece(before, gone, told);
  if ((await readEra(db)) !== era) return false;
  index.put(bucket, piece);
  missing.delete(bucket);
  if (isMissing || piece !== before || gone.size > 0) unsaved.add(bucket);
  const value = unsaved.has(bucket) ? piece : undefined;
  const isSaved = await savePiece(db, { bucket, era, format: INDEX_FORMAT, value }, news);
  if (isSaved) unsaved.delete(bucket);
  return isSaved;
}
