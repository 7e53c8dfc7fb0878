import Papa from 'papaparse';
import type { LibraryRecord, ReadRecords } from './library-record.ts';
import { toPlain } from './macros.ts';

const COLUMNS = {
  text: ['text', 'answer', 'reply', 'response', 'content', 'message', 'body', 'expansion'],
  title: ['title', 'name', 'label', 'shortcut', 'short_code', 'shortcode'],
  /** Of TextExpander: the title where there is no other, and a sign that its macros are in the texts. */
  abbreviation: ['abbreviation'],
  question: ['question', 'questions', 'example', 'examples'],
  tags: ['tags', 'tag', 'labels', 'category', 'categories'],
} as const;
type Column = keyof typeof COLUMNS;
type Layout = Partial<Record<Column, number>>;

function toLayout(header: readonly string[]): Layout | null {
  const names = header.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, '_'));
  const layout: Layout = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    for (const name of COLUMNS[column]) {
      const at = names.indexOf(name);
      if (at >= 0) layout[column] ??= at;
    }
  }
  return layout.text === undefined ? null : layout;
}

/** Tags of one cell, parted by commas, semicolons, bars or line ends. */
export function toTags(cell: string): string[] {
  return cell
    .split(/[,;|\n]/)
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter(Boolean);
}

function toRecord(cells: readonly string[], layout: Layout, line: number): LibraryRecord {
  const cell = (column: Column) => {
    const at = layout[column];
    const told = at === undefined ? '' : (cells[at] ?? '');
    // The mark before what a spreadsheet would run as a formula (export-library.ts) is no part of the text.
    return /^'[=+\-@\t\r']/u.test(told) ? told.slice(1) : told;
  };
  const abbreviation = cell('abbreviation');
  const text = cell('text');
  return {
    line,
    text: layout.abbreviation === undefined ? text : toPlain(text),
    title: cell('title').trim() || abbreviation,
    question: cell('question'),
    tags: toTags(cell('tags')),
  };
}

interface Row {
  cells: string[];
  line: number;
}

function toRows(
  text: string,
  rowsMax: number,
  delimiter: string,
): Row[] | { unclosedLine: number } {
  const rows: Row[] = [];
  let line = 1;
  let cursor = 0;
  let unclosedLine: number | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    // One more than allowed, and the header, so that the caller sees that it was too many.
    preview: rowsMax + 2,
    step: ({ data, errors, meta }) => {
      if (errors.some((error) => error.type === 'Quotes')) unclosedLine ??= line;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ cells: data, line });
      line += text.slice(cursor, meta.cursor).split(/\r\n|\r|\n/).length - 1;
      cursor = meta.cursor;
    },
  });
  return unclosedLine === undefined ? rows : { unclosedLine };
}

const DELIMITERS = [',', ';', '\t', '|'];
const GUESS = '';
// Unit separator: a sign that no text file holds, so that every line is one cell.
const NONE = '\u001F';

/** The header decides on the delimiter: a guess by counting signs fails on short files with commas in the texts. */
function findHeader(text: string): { layout: Layout; delimiter: string } | null {
  const readings = DELIMITERS.flatMap((delimiter) => {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      preview: 1,
      skipEmptyLines: 'greedy',
    });
    const layout = toLayout(data[0] ?? []);
    return layout ? [{ layout, delimiter }] : [];
  });
  const columns = (reading: { layout: Layout }) => Object.keys(reading.layout).length;
  return readings.sort((a, b) => columns(b) - columns(a))[0] ?? null;
}

/** TextExpander writes no header: abbreviation, text, label. An abbreviation has no spaces and is shorter. */
function toBareLayout(rows: readonly Row[]): Layout {
  const isTextExpander = rows.every(
    ({ cells: [first = '', second = '', ...more] }) =>
      more.length === 1 && /^\S{1,40}$/u.test(first) && second.trim() !== '',
  );
  const isLonger = rows.some(
    ({ cells: [first = '', second = ''] }) => second.length > first.length,
  );
  return isTextExpander && isLonger ? { abbreviation: 0, text: 1, title: 2 } : { text: 0 };
}

function refuse(trouble: string): ReadRecords {
  return { records: [], skipped: [], trouble };
}

/**
 * Rows of a CSV file: comma, semicolon, tab or bar, quoted cells over several lines. Without a known header row the
 * first column is the text, or the whole line where the lines have no columns in common. `line` is the line of the
 * file where the row begins.
 */
export function readCsvRecords(text: string, rowsMax: number): ReadRecords {
  const header = findHeader(text);
  let rows = toRows(text, rowsMax, header?.delimiter ?? GUESS);
  if (!Array.isArray(rows)) {
    return refuse(
      `The quotation marks from line ${rows.unclosedLine} on do not close as they should.`,
    );
  }
  if (!header && new Set(rows.map((row) => row.cells.length)).size > 1) {
    const lines = toRows(text, rowsMax, NONE);
    if (Array.isArray(lines)) rows = lines;
  }
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) return refuse('The file has a header row but no answers below it.');
  const layout = header?.layout ?? toBareLayout(body);
  const records = body.map((row) => toRecord(row.cells, layout, row.line));
  return { records, skipped: [] };
}
