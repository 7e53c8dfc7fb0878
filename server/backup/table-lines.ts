/**
 * A backup as lines of JSON, for PostgreSQL, where no one file is the data: a head, one line a row, an end with counts
 * and a hash of all lines before it. It needs no tools of PostgreSQL, and goes into any version of it.
 */
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import type { Database, Row, Sql } from '../store/database.ts';
import { carryOver } from './carry-over.ts';
import type { CarriedOver } from './carry-over.ts';
import { readEndings } from './endings.ts';
import type { TeamEndings } from './endings.ts';
import { putInPlace, toPartPath } from './file-steps.ts';
import { rotateEpochs } from './rotate-epochs.ts';
import { insertRows, readTable, tables } from './tables.ts';

const headSchema = z.strictObject({ hearback: z.literal('backup'), tables: z.number().int() });
const rowSchema = z.strictObject({
  table: z.string().refine((name) => Object.hasOwn(tables, name)),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const endSchema = z.strictObject({
  end: z.record(z.string(), z.number().int()),
  sha256: z.string(),
});

/** The newest migration that the data has had. */
async function readVersion(sql: Sql): Promise<number> {
  return Number((await sql.get('SELECT MAX(version) AS version FROM migration'))?.version);
}

/**
 * Writes all tables as they were at one moment, reads the file back, and only then gives it its name. How many rows
 * each table has.
 */
export async function backUpLines(store: Database, to: string): Promise<Record<string, number>> {
  const part = toPartPath(to);
  rmSync(part, { force: true });
  const file = openSync(part, 'wx', 0o600);
  try {
    await store.transaction(async (tx) => {
      // One moment for all tables, though servers go on writing.
      await tx.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await writeLines(tx, (line) => writeSync(file, line));
    });
    closeSync(file);
    chmodSync(part, 0o600);
    const counts = await checkLines(part);
    putInPlace(part, to);
    return counts;
  } finally {
    rmSync(part, { force: true });
  }
}

async function writeLines(sql: Sql, write: (line: string) => void): Promise<void> {
  const hash = createHash('sha256');
  const put = (value: unknown) => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    write(line);
  };
  put({ hearback: 'backup', tables: await readVersion(sql) });
  const end: Record<string, number> = {};
  for (const table of Object.keys(tables)) {
    end[table] = 0;
    for await (const rows of readTable(sql, table)) {
      for (const row of rows) put({ table, row });
      end[table] += rows.length;
    }
  }
  write(`${JSON.stringify({ end, sha256: hash.digest('hex') })}\n`);
}

/** Reads a whole file for damage; how many rows each table has. Throws `StartError` when it is not sound. */
export async function checkLines(path: string): Promise<Record<string, number>> {
  for await (const step of readLines(path)) if ('end' in step) return step.end;
  throw damaged(path);
}

/**
 * Puts a backup into a database in one transaction, with a new epoch in every team; `isForced` empties the database
 * before, and what that had ended stays ended. Throws `StartError` when it holds a team already, or the backup is damaged or too new.
 */
export async function restoreLines(
  store: Database,
  path: string,
  isForced: boolean,
): Promise<{ counts: Record<string, number>; carried: CarriedOver }> {
  const counts = await checkLines(path);
  const carried = await store.transaction(async (tx) => {
    let before: TeamEndings[] | null = null;
    if ((await tx.get('SELECT 1 AS known FROM team')) !== null) {
      if (!isForced) throw notEmpty();
      before = await readEndings(tx);
      for (const table of Object.keys(tables).reverse()) await tx.run(`DELETE FROM ${table}`);
    }
    const present = await readVersion(tx);
    let batch: { table: string; rows: Row[] } = { table: '', rows: [] };
    const flush = () => insertRows(tx, batch.table, batch.rows);
    for await (const step of readLines(path)) {
      if ('version' in step && step.version > present) throw tooNew(path);
      if (!('row' in step)) continue;
      if (step.table !== batch.table || batch.rows.length >= 200) {
        await flush();
        batch = { table: step.table, rows: [] };
      }
      batch.rows.push(step.row);
    }
    await flush();
    await rotateEpochs(tx);
    return carryOver(tx, before);
  });
  return { counts, carried };
}

type Step = { version: number } | { table: string; row: Row } | { end: Record<string, number> };

/** The lines of a file, checked one by one, the end against all of them. */
async function* readLines(path: string): AsyncGenerator<Step> {
  const hash = createHash('sha256');
  const counts = Object.fromEntries(Object.keys(tables).map((table) => [table, 0]));
  let isFirst = true;
  let isEnded = false;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (isEnded) throw damaged(path);
    const value = parse(line);
    const end = endSchema.safeParse(value).data;
    if (isFirst) {
      const head = headSchema.safeParse(value).data;
      if (!head) throw new StartError(`${path} is no backup of Hearback. Choose another file.`);
      isFirst = false;
      yield { version: head.tables };
    } else if (end) {
      const isWhole = Object.entries(counts).every(
        ([table, count]) => (end.end[table] ?? 0) === count,
      );
      if (!isWhole || end.sha256 !== hash.digest('hex')) throw damaged(path);
      isEnded = true;
      yield { end: end.end };
      continue;
    } else {
      const row = rowSchema.safeParse(value).data;
      if (!row) throw damaged(path);
      counts[row.table] = (counts[row.table] ?? 0) + 1;
      yield row;
    }
    hash.update(`${line}\n`);
  }
  if (!isEnded) throw damaged(path);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function damaged(path: string): StartError {
  return new StartError(`${path} is damaged or was cut short. Take another backup.`);
}

function tooNew(path: string): StartError {
  return new StartError(`${path} was written by a newer Hearback. Update the server first.`);
}

/** Data is never written over by accident. */
export function notEmpty(): StartError {
  return new StartError(
    'The database holds a team already. Choose an empty one, or give --force to replace all that is in it.',
  );
}
