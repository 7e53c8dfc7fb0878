/** A table of a report as a file for spreadsheets. */
import Papa from 'papaparse';
import { toCsvCell } from '#utils/text/csv-cell.ts';
import type { CellKind, ReportTable } from './tables.ts';

const MINUTE = 60_000;

export interface CsvNames {
  /** What the rows are, such as “Day”. */
  rows: string;
  /** Row key → what it is called. */
  row: (key: string) => string;
  /** Column → its head; says the unit where it is not a count. */
  column: (id: string) => string;
}

/** Plain numbers: counts, shares 0…1 with four digits, times in whole minutes; nothing where nothing is known. */
export function toReportCsv({ columns, rows }: ReportTable, names: CsvNames): string {
  const head = [names.rows, ...columns.map(({ id }) => names.column(id))];
  const lines = rows.map(({ key, cells }) => [
    names.row(key),
    ...cells.map((cell, at) => toNumber(cell, columns[at]?.kind ?? 'count')),
  ]);
  return toCsv([head, ...lines]);
}

/** Rows of a file for spreadsheets; no cell is run as a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(
    rows.map((row) => row.map(toCsvCell)),
    { newline: '\r\n' },
  );
}

function toNumber(value: number | null, kind: CellKind): string {
  if (value === null) return '';
  if (kind === 'time') return String(Math.round(value / MINUTE));
  return kind === 'share' ? value.toFixed(4) : String(value);
}
