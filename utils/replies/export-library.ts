import Papa from 'papaparse';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toCsvCell } from '#utils/text/csv-cell.ts';

/** A file to be saved. */
export interface ExportedFile {
  name: string;
  /** MIME type. */
  type: string;
  text: string;
}

export type ExportFormat = 'csv' | 'json';

/**
 * The library as a file that `parseLibraryFile` reads again: text, title, example questions, tags. Uses, authors and
 * versions stay with the team.
 */
export function exportLibrary(
  entries: readonly LibraryEntry[],
  format: ExportFormat,
  day: string,
): ExportedFile {
  const rows = entries.map(({ text, title = '', question = '', tags }) => ({
    text,
    title,
    question,
    tags,
  }));
  const name = `hearback-library-${day}.${format}`;
  if (format === 'json') {
    const text = `${JSON.stringify({ snippets: rows }, null, 2)}\n`;
    return { name, type: 'application/json', text };
  }
  const cells = rows.map((row) =>
    [row.text, row.title, row.question, row.tags.join(', ')].map(toCsvCell),
  );
  const text = Papa.unparse({ fields: ['text', 'title', 'question', 'tags'], data: cells });
  return { name, type: 'text/csv', text: `${text}\r\n` };
}
