import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { LibraryRecord, ReadRecords } from '#utils/replies/library-record.ts';
import { toVariable } from '#utils/replies/macros.ts';

/** Longest file, in UTF-16 units: some thousand answers, read in about a second. */
export const ESPANSO_TEXT_MAX = 1_000_000;
const MATCHES_MAX = 10_000;

/** The trigger of an answer that has no title with us (`write-espanso.ts`). */
export const UNTITLED = /^:hearback-\d+$/u;

function refuse(trouble: string): ReadRecords {
  return { records: [], skipped: [], trouble };
}

/** Text of a field; a reference to another place is not followed, so that none can grow what is read. */
function textOf(map: YAMLMap, field: string): string | undefined {
  const value = map.get(field, true) as unknown;
  if (!isScalar(value) || value.value === null) return undefined;
  return String(value.value);
}

function listOf(map: YAMLMap, field: string): string[] {
  const value = map.get(field, true) as unknown;
  if (!isSeq(value)) return [];
  return value.items.flatMap((item) =>
    isScalar(item) && item.value !== null ? [String(item.value)] : [],
  );
}

/** Variable → what stands for it: the text of an `echo`, else the variable in our form. */
function readVariables(holder: YAMLMap, field: string): Map<string, string> {
  const list = holder.get(field, true) as unknown;
  const found = new Map<string, string>();
  for (const item of isSeq(list) ? list.items : []) {
    const name = isMap(item) ? textOf(item, 'name') : undefined;
    if (!isMap(item) || name === undefined) continue;
    const params = item.get('params', true) as unknown;
    const said =
      textOf(item, 'type') === 'echo' && isMap(params) ? textOf(params, 'echo') : undefined;
    found.set(name, said ?? toVariable(name));
  }
  return found;
}

/** `{{form.field}}` and `{{variable}}` of those that the file tells of; any other is text. */
function fill(text: string, variables: ReadonlyMap<string, string>): string {
  return text
    .replaceAll('$|$', '')
    .replace(/\{\{\s?([\w-]+)(?:\.([\w-]+))?\s?\}\}/gu, (whole, name: string, field?: string) => {
      const value = variables.get(name);
      if (value === undefined) return whole;
      return field === undefined ? value : toVariable(field.replaceAll(/[_-]/gu, ' '));
    });
}

const fillForm = (text: string) =>
  text.replace(/\[\[\s?([\w -]{1,60}?)\s?\]\]/gu, (_, field: string) =>
    toVariable(field.replaceAll(/[_-]/gu, ' ')),
  );

function toRecord(
  match: YAMLMap,
  globals: ReadonlyMap<string, string>,
  line: number,
): LibraryRecord | string {
  const form = textOf(match, 'form');
  const told = textOf(match, 'replace') ?? textOf(match, 'markdown') ?? form;
  if (told === undefined) {
    if (isAlias(match.get('replace', true))) return 'It refers to another place of the file.';
    if (match.has('image_path')) return 'It puts in a picture.';
    return match.has('html') ? 'It puts in HTML.' : 'There is no answer text.';
  }
  const text = fill(told, new Map([...globals, ...readVariables(match, 'vars')]));
  const [trigger = ''] = [textOf(match, 'trigger'), ...listOf(match, 'triggers')].filter(
    (one) => one !== undefined,
  );
  const title = textOf(match, 'label') ?? (UNTITLED.test(trigger) ? '' : trigger);
  const question = textOf(match, 'question');
  return {
    line,
    text: told === form ? fillForm(text) : text,
    ...(title === '' ? {} : { title }),
    ...(question === undefined ? {} : { question }),
    tags: listOf(match, 'search_terms'),
  };
}

/**
 * Answers of a match file of espanso: `replace`, `markdown` or `form` is the text, `label` or the first trigger the title,
 * `search_terms` the tags. Never throws; no reference is followed, so that a small file stays small.
 */
export function readEspanso(text: string): ReadRecords {
  if (text.length > ESPANSO_TEXT_MAX) {
    return refuse('The file is larger than a million characters. Split it into smaller files.');
  }
  const lines = new LineCounter();
  const lineOf = (at: number | undefined) => lines.linePos(at ?? 0).line || 1;
  try {
    const file = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      merge: false,
      // The words that it would write for each error cost more than the reading.
      prettyErrors: false,
    });
    const [error] = file.errors;
    if (error) {
      return refuse(`This is not sound YAML: see line ${lineOf(error.pos[0])}.`);
    }
    const root = file.contents;
    const matches = isMap(root) ? (root.get('matches', true) as unknown) : null;
    if (!isMap(root) || !isSeq(matches)) {
      return refuse('This is no match file of espanso: it has no list named "matches".');
    }
    if (matches.items.length > MATCHES_MAX) {
      return refuse('The file has more than 10,000 rows. Split it into smaller files.');
    }
    const globals = readVariables(root, 'global_vars');
    const read: ReadRecords = { records: [], skipped: [] };
    for (const item of matches.items) {
      const line = lineOf((item as { range?: [number] | null }).range?.[0]);
      const record = isMap(item) ? toRecord(item, globals, line) : 'This is no match of espanso.';
      if (typeof record === 'string') read.skipped.push({ line, reason: record });
      else read.records.push(record);
    }
    if (matches.items.length === 0) return refuse('The list in the file is empty.');
    return read;
  } catch {
    // Too deeply nested to be read at all.
    return refuse('This YAML cannot be read: it is nested too deeply.');
  }
}
