/**
 * The door to SQL. Statements use `?` parameters and the subset that SQLite and PostgreSQL share
 * (`INSERT … ON CONFLICT`, `UPDATE … RETURNING`), and read the time only as `db_now()`: the database's clock, ms.
 */

/** What a column may hold. Yes and no are 1 and 0; structures are JSON text. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

export interface Sql {
  /** All rows, also of a statement with `RETURNING`. */
  all(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, or null. */
  get(sql: string, params?: readonly SqlValue[]): Promise<Row | null>;
  /** The number of rows that were changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
}

/** Outside a transaction, reads see only what is committed, and each `run` is a transaction of its own. */
export interface Database extends Sql {
  /**
   * Commits and syncs to disk when `work` resolves, rolls back when it rejects. Transactions with the same
   * `serialKey` (a team's id) run one after the other, in all processes; without one, other writers may come
   * between its statements. `work` may run again when it lost to another transaction, so it leaves nothing behind
   * but through `tx`; and it awaits nothing but `tx`, for others wait for it.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>, serialKey?: string): Promise<T>;
  /**
   * Makes deleted words unreadable in files that still hold them, where that is for us to do. Waits for nobody: while
   * others read an older state, it resolves, and goes on trying by itself.
   */
  scrub?(): Promise<void>;
  /** Waits for writers under way, then closes. Later calls reject. */
  close(): Promise<void>;
}

/** The store cannot serve now (disk full, locked, broken); nothing was written, trying again later is right. */
export class StoreUnavailableError extends Error {
  constructor(cause: unknown) {
    super('The store cannot be used now.', { cause });
    this.name = 'StoreUnavailableError';
  }
}

/** The database's clock, ms. */
export async function readNow(sql: Sql): Promise<number> {
  return Number((await sql.get('SELECT db_now() AS now'))?.now);
}
