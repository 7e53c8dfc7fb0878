import type { Database, Sql } from '#server/store/database.ts';

/** Changes a statement before the store sees it. */
export type Rewrite = (sql: string) => string;

/** The store with every statement rewritten: how tests shorten leases and make mutants. */
export function rewriteStatements(store: Database, rewrite: Rewrite): Database {
  const toSql = (sql: Sql): Sql => ({
    all: (text, params) => sql.all(rewrite(text), params),
    get: (text, params) => sql.get(rewrite(text), params),
    run: (text, params) => sql.run(rewrite(text), params),
  });
  return {
    ...store,
    ...toSql(store),
    transaction: (work, serialKey) => store.transaction((tx) => work(toSql(tx)), serialKey),
  };
}

/** Claims last so many ms, for tests that cannot wait ten minutes. */
export function leaseOf(ms: number): Rewrite {
  return (sql) =>
    sql.replaceAll(
      'lease_until = db_now() + ?',
      `lease_until = db_now() + ${ms} + 0 * CAST(? AS BIGINT)`,
    );
}
