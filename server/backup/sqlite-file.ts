import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { systemClock } from '../clock.ts';
import { StartError } from '../start-error.ts';
import { clearLineage } from '../store/lineage.ts';
import { migrate } from '../store/migrate.ts';
import { lockForServer } from '../store/server-lock.ts';
import { openSqlite } from '../store/sqlite.ts';
import { carryOver } from './carry-over.ts';
import type { CarriedOver } from './carry-over.ts';
import { readEndingsOfFile } from './endings.ts';
import type { TeamEndings } from './endings.ts';
import { putInPlace, removeSqlite, toPartPath } from './file-steps.ts';
import { removeLineageFile } from './lineage-file.ts';
import { rotateEpochs } from './rotate-epochs.ts';
import { countRows, tables } from './tables.ts';

/** Whether a file is a SQLite database, by its first bytes. */
export function isSqliteFile(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

/**
 * Copies the data into one new file while a server may be writing, checks the copy by reading all of it, and only then
 * gives it its name. How many rows each table has. Throws `StartError` when the copy is not sound.
 */
export function backUpSqlite(data: string, to: string): Record<string, number> {
  if (!existsSync(data)) throw new StartError(`There is no data at ${data}.`);
  const part = toPartPath(to);
  removeSqlite(part);
  try {
    copySqlite(data, part);
    const counts = checkSqlite(part);
    putInPlace(part, to);
    return counts;
  } finally {
    removeSqlite(part);
  }
}

/** With what stands in a log beside it, which belongs to the data as much as the file. */
function copySqlite(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
}

/** Reads a whole database file for damage; how many rows each table has. Throws `StartError` when it is not sound. */
export function checkSqlite(path: string): Record<string, number> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const faults = [
      ...database.prepare('PRAGMA integrity_check').all(),
      ...database.prepare('PRAGMA foreign_key_check').all(),
    ].filter((row) => row.integrity_check !== 'ok');
    if (faults.length > 0) {
      throw new StartError(`${path} is damaged in ${faults.length} places. Take another backup.`);
    }
    const known = new Set(
      database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
        .all()
        .map(({ name }) => name),
    );
    if (!known.has('team') || !known.has('migration')) {
      throw new StartError(`${path} holds no data of Hearback. Choose another file.`);
    }
    // A backup of an older version has fewer tables; they are made when it is opened.
    const counts: Record<string, number> = {};
    for (const table of Object.keys(tables)) {
      if (!known.has(table)) continue;
      counts[table] = Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n);
    }
    return counts;
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${path} cannot be read (${(error as Error).message}).`);
  } finally {
    database.close();
  }
}

/** What a restore has done. */
export interface Restored {
  /** Where the data of before is now; null when there was none. */
  kept: string | null;
  /** How many rows each table has. */
  counts: Record<string, number>;
  carried: CarriedOver;
}

/**
 * Puts a backup in the place of the data, with a new epoch in every team; what the data has ended since stays ended. The
 * old data stays beside it under `kept`.
 * Throws `StartError` while a server or another command has the data open. A kill at any moment leaves either the old
 * or the new data in its place.
 */
export async function restoreSqlite(from: string, data: string, stamp: string): Promise<Restored> {
  checkSqlite(from);
  const unlock = lockForServer(data);
  const part = toPartPath(data);
  try {
    removeSqlite(part);
    copySqlite(from, part);
    const { counts, carried } = await prepare(part, await readEndingsOfFile(data));
    const kept = existsSync(data) ? `${data}.before-restore-${stamp}` : null;
    if (kept !== null) keepOld(data, kept);
    // Nothing is left to notice; killed from here on, the old data gets new epochs, which harms nobody.
    removeLineageFile(data);
    putInPlace(part, data);
    return { kept, counts, carried };
  } finally {
    removeSqlite(part);
    unlock();
  }
}

/** Brings the copy up to date under a new epoch, all in the one file. */
async function prepare(
  part: string,
  before: TeamEndings[] | null,
): Promise<Omit<Restored, 'kept'>> {
  const store = openSqlite(part, systemClock);
  let counts;
  let carried;
  try {
    await migrate(store);
    carried = await store.transaction(async (tx) => {
      await rotateEpochs(tx);
      await clearLineage(tx);
      return carryOver(tx, before);
    });
    counts = await countRows(store);
  } finally {
    await store.close();
  }
  foldLog(part);
  return { counts, carried };
}

/** A second name for the old data; its place is never empty, or a start after a kill would make a new team there. */
function keepOld(data: string, kept: string): void {
  try {
    foldLog(data);
  } catch (error) {
    if (error instanceof StartError) throw error;
    // Damaged: it is kept as it is, with its log.
  }
  for (const suffix of ['', '-wal']) {
    if (!existsSync(data + suffix)) continue;
    try {
      linkSync(data + suffix, kept + suffix);
    } catch {
      // Not every file system has hard links.
      copyFileSync(data + suffix, kept + suffix);
    }
  }
  for (const suffix of ['-wal', '-shm']) removeSqlite(data + suffix);
}

/** Moves what stands in the log beside a file into the file, so that the file alone is the data. */
function foldLog(path: string): void {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    // SQLITE_BUSY: somebody has it open.
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new StartError(`Something else has ${path} open. Stop it, then try again.`);
  } finally {
    database.close();
  }
}
