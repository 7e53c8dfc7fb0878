/**
 * Notes in the same transaction which entries of the library were written, whoever writes them, so that what was learned
 * of the library (`library-pieces.ts`) can follow, also after the worker was gone. What was learned of an entry that is
 * deleted goes with it.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { toLibraryBucket } from '#utils/model/library-bucket.ts';

/** Something that was learned of the library (`library-pieces.ts`), or what tells whether it still holds. */
export interface LibraryPieceRow {
  name: string;
  /** Changes with the way in which it is laid out. */
  format?: string;
  value: unknown;
}

/** An entry of the library that was written or deleted and that its piece has not been told of. */
export interface LibraryNewsRow {
  bucket: number;
  id: string;
  /** Different with each write. */
  mark: number;
}

/** Names of rows in `libraryPieces`. */
export const ANSWERS = 'answers';
export const toPieceName = (bucket: number) => `piece ${bucket}`;
/** Changes when the library was emptied: nothing that was learned before holds any more. */
export const ERA = 'era';
/** Changes when anything was deleted. */
export const DELETED = 'deleted';

const LIBRARY = 'library';
const NEWS = 'libraryNews';
const PIECES = 'libraryPieces';

/** Different each time. */
export const createMark = () => Math.random();

export const libraryNewsMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'libraryNews',
  create(core) {
    // An upgrade from an older version writes before these tables are there; then all is learned anew anyway.
    if (!core.schema.tables.some(({ name }) => name === NEWS)) return core;
    const library = core.table(LIBRARY);
    const noting: DBCoreTable = {
      ...library,
      async mutate(request) {
        const result = await library.mutate(request);
        await note(core, request);
        return result;
      },
    };
    return {
      ...core,
      transaction(stores, mode, options) {
        const all =
          mode === 'readwrite' && stores.includes(LIBRARY)
            ? [...new Set([...stores, NEWS, PIECES])]
            : stores;
        return core.transaction(all, mode, options);
      },
      table: (name) => (name === LIBRARY ? noting : core.table(name)),
    };
  },
};

async function note(core: DBCore, request: DBCoreMutateRequest): Promise<void> {
  const { trans, type } = request;
  const [news, pieces] = [core.table(NEWS), core.table(PIECES)];
  const mark = createMark();
  if (type === 'deleteRange') {
    // All of it in practice.
    await news.mutate({ trans, type, range: ANY });
    await pieces.mutate({ trans, type, range: ANY });
    await pieces.mutate({ trans, type: 'put', values: [{ name: ERA, value: mark }] });
    return;
  }
  const ids: string[] =
    type === 'delete' ? request.keys : request.values.map(({ id }: { id: string }) => id);
  const values: LibraryNewsRow[] = ids.map((id) => ({ bucket: toLibraryBucket(id), id, mark }));
  await news.mutate({ trans, type: 'put', values });
  if (type !== 'delete') return;
  const learned = new Set(values.map(({ bucket }) => toPieceName(bucket)));
  await pieces.mutate({ trans, type, keys: [...learned, ANSWERS] });
  await pieces.mutate({ trans, type: 'put', values: [{ name: DELETED, value: mark }] });
}

// Dexie's `DBCoreRangeType.Any`, which it exports as a type alone.
const ANY = { type: 3, lower: undefined, upper: undefined };
