import { Pool, types } from 'pg';
import type { PoolClient, QueryResult } from 'pg';
import type { Clock } from '../clock.ts';
import { StoreUnavailableError } from './database.ts';
import type { Database, Row, Sql, SqlValue } from './database.ts';
import { ConflictError, StalePlanError, toStoreError } from './postgres-errors.ts';
import { toLockNumber, toPrepared, toStorable } from './postgres-statements.ts';
import { createTurns, runEach } from './turns.ts';

/** Connections of one process; three processes and their tools stay below PostgreSQL's usual 100. */
const CONNECTIONS_MAX = 16;
/** How long to wait for a connection, ms. */
const CONNECT_MS = 3_000;
/** After this PostgreSQL ends a statement, ms; waiting for one's turn is one too. */
const STATEMENT_MS = 8_000;
/** After this we give a connection up that says nothing at all, ms. */
const SILENCE_MS = 9_000;
/** After this PostgreSQL ends the transaction of a process that stands still, ms; its locks hold up a team. */
const STANDSTILL_MS = 15_000;
/** How often a transaction that lost to another one is run (reliability.md F22). */
const ATTEMPTS = 5;
/** The longest wait before the second attempt, ms; it grows with each further one. */
const JITTER_MS = 20;

/** `db_now()`, by the database's own clock unless a test has set another one for the connection. */
const NOW_FUNCTION = `CREATE FUNCTION db_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS $now$
  SELECT COALESCE(NULLIF(current_setting('hearback.now', true), '')::BIGINT,
    (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT) $now$`;

const SET_NOW = {
  name: 'set_now',
  text: "SELECT set_config('hearback.now', $1, false)",
};

/**
 * Opens a PostgreSQL database through a pool of connections. READ COMMITTED; a transaction that loses to another
 * one is run again, so that its `work` may run several times. Given a clock, `db_now()` follows it (for tests).
 * Throws `StoreUnavailableError` when the database cannot be reached.
 */
export async function openPostgres(url: string, clock?: Clock): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'hearback',
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: STANDSTILL_MS,
    keepAlive: true,
    types: { getTypeParser: toParser as typeof types.getTypeParser },
  });
  // A connection that dies while nobody uses it is replaced at the next use; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // A busy team takes one connection of this process, not all.
  const turns = createTurns((works, key) =>
    retrying(() => runTransaction(pool, clock, (tx) => runEach(works, tx), key)),
  );

  async function transaction<T>(work: (tx: Sql) => Promise<T>, serialKey?: string): Promise<T> {
    if (serialKey !== undefined) return turns.take(serialKey, work);
    return retrying(() => runTransaction(pool, clock, work, undefined));
  }

  const one = <T>(use: (sql: Sql) => Promise<T>) =>
    retrying(() => withClient(pool, (client) => use(toSql(client, clock))));
  const database: Database = {
    all: (sql, params) => one((client) => client.all(sql, params)),
    get: (sql, params) => one((client) => client.get(sql, params)),
    run: (sql, params) => one((client) => client.run(sql, params)),
    transaction,
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
  try {
    await ensureClock(database);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

async function ensureClock(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const row = await tx.get("SELECT to_regprocedure('db_now()')::TEXT AS known");
    if (row?.known === null) await tx.run(NOW_FUNCTION);
  }, 'migration');
}

/** BIGINT, NUMERIC (sums) and BOOLEAN as the numbers that SQLite gives; all our numbers are safe integers. */
function toParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number;
  if (oid === types.builtins.BOOL) return (value) => (value === 't' ? 1 : 0);
  return types.getTypeParser(oid, format);
}

async function retrying<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      // Its connection is gone, so this comes to an end.
      if (error instanceof StalePlanError) continue;
      if (!(error instanceof ConflictError)) throw error;
      if (attempt >= ATTEMPTS) throw new StoreUnavailableError(error);
      const waitMs = Math.random() * JITTER_MS * attempt;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

async function runTransaction<T>(
  pool: Pool,
  clock: Clock | undefined,
  work: (tx: Sql) => Promise<T>,
  serialKey: string | undefined,
): Promise<T> {
  return withClient(pool, async (client) => {
    const begin =
      serialKey === undefined
        ? 'BEGIN'
        : `BEGIN; SELECT pg_advisory_xact_lock(${toLockNumber(serialKey)})`;
    await guarded(client.query(begin));
    try {
      const value = await work(toSql(client, clock));
      const { command } = await guarded(client.query('COMMIT'));
      // PostgreSQL answers so, without an error, when a statement failed and `work` did not pass it on.
      if (command === 'ROLLBACK') throw new Error('A failed statement was passed over.');
      return value;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) await guarded(client.query('ROLLBACK'));
      throw error;
    }
  });
}

/** Lends a connection; one that failed us is not used again. */
async function withClient<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await guarded(pool.connect());
  let isBroken = false;
  try {
    return await use(client);
  } catch (error) {
    isBroken = error instanceof StoreUnavailableError || error instanceof StalePlanError;
    throw error;
  } finally {
    client.release(isBroken);
  }
}

function toSql(client: PoolClient, clock: Clock | undefined): Sql {
  async function query(sql: string, params: readonly SqlValue[] = []): Promise<QueryResult<Row>> {
    if (clock) await guarded(client.query({ ...SET_NOW, values: [String(clock.now())] }));
    return guarded(client.query<Row>({ ...toPrepared(sql), values: params.map(toStorable) }));
  }
  return {
    all: async (sql, params) => (await query(sql, params)).rows,
    get: async (sql, params) => (await query(sql, params)).rows[0] ?? null,
    run: async (sql, params) => (await query(sql, params)).rowCount ?? 0,
  };
}

async function guarded<T>(driven: Promise<T>): Promise<T> {
  try {
    return await driven;
  } catch (error) {
    throw toStoreError(error);
  }
}
