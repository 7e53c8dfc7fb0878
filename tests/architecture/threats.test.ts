/** Every threat has a row in docs/threats.md, and every test that a row names is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText, root } from './support/source-files.ts';

const PAGE = 'docs/threats.md';
const COUNT = 34;

const rows = readText(PAGE)
  .split('\n')
  .filter((line) => /^\| T\d+ /u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', , , tests = '']) => ({ number, tests }));

/** The tests that a cell names: `file` › name; `file` › name. */
function readTests(cell: string): { file: string; name: string }[] {
  return [...cell.matchAll(/`(?<file>[^`]+)` › (?<name>[^;]+)/gu)].map(({ groups }) => ({
    file: groups?.['file'] ?? '',
    name: (groups?.['name'] ?? '').trim(),
  }));
}

function isThere({ file, name }: { file: string; name: string }): boolean {
  return existsSync(join(root, file)) && readText(file).includes(name);
}

test('every threat has one row, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: COUNT }, (_, at) => `T${at + 1}`),
  );
});

test('a test that is not there is noticed', () => {
  expect(isThere({ file: PAGE, name: [PAGE, PAGE].join(' ') })).toBe(false);
  expect(isThere({ file: 'tests/nowhere.test.ts', name: '' })).toBe(false);
});

describe.each(rows)('$number', ({ tests }) => {
  test('names tests that are there, or says why there are none', () => {
    const named = readTests(tests);
    expect(named.length > 0 || /^none: \S/u.test(tests)).toBe(true);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });
});
