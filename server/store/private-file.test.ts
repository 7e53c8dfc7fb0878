import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createTestClock } from '../testing/test-server.ts';
import { keepPrivate } from './private-file.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-store-'));
  path = join(folder, 'team.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The rights of each file in the folder, in octal. */
function listRights(): Record<string, string> {
  const names = readdirSync(folder);
  const rightsOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);
  return Object.fromEntries(names.map((name) => [name, rightsOf(name)]));
}

async function openAndWrite() {
  const database = openSqlite(path, createTestClock());
  onTestFinished(() => database.close());
  await database.run('CREATE TABLE IF NOT EXISTS note (text TEXT)');
}

const allPrivate = { 'team.sqlite': '600', 'team.sqlite-wal': '600', 'team.sqlite-shm': '600' };

it('makes a file that nobody else may read, its log too', async () => {
  await openAndWrite();
  expect(listRights()).toEqual(allPrivate);
});

it('takes the rights of others from a file that they could read, its log too', async () => {
  await openAndWrite();
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  await openAndWrite();
  expect(listRights()).toEqual(allPrivate);
});

it('gives nobody rights that they did not have', () => {
  keepPrivate(path);
  chmodSync(path, 0o440);
  keepPrivate(path);
  expect(listRights()).toEqual({ 'team.sqlite': '400' });
});

it('leaves it to SQLite to say that a file cannot be made', () => {
  const lost = join(folder, 'nowhere', 'team.sqlite');
  keepPrivate(lost);
  expect(() => openSqlite(lost, createTestClock())).toThrow('unable to open');
  keepPrivate(':memory:');
  expect(existsSync(':memory:')).toBe(false);
});
