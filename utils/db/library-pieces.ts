/**
 * What was learned of the library and is kept between lives of the worker: its search index in pieces, and a model of
 * its answers. The values belong to whoever learned them; here they only stay true: a kept piece with the news of its
 * bucket is the library, and nothing that is kept knows of an entry that was deleted.
 */
import { Dexie } from 'dexie';
import {
  ANSWERS,
  createMark,
  DELETED,
  ERA,
  toPieceName,
  type LibraryNewsRow,
} from './library-news.ts';
import type { HearbackDb } from './schema.ts';

/** By name, of the format that is asked for. */
export interface KeptPieces {
  era: number;
  /** By bucket; absent where nothing is kept. */
  pieces: ReadonlyMap<number, unknown>;
  answers: unknown;
}

/** Reads all that is kept; what is of another format is left out. */
export function loadPieces(
  db: HearbackDb,
  buckets: number,
  formats: { piece: string; answers: string },
): Promise<KeptPieces> {
  return db.transaction('rw', db.libraryPieces, async () => {
    const rows = new Map((await db.libraryPieces.toArray()).map((row) => [row.name, row]));
    let era = rows.get(ERA)?.value;
    if (typeof era !== 'number') {
      era = createMark();
      await db.libraryPieces.put({ name: ERA, value: era });
    }
    const valueOf = (name: string, format: string) => {
      const row = rows.get(name);
      return row?.format === format ? row.value : undefined;
    };
    const pieces = Array.from({ length: buckets }, (_, bucket) => bucket).flatMap((bucket) => {
      const value = valueOf(toPieceName(bucket), formats.piece);
      return value === undefined ? [] : ([[bucket, value]] as const);
    });
    return {
      era: era as number,
      pieces: new Map(pieces),
      answers: valueOf(ANSWERS, formats.answers),
    };
  });
}

/** Which library it is: another number once it was emptied; null before anything was loaded of it. */
export async function readEra(db: HearbackDb): Promise<number | null> {
  const row = await db.libraryPieces.get(ERA);
  return typeof row?.value === 'number' ? row.value : null;
}

/** A bucket that has news; null when none has, or none but those in `done`. */
export async function findNews(
  db: HearbackDb,
  done: ReadonlySet<number> = new Set(),
): Promise<number | null> {
  for (let from = 0; ;) {
    const next = await db.libraryNews
      .where('[bucket+id]')
      .aboveOrEqual([from, Dexie.minKey])
      .first();
    if (!next) return null;
    if (!done.has(next.bucket)) return next.bucket;
    from = next.bucket + 1;
  }
}

/** Entries of a bucket that were written since its piece was saved. */
export function readNews(db: HearbackDb, bucket: number): Promise<LibraryNewsRow[]> {
  return db.libraryNews
    .where('[bucket+id]')
    .between([bucket, Dexie.minKey], [bucket, Dexie.maxKey])
    .toArray();
}

/**
 * Keeps a piece that knows of all the news `told`; undefined as a value: what is kept is right already. Returns false, and
 * keeps nothing, if more has happened meanwhile: then it has to be told of that first.
 */
export function savePiece(
  db: HearbackDb,
  piece: { bucket: number; era: number; format: string; value: unknown },
  told: readonly LibraryNewsRow[],
): Promise<boolean> {
  const { bucket, era, format, value } = piece;
  const marks = new Map(told.map(({ id, mark }) => [id, mark]));
  return db.transaction('rw', db.libraryPieces, db.libraryNews, async () => {
    if ((await readEra(db)) !== era) return false;
    const news = await readNews(db, bucket);
    if (news.some(({ id, mark }) => marks.get(id) !== mark)) return false;
    if (value !== undefined) {
      await db.libraryPieces.put({ name: toPieceName(bucket), format, value });
    }
    await db.libraryNews.bulkDelete(news.map(({ id }) => [bucket, id]));
    return true;
  });
}

/** Changes with every deletion. To be read before what is learned from. */
export async function readDeletions(db: HearbackDb): Promise<string> {
  const rows = await db.libraryPieces.bulkGet([ERA, DELETED]);
  return rows.map((row) => String(row?.value)).join();
}

/** Keeps what was learned of the answers, unless anything was deleted since. Returns whether it did. */
export function saveAnswers(
  db: HearbackDb,
  answers: { deletions: string; format: string; value: unknown },
): Promise<boolean> {
  const { deletions, format, value } = answers;
  return db.transaction('rw', db.libraryPieces, async () => {
    if ((await readDeletions(db)) !== deletions) return false;
    await db.libraryPieces.put({ name: ANSWERS, format, value });
    return true;
  });
}
