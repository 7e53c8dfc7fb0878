import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Paths of all files that are, or are about to be, part of the repository; with `/`, sorted. */
export function listFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const out = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...new Set(out.split('\0'))]
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .sort();
}

/** The text of one of them. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** True for code that a module graph can hold. */
export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mjs)$/u.test(path) && !path.endsWith('.d.ts');
}

/** True for tests and what only tests use, wherever it stands. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/u.test(path) || path.includes('/testing/');
}

/** The folder that has import rules of its own: `utils/db`, `components/ui`, `entrypoints/popup`, `server` … */
export function areaOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('/');
  const isDivided = ['utils', 'components', 'entrypoints'].includes(first) && rest.length > 0;
  return isDivided ? `${first}/${second}` : first;
}
