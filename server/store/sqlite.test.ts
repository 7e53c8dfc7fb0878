import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
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

describe('what was deleted', () => {
  /** Somebody else who has the file open and reads it as it is now. */
  function startReading(): DatabaseSync {
    const other = new DatabaseSync(path, { readOnly: true });
    onTestFinished(() => {
      if (other.isOpen) other.close();
    });
    other.exec('BEGIN');
    other.prepare('SELECT * FROM note').all();
    return other;
  }

  /** The files, log and all, that hold the word. */
  const listFilesWith = (word: string) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(word));

  /** A store of whose plans to try again the test decides, with a deleted note that somebody still reads. */
  async function deleteBesideReader() {
    await database.close();
    const plans = new Set<() => void>();
    database = openSqlite(path, clock, (act) => {
      plans.add(act);
      return () => plans.delete(act);
    });
    await database.run('CREATE TABLE note (text TEXT)');
    await database.run("INSERT INTO note VALUES ('canary')");
    const other = startReading();
    await database.run('DELETE FROM note');
    await database.scrub?.();
    const tryAgain = () => [...plans].forEach((act) => act());
    return { other, plans, tryAgain };
  }

  // Less than a statement waits for others: to wait for the reader is what must not be.
  it('leaves the log once nobody reads it, and nobody waits', { timeout: 4_000 }, async () => {
    const { other, plans, tryAgain } = await deleteBesideReader();
    expect(listFilesWith('canary')).toEqual(['team.sqlite-wal']);
    tryAgain();
    expect(plans.size).toBe(1);
    await database.run("INSERT INTO note VALUES ('written meanwhile')");
    other.exec('COMMIT');
    tryAgain();
    expect(listFilesWith('canary')).toEqual([]);
    expect(plans.size).toBe(0);
    expect(await database.all('SELECT text FROM note')).toEqual([{ text: 'written meanwhile' }]);
    // Others who write are waited for as ever.
    expect(await database.transaction((tx) => tx.get('PRAGMA busy_timeout'))).toEqual({
      timeout: 5_000,
    });
  });

  it('leaves the log when the store is closed, though others have the file open', async () => {
    const { other, plans } = await deleteBesideReader();
    other.exec('COMMIT');
    await database.close();
    expect(listFilesWith('canary')).toEqual([]);
    expect(plans.size).toBe(0);
  });
});

it('says when the port is taken', async () => {
  const first = await startServer({ port: 0, data: join(folder, 'a'), log: silentLogger });
  const port = Number(new URL(first.url).port);
  const second = startServer({ port, data: join(folder, 'b'), log: silentLogger });
  await expect(second).rejects.toThrow(`Port ${port} is in use`);
  await first.close();
});
