import type { LibraryEntry } from '#utils/model/library.ts';
import { toHash, toHashNumber } from '#utils/text/hash.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';

/** What the index keeps of an entry. Words are known by their hashes alone: no text of a customer's stands in it. */
export interface EntryWords {
  id: string;
  kind: LibraryEntry['kind'];
  /** Names what was looked at; the same for the same words. */
  print: number;
  /** Different words by which it is found. */
  length: number;
  /** How often each word stands in it, by hash; 0 for what is only counted, as handles are. */
  counts: ReadonlyMap<number, number>;
}

// What a snippet says it is for tells more than its text.
const TITLE = 2;
const QUESTION = 3;
const TEXT = 1;
const HANDLE = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;

const LAYOUT = 1;
const SAMPLE =
  'Die Geräte’s stopped boxes, passes keeping 水壶坏了 @acme_help https://acme.example don’t';

/** Changes with the way in which words are made and laid out: an index of another format is of no use. */
export const INDEX_FORMAT = `${LAYOUT}-${toHash(`${toWords(SAMPLE).map(toStem)} ${toHandles(SAMPLE)}`)}`;

/** The hash by which the index knows a stem. */
export function toWordHash(stem: string): number {
  return toHashNumber(stem);
}

/** The same of a handle, with its `@`; no stem has one. */
export function toHandleHash(handle: string): number {
  // At the end of a sentence its mark looks like a part of the handle.
  return toHashNumber(handle.toLowerCase().replace(/[.-]+$/, ''));
}

/** The words by which an entry is found: of a reply those of the post that it answered, of a snippet all. */
export function toEntryWords(entry: LibraryEntry): EntryWords {
  const { id, kind, text, title = '', question = '', tags } = entry;
  const counts = new Map<number, number>();
  for (const handle of toHandles(text)) counts.set(toHandleHash(handle), 0);
  const words = new Set<string>();
  const take = (part: string, times: number) => {
    for (const word of toWords(part)) {
      words.add(word);
      const hash = toWordHash(toStem(word));
      counts.set(hash, (counts.get(hash) ?? 0) + times);
    }
  };
  if (kind === 'reply') take(question, 1);
  else {
    for (const part of [title, ...tags]) take(part, TITLE);
    take(question, QUESTION);
    take(text, TEXT);
  }
  const print = toHashNumber([kind, title, ...tags, question, text].join('\n'));
  return { id, kind, print, length: words.size, counts };
}

function toHandles(text: string): Set<string> {
  return new Set(text.toLowerCase().match(HANDLE));
}
