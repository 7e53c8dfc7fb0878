import { libraryEntrySchema, type LibraryEntry } from '#utils/model/library.ts';
import { toHash } from '#utils/text/hash.ts';
import type { LibraryRecord, ReadRecords, SkippedLine } from './library-record.ts';
import { readCsvRecords } from './read-csv-records.ts';
import { readJsonRecords } from './read-json-records.ts';

/** An entry before the team's side is known: the importer adds who and when. */
export type NewEntry = Omit<LibraryEntry, 'memberId' | 'at'>;

export interface ParsedLibrary {
  entries: NewEntry[];
  skipped: SkippedLine[];
}

/** Most rows of one file. */
export const IMPORT_ROWS_MAX = 10_000;
/** Longest file, in UTF-16 units; the message map allows no more. */
export const IMPORT_TEXT_MAX = 5_000_000;

const newEntrySchema = libraryEntrySchema.omit({ memberId: true, at: true });

const TITLE_MAX = 120;
const TAGS_MAX = 20;
const TAG_MAX = 40;

function findTrouble(text: string): string | undefined {
  if (text.trim() === '') return 'The file is empty.';
  if (text.length > IMPORT_TEXT_MAX) return 'The file is larger than 5 million characters.';
  if (text.startsWith('PK\u0003\u0004')) {
    return 'This is a spreadsheet or archive. Save it as CSV first.';
  }
  if (/[\0\uFFFD]/.test(text.slice(0, 5_000))) {
    return 'This is not a text file in UTF-8. Save it as CSV (UTF-8) or JSON.';
  }
  if (/^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text)) {
    return 'This is a web page, not a CSV or JSON file.';
  }
  return undefined;
}

function toEntry(record: LibraryRecord): NewEntry | SkippedLine {
  const text = record.text.replace(/\r\n?/g, '\n').trim();
  const title = record.title?.trim().slice(0, TITLE_MAX);
  const question = record.question?.trim();
  const tags = [...new Set(record.tags.map((tag) => tag.trim()).filter(Boolean))];
  const entry = {
    // The text alone, so that a corrected title or tag replaces the entry instead of doubling it.
    id: `import:${toHash(text)}`,
    kind: 'snippet' as const,
    text,
    ...(title ? { title } : {}),
    ...(question ? { question } : {}),
    tags: tags.slice(0, TAGS_MAX).map((tag) => tag.slice(0, TAG_MAX)),
  };
  if (text === '') return { line: record.line, reason: 'There is no answer text.' };
  const parsed = newEntrySchema.safeParse(entry);
  if (parsed.success) return entry;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'row');
  return { line: record.line, reason: `The ${field} is too long (10,000 characters at most).` };
}

function refuse(reason: string): ParsedLibrary {
  return { entries: [], skipped: [{ line: 0, reason }] };
}

/**
 * Reads snippets from a CSV or JSON file; never throws. A file that is refused as a whole gives no entries and one
 * skipped line 0 with the reason. Ids follow from the texts, so importing a file twice doubles nothing. HTML stays text.
 */
export function parseLibraryFile(fileName: string, text: string): ParsedLibrary {
  return toParsedLibrary(readFile(fileName, text));
}

function readFile(fileName: string, text: string): ReadRecords {
  const refuse = (trouble: string): ReadRecords => ({ records: [], skipped: [], trouble });
  const plain = text.replace(/^\uFEFF/, '');
  const trouble = findTrouble(plain);
  if (trouble) return refuse(trouble);
  const isJson = /\.json$/i.test(fileName) || /^\s*(?:\[\s*["{\]]|\{\s*")/.test(plain);
  return isJson ? readJsonRecords(plain) : readCsvRecords(plain, IMPORT_ROWS_MAX);
}

/** Sound entries of what a reader found in a file, each text once. */
export function toParsedLibrary(read: ReadRecords): ParsedLibrary {
  if (read.trouble) return refuse(read.trouble);
  if (read.records.length > IMPORT_ROWS_MAX) {
    return refuse('The file has more than 10,000 rows. Split it into smaller files.');
  }
  const entries = new Map<string, NewEntry>();
  const skipped = [...read.skipped];
  for (const record of read.records) {
    const entry = toEntry(record);
    if ('reason' in entry) skipped.push(entry);
    else if (entries.has(entry.id)) {
      skipped.push({ line: record.line, reason: 'The same text stands further up.' });
    } else entries.set(entry.id, entry);
  }
  return { entries: [...entries.values()], skipped: skipped.sort((a, b) => a.line - b.line) };
}
