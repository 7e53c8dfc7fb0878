/**
 * A table of the database in memory, kept as it is: for views that search or count tens of thousands of records while
 * somebody types. It is read once, in pages, and after that only what has changed is read.
 */
import type { Dexie, EntityTable } from 'dexie';
import { watchTable } from './table-changes.ts';

/** Records that are read at once: some milliseconds. */
const PAGE = 500;

export interface TableMirrorOptions<Row> {
  /** Records that are wanted before all others. */
  first?(): Promise<Row[]>;
  /** Called after each page and each change. */
  onChange(): void;
  onError(error: unknown): void;
  /** Gives way to other work between two pages. */
  giveWay(): Promise<void>;
}

export interface TableMirror<Row> {
  rows: ReadonlyMap<string, Row>;
  /** Whether all records are there. */
  isWhole(): boolean;
  close(): void;
}

/** Begins to mirror a table whose primary key is `id`. */
export function mirrorTable<Row extends { id: string }>(
  db: Dexie,
  table: EntityTable<Row, 'id'>,
  { first, onChange, onError, giveWay }: TableMirrorOptions<Row>,
): TableMirror<Row> {
  type Keys = Parameters<typeof table.bulkGet>[0];
  const rows = new Map<string, Row>();
  let isWhole = false;
  let isClosed = false;
  let work = Promise.resolve();

  const inTurn = (step: () => Promise<void>) => {
    work = work.then(async () => {
      if (!isClosed) await step();
    });
    work = work.catch(onError);
  };
  const take = (found: readonly (Row | undefined)[], ids: readonly string[]) => {
    found.forEach((row, at) => {
      const id = ids[at];
      if (row) rows.set(row.id, row);
      else if (id !== undefined) rows.delete(id);
    });
  };
  const readPage = async (after: string | null) => {
    const rest = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    return (await rest.limit(PAGE).toArray()) as Row[];
  };
  const readAll = async () => {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const page: Row[] = await readPage(after);
      if (isClosed) return;
      for (const row of page) {
        rows.set(row.id, row);
        seen.add(row.id);
      }
      after = page.length < PAGE ? null : (page.at(-1)?.id ?? null);
      onChange();
      await giveWay();
    } while (after !== null);
    if (isClosed) return;
    for (const id of rows.keys()) if (!seen.has(id)) rows.delete(id);
    isWhole = true;
    onChange();
  };
  const readSome = async (ids: readonly string[]) => {
    for (let from = 0; from < ids.length; from += PAGE) {
      const part = ids.slice(from, from + PAGE);
      take((await table.bulkGet(part as Keys)) as (Row | undefined)[], part);
    }
    onChange();
  };

  const unwatch = watchTable(db, table, (ids) => {
    inTurn(() => (ids === null ? readAll() : readSome(ids)));
  });

  inTurn(async () => {
    if (!first) return;
    take(await first(), []);
    onChange();
  });
  inTurn(readAll);
  return {
    rows,
    isWhole: () => isWhole,
    close() {
      isClosed = true;
      unwatch();
    },
  };
}
