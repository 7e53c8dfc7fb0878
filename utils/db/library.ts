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

const ofKind = (db: HearbackDb, kind: LibraryEntry['kind']) =>
  db.library.where('[body.kind+at]').between([kind, -Infinity], [kind, Infinity]).reverse();

/** Tells the snippets and the newest replies, `repliesMax` at the most, now and after each change. Returns how to stop. */
export function watchNewestOfLibrary(
  db: HearbackDb,
  repliesMax: number,
  onLibrary: (entries: LibraryEntry[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const load = async () => [
    ...(await ofKind(db, 'snippet').toArray()),
    ...(await ofKind(db, 'reply').limit(repliesMax).toArray()),
  ];
  const subscription = liveQuery(load).subscribe({
    next: (rows) => onLibrary(rows.map(({ body }) => body)),
    error: onError,
  });
  return () => subscription.unsubscribe();
}
