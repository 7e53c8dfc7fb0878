import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { aReply, aThread } from '#tests/support/builders.ts';
import { divide } from './divide.ts';
import { toFigures } from './figures.ts';
import { toReportCsv } from './report-csv.ts';
import { dividedIds, toDividedTable, toSuggestionFigures, toWholeTables } from './tables.ts';

const MINUTE = 60_000;
const start = Date.UTC(2026, 5, 1);
const threads = [
  {
    thread: aThread({ id: 'x:1', seenAt: start, outcome: 'settled', happiness: 'happy' }),
    replies: [aReply({ id: 'x:r1', threadId: 'x:1', at: start + 30 * MINUTE })],
  },
  { thread: aThread({ id: 'x:2', seenAt: start + MINUTE, outcome: 'setAside' }), replies: [] },
  { thread: aThread({ id: 'x:3', seenAt: start + 2 * MINUTE }), replies: [] },
].map((one) => ({ ...one, thread: { ...one.thread, post: { ...one.thread.post, time: null } } }));
const divided = divide(threads, { from: start, to: start + 1_000 * MINUTE }, 'brand', {
  now: start + 900 * MINUTE,
  dayOf: () => '2026-06-01',
});

test('each question has its figures by row', () => {
  const cells = Object.fromEntries(
    dividedIds.map((id) => [id, toDividedTable(id, divided).rows[0]?.cells]),
  );
  expect(cells).toEqual({
    mentions: [3, 1, 1, 0.5],
    wait: [1, 30 * MINUTE, 30 * MINUTE, 0],
    handledInOne: [1, 1, 1],
    settled: [1, 0, 0],
    doubled: [1, 0, 0],
  });
  expect(toDividedTable('wait', divided).rows[0]?.key).toBe('acme');
});

test('where nothing is known there is no number, not a zero', () => {
  const rows = [{ key: 'x', figures: toFigures([], 0) }];
  const empty = { whole: toFigures([], 0), rows };
  expect(toDividedTable('wait', empty).rows[0]?.cells).toEqual([0, null, null, 0]);
  expect(toDividedTable('mentions', empty).rows[0]?.cells).toEqual([0, 0, 0, null]);
});

describe('what is not divided', () => {
  const tables = toWholeTables({
    sameness: { alike: 3, of: 12 },
    suggestions: toSuggestionFigures([
      { sent: 3, kept: 2.5, dismissed: 1 },
      { sent: 1, kept: 0.5, dismissed: 4 },
    ]),
    suggestionsHere: { shown: 9, used: 4, edited: 1 },
    stories: { saved: 2, steps: { asked: 1, granted: 1, declined: 0, withdrawn: 0 } },
    workload: [
      { memberId: 'ana', threads: 2, replies: 3 },
      { memberId: 'ben', threads: 5, replies: 9 },
    ],
  });
  const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows;

  test('stands in tables of its own', () => {
    expect(rowsOf('sameness')).toEqual([{ key: '', cells: [12, 3, 0.25] }]);
    expect(rowsOf('suggestions')).toEqual([{ key: '', cells: [4, 0.75, 5] }]);
    expect(rowsOf('suggestionsHere')).toEqual([{ key: '', cells: [9, 4, 1] }]);
    expect(rowsOf('stories')).toEqual([{ key: '', cells: [2, 1, 1, 0, 0] }]);
  });

  test('keeps teammates in the order of their names', () => {
    expect(rowsOf('workload')?.map(({ key }) => key)).toEqual(['ana', 'ben']);
  });
});

describe('as a file', () => {
  const names = { rows: 'Brand', row: (key: string) => key, column: (id: string) => id };

  test('holds the numbers of the table, in units that spreadsheets count with', () => {
    const text = toReportCsv(toDividedTable('wait', divided), names);
    expect(Papa.parse(text).data).toEqual([
      ['Brand', 'waits', 'median', 'p90', 'foundLate'],
      ['acme', '1', '30', '30', '0'],
    ]);
    const shares = toReportCsv(toDividedTable('mentions', divided), names);
    expect(Papa.parse(shares).data[1]).toEqual(['acme', '3', '1', '1', '0.5000']);
  });

  test('holds no formula, whatever a brand is called', () => {
    const text = toReportCsv(toDividedTable('wait', divided), {
      ...names,
      row: () => '=HYPERLINK("https://evil.example")',
    });
    expect(Papa.parse<string[]>(text).data[1]?.[0]).toBe(`'=HYPERLINK("https://evil.example")`);
  });
});
