/** What the section of the library is told, and what it asks for. */
import type { Attempt } from '#components/ui/attempt.ts';
import type { ImportPlan, ImportReport } from '#utils/model/library-import.ts';
import type {
  Contradiction,
  DiffPart,
  LibraryEntry,
  LibraryState,
  Stale,
} from '#utils/model/library.ts';
import type { LibraryFilter } from './library-filter.ts';

/** How a file is taken in. */
export interface ImportChoice {
  kind: LibraryEntry['kind'];
  /** Added to each entry that is added or changed. */
  tags: string[];
  /** Whether it also changes entries that say something else. */
  takesChanges: boolean;
}

/** What became of an import, to its end or not. */
export interface ImportOutcome {
  /** All that was written. */
  report: ImportReport;
  /** What was not, of all that was wanted. */
  left: number;
  /** Why it ended before its end, in words. */
  refused: string | null;
}

/** A file that was read, before anything is written. */
export interface FileToImport extends ImportPlan {
  fileName: string;
  /** Never rejects. `onPart` is told how much is written; an aborted `signal` leaves the rest out. */
  onImport: (
    choice: ImportChoice,
    onPart: (written: number) => void,
    signal: AbortSignal,
  ) => Promise<ImportOutcome>;
}

export type LibraryEdit = Pick<
  LibraryEntry,
  'id' | 'kind' | 'text' | 'tags' | 'title' | 'question' | 'lang'
>;

export interface LibrarySectionProps {
  now: number;
  /** All entries that fit query and filter, the best or newest first; null while loading. */
  entries: LibraryEntry[] | null;
  /** Entries that should be looked at again, and why. */
  stale: ReadonlyMap<string, Stale>;
  /** What people change in an entry each time, for those that are stale by it. */
  contradictions: ReadonlyMap<string, Contradiction>;
  /** Two versions of a text in one. */
  toDiff: (was: string, now: string) => DiffPart[];
  /** The team's own tags, the most used first. */
  tags: readonly string[];
  /** How many entries each filter has; null while unknown. */
  counts: Readonly<Record<LibraryFilter, number>> | null;
  /** Member id → name. */
  names: Readonly<Record<string, string>>;
  /** Whether this person approves and retires: leads, and whoever works alone. */
  canDecide: boolean;
  query: string;
  /** A large library is still being read for its first search: the list is whole as yet. */
  isSearching: boolean;
  filter: LibraryFilter;
  newId: () => string;
  onQuery: (query: string) => void;
  onFilter: (filter: LibraryFilter) => void;
  onState: Attempt<[ids: string[], state: LibraryState]>;
  onTags: Attempt<[ids: string[], add: string[], remove: string[]]>;
  /** The words of an entry are right, whatever people changed in them up to now. */
  onConfirm: Attempt<[id: string]>;
  /** Starts the counts of use anew: of one entry, or, with null, of all. */
  onForget: Attempt<[id: string | null]>;
  onExport: (format: 'csv' | 'json' | 'espanso') => void;
  onSave: Attempt<[entry: LibraryEdit]>;
  onRemove: Attempt<[ids: string[]]>;
  /** Never rejects: what the file would do or, in words, why it cannot be read. Writes nothing. */
  onReadFile: (fileName: string, text: string) => Promise<FileToImport | { refused: string }>;
  onUndoImport: Attempt<[report: ImportReport]>;
}
