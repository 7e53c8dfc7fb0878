import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { StoreUnavailableError } from './database.ts';
import type { Database, Row, Sql, SqlValue } from './database.ts';
import { keepPrivate } from './private-file.ts';
import { createLogScrubber, emptyLog, inASecond } from './sqlite-log.ts';
import { createTurns, runEach } from './turns.ts';

/** How long a statement waits for another process's short write (`hearback invite`), ms. */
const BUSY_TIMEOUT_MS = 5_000;
/** SQLite's primary result codes BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const UNAVAILABLE_CODES = new Set([5, 6, 8, 10, 13, 14]);
/** All writers have their turn under one key, for there is one connection that writes. */
const WRITER = 'writer';

/**
 * Opens one SQLite file: WAL, and every commit synced to disk before it is answered. Writers queue on one
 * connection; reads go through a second one, so they never see a transaction that is still open. `later` is when to
 * empty the log once more. Throws what SQLite throws when the file cannot be opened.
 */
export function openSqlite(path: string, clock: Clock, later = inASecond): Database {
  keepPrivate(path);
  const writer = connect(path, clock, false);
  writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  // What is deleted is overwritten, so that erased words are not in the file any more.
  writer.exec('PRAGMA secure_delete = ON');
  const reader = connect(path, clock, true);
  const writes = toSql(writer);
  const reads = toSql(reader);
  const turns = createTurns((works) => runTransaction(writer, writes, works));
  const log = createLogScrubber(() => guarded(() => emptyLog(writer)), turns, WRITER, later);
  let isClosed = false;

  async function transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    if (isClosed) throw new StoreUnavailableError('closed');
    return turns.take(WRITER, work);
  }

  return {
    all: reads.all,
    get: reads.get,
    run: (sql, params) => transaction((tx) => tx.run(sql, params)),
    transaction,
    scrub: async () => {
      if (isClosed) throw new StoreUnavailableError('closed');
      await log.scrub();
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await turns.settle(WRITER);
      reader.close();
      log.finish();
      writer.close();
    },
  };
}

function connect(path: string, clock: Clock, readOnly: boolean): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, readOnly });
  connection.function('db_now', () => clock.now());
  return connection;
}

async function runTransaction(
  connection: DatabaseSync,
  tx: Sql,
  works: readonly ((tx: Sql) => Promise<unknown>)[],
): Promise<unknown[]> {
  guarded(() => connection.exec('BEGIN IMMEDIATE'));
  try {
    const values = await runEach(works, tx);
    guarded(() => connection.exec('COMMIT'));
    return values;
  } catch (error) {
    // A full disk may have rolled back by itself already.
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function toSql(connection: DatabaseSync): Sql {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: async (sql, params = []) => guarded(() => prepare(sql).all(...params) as Row[]),
    get: async (sql, params = []) => guarded(() => (prepare(sql).get(...params) as Row) ?? null),
    run: async (sql, params: readonly SqlValue[] = []) =>
      guarded(() => Number(prepare(sql).run(...params).changes)),
  };
}

function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = (error as { errcode?: number }).errcode;
    if (code !== undefined && UNAVAILABLE_CODES.has(code & 0xff)) {
      throw new StoreUnavailableError(error);
    }
    throw error;
  }
}
