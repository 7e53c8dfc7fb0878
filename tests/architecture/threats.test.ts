/** Every threat and every fault has a row in its table, and every test that a row names is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText, root } from './support/source-files.ts';

/** Tables whose rows begin with a number and end with the tests. */
const tables = [
  { page: 'docs/threats.md', letter: 'T', count: 34 },
  { page: 'docs/reliability.md', letter: 'F', count: 50 },
] as const;

function readRows({ page, letter }: (typeof tables)[number]) {
  const begins = new RegExp(`^\\| (?:\\*\\*)?${letter}\\d+(?:\\*\\*)? `, 'u');
  return readText(page)
    .split('\n')
    .filter((line) => begins.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, number = '', , , tests = '']) => ({ number: number.replaceAll('*', ''), tests }));
}

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

test.each(tables)('$page has one row for each of its numbers, in order', (table) => {
  const expected = Array.from({ length: table.count }, (_, at) => `${table.letter}${at + 1}`);
  expect(readRows(table).map(({ number }) => number)).toEqual(expected);
});

test('a test that is not there is noticed', () => {
  expect(isThere({ file: 'docs/threats.md', name: ['no', 'such', 'test'].join(' of ours ') })).toBe(
    false,
  );
  expect(isThere({ file: 'tests/nowhere.test.ts', name: '' })).toBe(false);
});

describe.each(tables.flatMap(readRows))('$number', ({ tests }) => {
  test('names tests that are there, or says why there are none', () => {
    const named = readTests(tests);
    expect(named.length > 0 || /^none: \S/u.test(tests)).toBe(true);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });
});
