import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { createTestClock } from '../testing/test-server.ts';
import { readNow, StoreUnavailableError } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let path: string;
let database: Database;
const clock = createTestClock();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-store-'));
  path = join(folder, 'team.sqlite');
  database = openSqlite(path, clock);
  await database.run('CREATE TABLE number (n BIGINT)');
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('runs transactions one after the other', async () => {
  await database.run('INSERT INTO number VALUES (0)');
  const add = () =>
    database.transaction(async (tx) => {
      const row = await tx.get('SELECT n FROM number');
      await tx.run('UPDATE number SET n = ?', [Number(row?.n) + 1]);
    });
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

it('shows readers nothing that is not committed', async () => {
  const seen: unknown[] = [];
  await database.transaction(async (tx) => {
    await tx.run('INSERT INTO number VALUES (1)');
    seen.push(await database.all('SELECT n FROM number'));
  });
  seen.push(await database.all('SELECT n FROM number'));
  expect(seen).toEqual([[], [{ n: 1 }]]);
});

it('syncs every commit to disk', async () => {
  await database.transaction(async (tx) => {
    expect(await tx.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(await tx.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await tx.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  });
});

it('tells the time by the given clock', async () => {
  clock.advance(5);
  expect(await readNow(database)).toBe(clock.now());
});

it('refuses work after it was closed', async () => {
  await database.close();
  await expect(database.run('DELETE FROM number')).rejects.toThrow(StoreUnavailableError);
});

it('applies each migration once', async () => {
  await migrate(database);
  await migrate(database);
  const applied = await database.all('SELECT version FROM migration ORDER BY version');
  expect(applied).toEqual([{ version: 1 }, { version: 2 }]);
});

it('leaves data of a newer version alone', async () => {
  await migrate(database);
  await database.run("INSERT INTO migration VALUES (999, 'future.sql', 0)");
  await expect(migrate(database)).rejects.toThrow('newer Hearback');
});

it('puts the team first in every key', async () => {
  await migrate(database);
  const tables = await database.all(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('migration', 'number')",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const columns = await database.all(
      `SELECT name FROM pragma_table_info('${name}') WHERE pk = 1`,
    );
    expect([name, columns]).toEqual([name, [{ name: 'team_id' }]]);
  }
});

it('lets one server use a file, and the next one after it', async () => {
  const options = { port: 0, data: join(folder, 'served.sqlite'), log: silentLogger };
  const first = await startServer(options);
  await expect(startServer(options)).rejects.toThrow('Another Hearback server is using');
  await first.close();
  await (await startServer(options)).close();
});

it('says when the data cannot be written', async () => {
  const data = join(path, 'below-a-file', 'team.sqlite');
  await expect(startServer({ port: 0, data, log: silentLogger })).rejects.toThrow('Cannot write');
});

it('says when the port is taken', async () => {
  const first = await startServer({ port: 0, data: join(folder, 'a'), log: silentLogger });
  const port = Number(new URL(first.url).port);
  const second = startServer({ port, data: join(folder, 'b'), log: silentLogger });
  await expect(second).rejects.toThrow(`Port ${port} is in use`);
  await first.close();
});
