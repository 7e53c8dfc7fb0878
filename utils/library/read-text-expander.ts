import type { LibraryRecord, ReadRecords } from '#utils/replies/library-record.ts';
import { toPlain } from '#utils/replies/macros.ts';

const SNIPPETS_MAX = 10_000;
/** Kinds of TextExpander that are programs and not texts: AppleScript, shell, JavaScript. */
const PROGRAMS = new Set(['2', '3', '4']);

function refuse(trouble: string): ReadRecords {
  return { records: [], skipped: [], trouble };
}

/** The value of a key in a `<dict>`; keys and values take turns. */
function valueOf(dict: Element, key: string): Element | null {
  for (const child of dict.children) {
    if (child.tagName === 'key' && child.textContent === key) return child.nextElementSibling;
  }
  return null;
}

const textOf = (dict: Element, key: string) => valueOf(dict, key)?.textContent ?? '';
const dictsOf = (list: Element | null) =>
  Array.from(list?.children ?? []).filter(({ tagName }) => tagName === 'dict');

function toRecord(snippet: Element, group: string, line: number): LibraryRecord | string {
  if (PROGRAMS.has(textOf(snippet, 'snippetType'))) return 'It is a program, not a text.';
  const text = toPlain(textOf(snippet, 'plainText'));
  if (text.trim() === '') return 'There is no answer text.';
  const title = textOf(snippet, 'label').trim() || textOf(snippet, 'abbreviation').trim();
  return { line, text, ...(title === '' ? {} : { title }), tags: group === '' ? [] : [group] };
}

/** Snippets of a `.textexpander` file (a property list in XML); `line` is the number of the snippet. Never throws. */
export function readTextExpander(text: string, parser: DOMParser): ReadRecords {
  // Entities of its own are no part of such a file, and the way to make a small file grow.
  if (/<!ENTITY/iu.test(text)) return refuse('This is no file of TextExpander.');
  const file = parser.parseFromString(text, 'application/xml');
  const root = file.querySelector('plist > dict');
  if (file.querySelector('parsererror') || !root) {
    return refuse('This is no file of TextExpander, or it was not saved completely.');
  }
  const snippets = dictsOf(valueOf(root, 'snippetsTE2') ?? valueOf(root, 'snippetPlists'));
  if (snippets.length === 0) return refuse('The file has no snippets of TextExpander.');
  if (snippets.length > SNIPPETS_MAX) {
    return refuse('The file has more than 10,000 rows. Split it into smaller files.');
  }
  const groups = new Map<string, string>();
  for (const group of dictsOf(valueOf(root, 'groupsTE2'))) {
    for (const { textContent } of valueOf(group, 'snippetUUIDs')?.children ?? []) {
      groups.set(textContent ?? '', textOf(group, 'name'));
    }
  }
  const info = valueOf(root, 'groupInfo');
  const whole = info ? textOf(info, 'groupName') : textOf(root, 'groupName');
  const read: ReadRecords = { records: [], skipped: [] };
  for (const [index, snippet] of snippets.entries()) {
    const group = groups.get(textOf(snippet, 'uuidString')) ?? whole;
    const record = toRecord(snippet, group, index + 1);
    if (typeof record === 'string') read.skipped.push({ line: index + 1, reason: record });
    else read.records.push(record);
  }
  return read;
}
