/** Files of other programs that only a page can read, turned into a file of ours. */
import type { LibraryRecord, ReadRecords, SkippedLine } from '#utils/replies/library-record.ts';

/** What such a file holds; null for one that is no file of espanso or TextExpander. Readers load when they are needed. */
export async function readForeignFile(fileName: string, text: string): Promise<ReadRecords | null> {
  if (/\.ya?ml$/iu.test(fileName)) {
    return (await import('./read-espanso.ts')).readEspanso(text);
  }
  if (/\.(?:textexpander|plist|xml)$/iu.test(fileName)) {
    const { readTextExpander } = await import('./read-text-expander.ts');
    return readTextExpander(text, new DOMParser());
  }
  return null;
}

/** Records as the importer takes them. */
export function toOwnFile(records: readonly LibraryRecord[]) {
  const snippets = records.map(({ line: _line, ...record }) => record);
  return { fileName: 'records.json', text: JSON.stringify({ snippets }) };
}

/** What the importer left out, by the lines of the first file; line 0 is the file as a whole. */
export function toLines(
  skipped: readonly SkippedLine[],
  records: readonly LibraryRecord[],
): SkippedLine[] {
  return skipped.map(({ line, reason }) => ({ line: records[line - 1]?.line ?? 0, reason }));
}
