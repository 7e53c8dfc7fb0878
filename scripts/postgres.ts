/** Finds the PostgreSQL that tests and benchmarks start for themselves, and installs one where there is none. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './browsers.ts';

/** Debian keeps the programs of each version apart, and not on the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`: the newest of Debian's, or one on the PATH; null when none. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  const isWhole = (folder: string) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
  return folders.find(isWhole) ?? null;
}

/** As `findPostgres`, after having tried to install it from Debian. */
export function ensurePostgres(say: (line: string) => void): string | null {
  const found = findPostgres();
  if (found !== null) return found;
  say('No PostgreSQL found; trying to install one (once) …');
  installFromDebian('postgresql');
  return findPostgres();
}
