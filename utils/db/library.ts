import { Dexie, liveQuery } from 'dexie';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { HearbackDb } from './schema.ts';

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

/** Tells of every change of the library, wherever in the browser it was made. Returns how to stop. */
export function onLibraryWrite(db: HearbackDb, tell: () => void): () => void {
  const heed = (parts: Record<string, unknown>) => {
    const isOurs = (part: string) => part.startsWith(`idb://${db.name}/library/`);
    if (Object.keys(parts).some(isOurs)) tell();
  };
  Dexie.on.storagemutated.subscribe(heed);
  return () => Dexie.on.storagemutated.unsubscribe(heed);
}
