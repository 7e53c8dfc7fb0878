import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { libraryEntrySchema } from '#utils/model/library.ts';
import { IMPORT_ROWS_MAX, parseLibraryFile } from './import-library.ts';

const texts = (fileName: string, text: string) =>
  parseLibraryFile(fileName, text).entries.map((entry) => entry.text);
const refusal = (fileName: string, text: string) => {
  const { entries, skipped } = parseLibraryFile(fileName, text);
  expect(entries).toEqual([]);
  expect(skipped).toHaveLength(1);
  expect(skipped[0]?.line).toBe(0);
  return skipped[0]?.reason;
};

describe('a CSV file', () => {
  test('is read by its header in any order', () => {
    const { entries, skipped } = parseLibraryFile(
      'answers.csv',
      'Tags,Question,Answer,Shortcut\n"kettle, power",It stops early,Hold the button.,Reset\n',
    );
    expect(skipped).toEqual([]);
    expect(entries).toEqual([
      {
        id: expect.stringMatching(/^import:[a-z0-9]+$/),
        kind: 'snippet',
        text: 'Hold the button.',
        title: 'Reset',
        question: 'It stops early',
        tags: ['kettle', 'power'],
      },
    ]);
  });

  test.each([
    ['semicolons', 'title;text\nReset;Hold, then wait.\n', ['Hold, then wait.']],
    ['tabs', 'title\ttext\nReset\tHold.\n', ['Hold.']],
    ['a byte order mark', '\uFEFFtext,title\nHold.,Reset\n', ['Hold.']],
    ['line ends of Windows', 'text,title\r\nHold.,Reset\r\nWait.,Wait\r\n', ['Hold.', 'Wait.']],
    ['a quoted line end', 'text,title\n"Hold.\nWait.",Reset\n', ['Hold.\nWait.']],
    ['no header', 'Hold.,Reset\nWait.,Wait\n', ['Hold.', 'Wait.']],
    ['one column', 'Hold.\nWait.\n', ['Hold.', 'Wait.']],
    [
      'commas within plain lines',
      'Hi, hold it, please.\nWait.\n',
      ['Hi, hold it, please.', 'Wait.'],
    ],
    ['empty lines', 'text,title\n\nHold.,Reset\n\n', ['Hold.']],
  ])('may have %s', (_, text, expected) => {
    expect(texts('answers.csv', text)).toEqual(expected);
  });

  test('keeps HTML as text', () => {
    expect(texts('a.csv', 'text\n<b onclick="x()">Hi</b> & bye\n')).toEqual([
      '<b onclick="x()">Hi</b> & bye',
    ]);
  });

  test('names the line of a row without an answer', () => {
    const { skipped } = parseLibraryFile('a.csv', 'title,text\n"Two\nlines",Hold.\nReset,\n');
    expect(skipped).toEqual([{ line: 4, reason: 'There is no answer text.' }]);
  });

  test('takes a repeated text once', () => {
    const { entries, skipped } = parseLibraryFile('a.csv', 'text,title\nHold.,A\nHold.,B\n');
    expect(entries).toHaveLength(1);
    expect(skipped).toEqual([{ line: 3, reason: 'The same text stands further up.' }]);
  });
});

describe('a JSON file', () => {
  test.each([
    ['texts', '["Hold.", "Wait."]'],
    ['objects', '[{"answer": "Hold."}, {"content": "Wait.", "short_code": "wait"}]'],
    ['an object with snippets', '{"snippets": [{"text": "Hold.", "tags": "a; b"}, "Wait."]}'],
  ])('may hold %s', (_, text) => {
    expect(texts('answers.json', text)).toEqual(['Hold.', 'Wait.']);
  });

  test('skips what is not an answer', () => {
    expect(
      parseLibraryFile('a.json', '["Hold.", 7, null]').skipped.map(({ line }) => line),
    ).toEqual([2, 3]);
  });
});

describe('a wrong file', () => {
  test.each([
    ['a.csv', '', 'The file is empty.'],
    ['a.csv', '\uFEFF \n', 'The file is empty.'],
    ['a.csv', '<!doctype html><p>Sign in</p>', 'This is a web page, not a CSV or JSON file.'],
    ['a.xlsx', 'PK\u0003\u0004…', 'This is a spreadsheet or archive. Save it as CSV first.'],
    ['a.csv', '\uFFFD\0\0', 'This is not a text file in UTF-8. Save it as CSV (UTF-8) or JSON.'],
    ['a.json', '[{"text": ', 'This is not sound JSON. Check that the file was saved completely.'],
    ['a.json', '[]', 'The list in the file is empty.'],
    [
      'a.json',
      '{"rows": []}',
      'The JSON must be a list of answers, or an object with a list named "snippets".',
    ],
    ['a.csv', 'text,title\n', 'The file has a header row but no answers below it.'],
    [
      'a.csv',
      'text,title\nHold.,A\n"Wait.,B\nMore.,C\n',
      'The quotation marks from line 3 on do not close as they should.',
    ],
    ['a.csv', 'x'.repeat(5_000_001), 'The file is larger than 5 million characters.'],
  ])('%s %.20j is refused with its reason', (fileName, text, reason) => {
    expect(refusal(fileName, text)).toBe(reason);
  });

  test.each([
    ['a.csv', (rows: string[]) => `text\n${rows.join('\n')}`],
    ['a.json', (rows: string[]) => JSON.stringify(rows)],
  ])('%s with more than 10,000 rows is refused', (fileName, write) => {
    const rows = Array.from({ length: IMPORT_ROWS_MAX + 1 }, (_, index) => `Answer ${index}`);
    expect(refusal(fileName, write(rows))).toMatch(/more than 10,000 rows/);
    expect(parseLibraryFile(fileName, write(rows.slice(1))).entries).toHaveLength(IMPORT_ROWS_MAX);
  });
});

describe('any file', () => {
  const anyFile = fc.oneof(anyText(), fc.json(), fc.string({ unit: 'grapheme' }));

  test('gives only sound entries', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.csv', 'a.json'), anyFile, (fileName, text) => {
        for (const entry of parseLibraryFile(fileName, text).entries) {
          expect(libraryEntrySchema.safeParse({ ...entry, memberId: null, at: 0 }).success).toBe(
            true,
          );
        }
      }),
    );
  });

  test('gives the same ids again', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        expect(parseLibraryFile('a.csv', text)).toEqual(parseLibraryFile('a.csv', text));
      }),
    );
  });

  test('written as CSV reads back every answer', () => {
    const answer = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/[\r\n\0\uFFFD]/g, ' ').trim())
      .filter((text) => text !== '');
    const answers = fc.uniqueArray(answer, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(answers, fc.constantFrom(',', ';'), (expected, delimiter) => {
        const rows = expected.map((text) => ({ title: 'A title', text }));
        const file = Papa.unparse(rows, { delimiter, quotes: true });
        expect(texts('a.csv', file)).toEqual(expected);
      }),
    );
  });
});
