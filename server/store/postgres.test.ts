/** What only a database that many processes share must bear. */
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { readNow, StoreUnavailableError } from './database.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { toNumbered } from './postgres-statements.ts';

it('numbers parameters outside quotes', () => {
  expect(toNumbered(`SELECT '?', "?", ? WHERE a = ? AND b = 'it''s ?'`)).toBe(
    `SELECT '?', "?", $1 WHERE a = $2 AND b = 'it''s ?'`,
  );
});

it('says when there is no database', async () => {
  const nowhere = openPostgres('postgres://postgres@127.0.0.1:1/none');
  await expect(nowhere).rejects.toThrow(StoreUnavailableError);
});

onPostgres(() => {
  let url: string;
  let database: Database;
  let other: Database;
  beforeEach(async () => {
    url = await (await needPostgres()).createDatabase();
    database = await openPostgres(url);
    other = await openPostgres(url);
    await database.run('CREATE TABLE number (id BIGINT PRIMARY KEY, n BIGINT)');
    await database.run('INSERT INTO number VALUES (1, 0), (2, 0)');
  });
  afterEach(async () => {
    await database.close();
    await other.close();
  });

  it('tells the time of the database where no clock is given', async () => {
    const first = await readNow(database);
    expect(first).toBeGreaterThan(1_700_000_000_000);
    expect(await readNow(database)).toBeGreaterThanOrEqual(first);
  });

  it('runs transactions of one key one after the other in two processes', async () => {
    const add = (store: Database) =>
      store.transaction(async (tx) => {
        const row = await tx.get('SELECT n FROM number WHERE id = 1');
        await tx.run('UPDATE number SET n = ? WHERE id = 1', [Number(row?.n) + 1]);
      }, 'team');
    await Promise.all(Array.from({ length: 60 }, (_, n) => add(n % 2 === 0 ? database : other)));
    expect(await database.get('SELECT n FROM number WHERE id = 1')).toEqual({ n: 60 });
  });

  it('serves other teams while one waits for a lock', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holder = other.transaction(() => held, 'busy');
    const waiting = Array.from({ length: 40 }, () => database.transaction(readNow, 'busy'));
    expect(await database.transaction(readNow, 'quiet')).toBeGreaterThan(0);
    letGo();
    await Promise.all([holder, ...waiting]);
  });

  it('runs a transaction again that lost in a deadlock', async () => {
    let runs = 0;
    let meet = 0;
    let release = () => {};
    const bothHold = new Promise<void>((resolve) => (release = resolve));
    const cross = (first: number, second: number) =>
      database.transaction(async (tx) => {
        runs += 1;
        await tx.run('UPDATE number SET n = n + 1 WHERE id = ?', [first]);
        meet += 1;
        if (meet === 2) release();
        await bothHold;
        await tx.run('UPDATE number SET n = n + 1 WHERE id = ?', [second]);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(await database.all('SELECT n FROM number')).toEqual([{ n: 2 }, { n: 2 }]);
    expect(runs).toBe(3);
  });

  it('gives up a transaction that loses five times, having written nothing', async () => {
    let runs = 0;
    const losing = database.transaction(async (tx) => {
      runs += 1;
      await tx.run('UPDATE number SET n = 99');
      await tx.run(`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$`);
    });
    await expect(losing).rejects.toThrow(StoreUnavailableError);
    expect(runs).toBe(5);
    expect(await database.get('SELECT n FROM number WHERE id = 1')).toEqual({ n: 0 });
  });

  it('says no to a commit that PostgreSQL turned into a rollback', async () => {
    const passedOver = database.transaction(async (tx) => {
      await tx.run('UPDATE number SET n = 5');
      await tx.run('SELECT nothing FROM nowhere').catch(() => undefined);
    });
    await expect(passedOver).rejects.toThrow('passed over');
    expect(await database.get('SELECT n FROM number WHERE id = 1')).toEqual({ n: 0 });
  });

  it('reads on after a migration has changed the table', async () => {
    const read = () => database.get('SELECT * FROM number WHERE id = ?', [1]);
    // Many at once, so that each connection keeps the statement.
    await Promise.all(Array.from({ length: 16 }, read));
    await other.run('ALTER TABLE number ADD COLUMN label TEXT');
    const rows = await Promise.all(Array.from({ length: 16 }, read));
    expect(rows).toEqual(rows.map(() => ({ id: 1, n: 0, label: null })));
  });

  it('outlives connections that end, in use or not', async () => {
    const killOthers = async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
      );
      await client.end();
    };
    const broken = database.transaction(async (tx) => {
      await tx.run('UPDATE number SET n = 7');
      await killOthers();
    });
    await expect(broken).rejects.toThrow(StoreUnavailableError);
    await killOthers();
    expect(await database.get('SELECT n FROM number WHERE id = 1')).toEqual({ n: 0 });
  });
});
