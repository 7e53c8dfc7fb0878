/** The texts of the library that a person puts into a draft by name. */
import { watchNewestOfLibrary } from '#utils/db/library.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Snippet } from '#utils/messages/payloads.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { logError } from '#utils/platform/log.ts';
import { createSnippetFinder, toSnippetTitle } from '#utils/replies/snippet-finder.ts';
import type { SnippetFinder } from '#utils/replies/snippet-finder.ts';
import { toTemplate } from '#utils/replies/to-template.ts';
import { fillVariables } from '#utils/replies/variables.ts';
import { readValues } from './personal-texts.ts';

/** What fits under a line of text without hiding the post. */
const SHOWN_MAX = 8;
/** Replies that are looked through besides all snippets; whoever means an older one finds it by its suggestion. */
const REPLIES_MAX = 2_000;

export interface SnippetDesk {
  /** What fits the words that were typed, filled for this thread. */
  find(view: ThreadView, query: string): Promise<Snippet[]>;
}

/** Keeps one finder in step with the library for as long as this worker lives, from the first time it is asked. */
export function createSnippetDesk(db: HearbackDb): SnippetDesk {
  let ready: Promise<() => SnippetFinder> | null = null;

  const open = () =>
    new Promise<() => SnippetFinder>((resolve, reject) => {
      let entries: LibraryEntry[] = [];
      let finder: SnippetFinder | null = null;
      const take = (now: LibraryEntry[]) => {
        entries = now;
        // Made anew only once somebody looks for something.
        finder = null;
        resolve(() => (finder ??= createSnippetFinder(entries)));
      };
      watchNewestOfLibrary(db, REPLIES_MAX, take, (error) => {
        logError('reading the snippets failed', error);
        ready = null;
        reject(error);
      });
    });

  return {
    async find(view, query) {
      ready ??= open();
      const finder = (await ready)();
      const values = await readValues(db, view);
      return finder.find(query, SHOWN_MAX).map((entry) => ({
        entryId: entry.id,
        title: toSnippetTitle(entry),
        text: fillVariables(toUsable(entry), values),
      }));
    },
  };
}

/** A reply was written to somebody else: their name goes out of it. */
function toUsable({ kind, text }: LibraryEntry): string {
  return kind === 'reply' ? toTemplate(text, () => false) : text;
}
