import type { LibraryChange, LibraryEntry } from '#utils/model/library.ts';
import type { NewEntry } from '#utils/replies/import-library.ts';

/** An entry that a file would change, and what it says now. */
export interface PlannedChange {
  was: LibraryEntry;
  now: LibraryChange;
}

/** What an import would do. */
export interface PlannedImport {
  fresh: NewEntry[];
  changed: PlannedChange[];
  /** Entries of the file that are in the library as they are. */
  same: number;
  /** Entries of the file that the team has rewritten since; they stay as the team has them. */
  older: number;
}

const toKey = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** What a person tells of an entry, without what the server keeps of it. */
export function toChange(entry: LibraryEntry): LibraryChange {
  const { id, kind, text, title, question, tags, lang, at } = entry;
  const { confirmedAt, threadId, permalink, brandId } = entry;
  return {
    id,
    kind,
    text,
    ...(title === undefined ? {} : { title }),
    ...(question === undefined ? {} : { question }),
    tags,
    ...(lang === undefined ? {} : { lang }),
    at,
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    ...(threadId === undefined ? {} : { threadId }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(brandId === undefined ? {} : { brandId }),
  };
}

const TAGS_MAX = 20;

/** Tags with others added, as far as there is room; those that stood there first stay. */
export function addTags(tags: readonly string[], added: readonly string[]): string[] {
  const has = new Set(tags.map((tag) => tag.toLowerCase()));
  const fresh = added.filter((tag) => !has.has(tag.toLowerCase()));
  return [...new Set([...tags, ...fresh])].slice(0, TAGS_MAX);
}

/** The known entry with what the file tells; tags are added, and the post that a reply answered stays. */
function merge(known: LibraryEntry, told: NewEntry): LibraryChange {
  const { lang, ...rest } = toChange(known);
  const isText = toKey(known.text) === toKey(told.text);
  return {
    ...rest,
    ...(lang !== undefined && isText ? { lang } : {}),
    text: isText ? known.text : told.text,
    ...(told.title ? { title: told.title } : {}),
    ...(told.question && known.kind === 'snippet' ? { question: told.question } : {}),
    tags: addTags(known.tags, told.tags),
  };
}

const isSame = (one: LibraryChange, other: LibraryChange) =>
  one.text === other.text &&
  (one.title ?? '') === (other.title ?? '') &&
  (one.question ?? '') === (other.question ?? '') &&
  one.tags.join('\n') === other.tags.join('\n');

/**
 * Holds the entries of a file against the library: the same text is the same entry, else the same title among the
 * snippets, where it is the only one of that title. An entry is taken once, and no text of the team is lost: what a change
 * replaces is kept as an earlier version.
 */
export function planImport(
  entries: readonly NewEntry[],
  known: readonly LibraryEntry[],
): PlannedImport {
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const byText = new Map<string, LibraryEntry>();
  const byTitle = new Map<string, LibraryEntry | null>();
  for (const entry of known) {
    const text = toKey(entry.text);
    // What somebody wrote to be used again, before the same words as they were sent.
    if (byText.get(text)?.kind !== 'snippet') byText.set(text, entry);
    const title = toKey(entry.title ?? '');
    if (entry.kind === 'snippet' && title !== '') {
      byTitle.set(title, byTitle.has(title) ? null : entry);
    }
  }
  const plan: PlannedImport = { fresh: [], changed: [], same: 0, older: 0 };
  const taken = new Set<string>();
  const texts = new Set(entries.map(({ text }) => toKey(text)));
  for (const told of entries) {
    const alike = byText.get(toKey(told.text));
    const before = byId.get(told.id);
    const titled = byTitle.get(toKey(told.title ?? ''));
    const target =
      alike ??
      // One whose own text is in the file too is another answer under the same title.
      (titled && !taken.has(titled.id) && !texts.has(toKey(titled.text)) ? titled : undefined);
    const isOlder =
      !alike &&
      (before !== undefined ||
        target?.earlier?.some(({ text }) => toKey(text) === toKey(told.text)) === true);
    if (isOlder) plan.older += 1;
    else if (!target) plan.fresh.push(told);
    else {
      const now = merge(target, told);
      if (taken.has(target.id) || isSame(target, now)) plan.same += 1;
      else plan.changed.push({ was: target, now });
      taken.add(target.id);
    }
  }
  return plan;
}
