/** A TODO carries a date and ends on it; nothing waits for ever. */
import { expect, test } from 'vitest';
import { listFiles, readText } from './support/source-files.ts';

const MARK = /\b(?:TODO|FIXME|XXX|HACK)\b(?<rest>.*)/u;
const DATED = /^ \[(?<day>\d{4}-\d{2}-\d{2})\]: \S/u;

/** What is wrong with a line on a day (`2026-11-22`); null: nothing. */
function findFault(line: string, today: string): string | null {
  const rest = MARK.exec(line)?.groups?.['rest'];
  if (rest === undefined) return null;
  if (!line.includes('TODO')) return 'is not written as TODO [2027-03-01]: condition';
  const day = DATED.exec(rest)?.groups?.['day'];
  if (day === undefined) return 'has no date: write TODO [2027-03-01]: condition';
  return day < today ? `was due on ${day}` : null;
}

test.each([
  ['// TODO: later', 'has no date: write TODO [2027-03-01]: condition'],
  ['// FIXME [2099-01-01]: later', 'is not written as TODO [2027-03-01]: condition'],
  ['// TODO [2026-01-01]: when done', 'was due on 2026-01-01'],
  ['// TODO [2099-01-01]: when done', null],
  ['const todo = 1;', null],
])('%s', (line, fault) => {
  expect(findFault(line, '2026-11-22')).toBe(fault);
});

test('every TODO is dated, none is overdue', () => {
  const today = new Date().toISOString().slice(0, 10);
  const own = new Set(['tests/architecture/todos.test.ts', 'CONTRIBUTING.md']);
  const files = listFiles().filter(
    (path) => /\.(?:tsx?|mjs|css|html|sql|md)$/u.test(path) && !own.has(path),
  );
  expect(files.length).toBeGreaterThan(300);
  const faults = files.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, at) => {
        const fault = findFault(line, today);
        return fault === null ? [] : [`${path}:${at + 1} ${fault}`];
      }),
  );
  expect(faults).toEqual([]);
});
