import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { createTestClock } from '../testing/test-server.ts';
import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let path: string;
let database: Database;
const clock = createTestClock();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-store-'));
  path = join(folder, 'team.sqlite');
  database = openSqlite(path, clock);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('syncs every commit to disk', async () => {
  await database.transaction(async (tx) => {
    expect(await tx.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(await tx.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await tx.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  });
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
