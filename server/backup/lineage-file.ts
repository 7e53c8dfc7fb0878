/** What a SQLite file is known by is also written beside it, where a copy that is put back does not bring it along. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { putInPlace, toPartPath } from './file-steps.ts';

const toPath = (data: string) => `${data}.lineage`;

/** The ids by which the data may be known; null where nothing (readable) stands. */
export function readLineageFile(data: string): string[] | null {
  try {
    return readFileSync(toPath(data), 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces the ids in one step; they are on the disk when it returns. */
export function writeLineageFile(data: string, ids: readonly string[]): void {
  const part = toPartPath(toPath(data));
  try {
    writeFileSync(part, ids.map((id) => `${id}\n`).join(''), { mode: 0o600 });
    putInPlace(part, toPath(data));
  } finally {
    rmSync(part, { force: true });
  }
}

/** As if no server had used the data yet. */
export function removeLineageFile(data: string): void {
  rmSync(toPath(data), { force: true });
}
