/** One row as a file gives it; `line` counts from 1 (JSON: the item's number). */
export interface LibraryRecord {
  line: number;
  text: string;
  title?: string;
  question?: string;
  tags: string[];
}

/** A row that is left out, with the reason in words for people. */
export interface SkippedLine {
  line: number;
  reason: string;
}

/** What a reader made of a file; `trouble` refuses it as a whole. */
export interface ReadRecords {
  records: LibraryRecord[];
  skipped: SkippedLine[];
  trouble?: string;
}
