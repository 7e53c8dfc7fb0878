import { liveQuery } from 'dexie';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { HearbackDb } from './schema.ts';

/** Tells the whole library now and after each change. Returns how to stop. */
export function watchLibrary(
  db: HearbackDb,
  onLibrary: (entries: LibraryEntry[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => db.library.toArray()).subscribe({
    next: (rows) => onLibrary(rows.map(({ body }) => body)),
    error: onError,
  });
  return () => subscription.unsubscribe();
}
