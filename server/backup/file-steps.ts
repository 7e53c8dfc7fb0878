import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** The name under which a file is written until it is whole; leftovers of a killed command are harmless. */
export function toPartPath(path: string): string {
  return `${path}.part-${process.pid}`;
}

/** Removes a SQLite file with what stands beside it. */
export function removeSqlite(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Puts a whole file in the place of another one, in one step that a power cut cannot halve. */
export function putInPlace(from: string, to: string): void {
  syncPath(from);
  renameSync(from, to);
  syncPath(dirname(to));
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
