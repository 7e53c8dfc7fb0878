import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestContext } from '../testing/test-context.ts';
import type { TestContext } from '../testing/test-context.ts';
import { compactChanges, dropTombstones } from './compaction.ts';
import type { Sql } from './database.ts';

let context: TestContext;
beforeAll(async () => {
  context = await createTestContext('sqlite');
});
afterAll(() => context.close());

/** How SQLite goes about the statement that looks for a later change of the same record. */
async function explain(work: (sql: Sql) => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const noting =
    <T>(ask: (sql: string, params?: Parameters<Sql['all']>[1]) => Promise<T>) =>
    (sql: string, params?: Parameters<Sql['all']>[1]) => {
      asked.push(sql);
      return ask(sql, params);
    };
  const { all, get, run } = context.store;
  await work({ all: noting(all), get: noting(get), run: noting(run) });
  const statement = asked.find((sql) => sql.includes('change AS later')) ?? '';
  const params = Array.from(statement.matchAll(/\?/g), () => 1);
  const rows = await all(`EXPLAIN QUERY PLAN ${statement}`, params);
  return rows.map(({ detail }) => String(detail)).filter((step) => /\blater\b/.test(step));
}

// By the index of ages, a history of 8,000 changes held the server up for six seconds every hour.
it.each([
  ['compaction', (sql: Sql) => compactChanges(sql, 'team', 1, 200)],
  ['the removal of tombstones', (sql: Sql) => dropTombstones(sql, 'team', 1, 200)],
])('lets SQLite look for later changes by record in %s', async (_what, work) => {
  expect(await explain(work)).toEqual([expect.stringMatching(/ INDEX change_record .*id=\?/)]);
});
