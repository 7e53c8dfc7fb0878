import { watchLibrary } from '#utils/db/library.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { logError } from '#utils/platform/log.ts';
import { createSuggester } from '#utils/replies/suggest.ts';
import type { Suggester } from '#utils/replies/suggest.ts';

/** Keeps one suggester in step with the library for as long as this worker lives. */
export function createSuggesterKeeper(db: HearbackDb): () => Promise<Suggester> {
  let ready: Promise<Suggester> | null = null;

  const open = () =>
    new Promise<Suggester>((resolve, reject) => {
      let suggester: Suggester | null = null;
      let known = new Map<string, LibraryEntry>();
      const take = (entries: LibraryEntry[]) => {
        const next = new Map(entries.map((entry) => [entry.id, entry]));
        if (!suggester) {
          suggester = createSuggester(entries);
          resolve(suggester);
        } else {
          for (const [id, entry] of known) {
            if (next.get(id) === undefined || isChanged(entry, next.get(id))) suggester.remove(id);
          }
          for (const [id, entry] of next) {
            if (!known.has(id) || isChanged(known.get(id), entry)) suggester.add(entry);
          }
        }
        known = next;
      };
      watchLibrary(db, take, (error) => {
        logError('reading the library failed', error);
        ready = null;
        reject(error);
      });
    });

  return () => {
    ready ??= open();
    return ready;
  };
}

function isChanged(one: LibraryEntry | undefined, other: LibraryEntry | undefined): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
