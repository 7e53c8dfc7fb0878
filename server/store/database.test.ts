/** What both stores promise. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachStore } from '../testing/on-each-store.ts';
import { openDatabase } from '../testing/open-database.ts';
import { createTestClock } from '../testing/test-server.ts';
import { readNow, StoreUnavailableError } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';

onEachStore((store) => {
  let database: Database;
  const clock = createTestClock();
  beforeEach(async () => {
    database = await openDatabase(store, clock);
    await database.run('CREATE TABLE number (n BIGINT)');
  });
  afterEach(() => database.close());

  it('runs transactions of one key one after the other', async () => {
    await database.run('INSERT INTO number VALUES (0)');
    const add = () =>
      database.transaction(async (tx) => {
        const row = await tx.get('SELECT n FROM number');
        await tx.run('UPDATE number SET n = ?', [Number(row?.n) + 1]);
      }, 'key');
    await Promise.all(Array.from({ length: 50 }, add));
    expect(await database.get('SELECT n FROM number')).toEqual({ n: 50 });
  });

  it('leaves nothing of a transaction that failed', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.run('INSERT INTO number VALUES (1)');
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await database.all('SELECT n FROM number')).toEqual([]);
  });

  it('goes on after a transaction that failed', async () => {
    const fail = () => Promise.reject(new Error('at once'));
    await expect(database.transaction(fail, 'key')).rejects.toThrow('at once');
    await database.transaction((tx) => tx.run('INSERT INTO number VALUES (1)'), 'key');
    expect(await database.get('SELECT n FROM number')).toEqual({ n: 1 });
  });

  it('shows readers nothing that is not committed', async () => {
    const seen: unknown[] = [];
    await database.transaction(async (tx) => {
      await tx.run('INSERT INTO number VALUES (1)');
      seen.push(await database.all('SELECT n FROM number'));
    });
    seen.push(await database.all('SELECT n FROM number'));
    expect(seen).toEqual([[], [{ n: 1 }]]);
  });

  it('counts the rows that were changed', async () => {
    expect(await database.run('INSERT INTO number VALUES (1), (2)')).toBe(2);
    expect(await database.run('UPDATE number SET n = 3 WHERE n = ?', [9])).toBe(0);
  });

  it('gives the rows of a statement with RETURNING', async () => {
    const rows = await database.transaction((tx) =>
      tx.all('INSERT INTO number VALUES (?), (?) RETURNING n', [1, null]),
    );
    expect(rows).toEqual([{ n: 1 }, { n: null }]);
  });

  it('leaves a question mark in quotes alone', async () => {
    const row = await database.get(`SELECT 'why''s that?' AS "so?", CAST(? AS BIGINT) AS n`, [7]);
    expect(row).toEqual({ 'so?': "why's that?", n: 7 });
  });

  it('gives counts, sums, comparisons and large numbers as numbers', async () => {
    const large = Number.MAX_SAFE_INTEGER;
    await database.run('INSERT INTO number VALUES (?)', [large]);
    const row = await database.get(
      'SELECT n, COUNT(*) AS total, SUM(n) AS sum, MAX(n) > 1 AS more FROM number GROUP BY n',
    );
    expect(row).toEqual({ n: large, total: 1, sum: large, more: 1 });
  });

  it('takes any text, and gives JSON back as it was', async () => {
    await database.run('CREATE TABLE paper (plain TEXT, body TEXT)');
    const text = 'NUL \0, half a pair \uD83D, a whole one 😀, ‮right to left, a line\u2028';
    await database.run('INSERT INTO paper VALUES (?, ?)', [text, JSON.stringify(text)]);
    const row = await database.get('SELECT plain, body FROM paper');
    expect(JSON.parse(String(row?.body))).toBe(text);
    expect(String(row?.plain)).toContain('right to left');
  });

  it('tells the time by the given clock', async () => {
    clock.advance(5);
    expect(await readNow(database)).toBe(clock.now());
    await database.transaction(async (tx) => {
      clock.advance(5);
      expect(await readNow(tx)).toBe(clock.now());
    });
  });

  it('refuses work after it was closed', async () => {
    const closed = await openDatabase(store, clock);
    await closed.close();
    await expect(closed.run('DELETE FROM number')).rejects.toThrow(StoreUnavailableError);
    await expect(closed.transaction(async () => 1)).rejects.toThrow(StoreUnavailableError);
  });

  it('applies each migration once, whoever comes at the same time', async () => {
    await Promise.all([migrate(database), migrate(database), migrate(database)]);
    const applied = await database.all('SELECT version FROM migration ORDER BY version');
    expect(applied.slice(0, 2)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('leaves data of a newer version alone', async () => {
    await migrate(database);
    await database.run("INSERT INTO migration VALUES (999, 'future.sql', 0)");
    await expect(migrate(database)).rejects.toThrow('newer Hearback');
  });

  it('puts the team first in every key', async () => {
    await migrate(database);
    const listFirstKeys =
      store === 'sqlite'
        ? `SELECT t.name AS name, c.name AS first_key FROM sqlite_schema t
           JOIN pragma_table_info(t.name) c ON c.pk = 1 WHERE t.type = 'table'`
        : `SELECT table_name AS name, column_name AS first_key
           FROM information_schema.key_column_usage JOIN information_schema.table_constraints
             USING (constraint_schema, constraint_name, table_name)
           WHERE constraint_schema = current_schema() AND constraint_type = 'PRIMARY KEY' AND ordinal_position = 1`;
    const keys = await database.all(listFirstKeys);
    const others = keys.filter(({ first_key }) => first_key !== 'team_id');
    expect(keys.length).toBeGreaterThan(10);
    // Of the database as a whole, not of any team.
    expect(others.map(({ name }) => name).sort()).toEqual(['lineage', 'migration']);
  });
});
