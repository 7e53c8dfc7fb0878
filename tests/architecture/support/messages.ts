/** The message map as it is written and used: its sentences, its handlers, its senders. */
import { messages } from '#utils/messages/map.ts';
import { pageMessages } from '#utils/messages/page-messages.ts';
import { isCode, isTest, listFiles, readText } from './source-files.ts';
import { identifierName, readComments, stringValue, walkCode } from './walk-code.ts';
import type { Node } from './walk-code.ts';

const FILES = {
  messages: 'utils/messages/map.ts',
  pageMessages: 'utils/messages/page-messages.ts',
} as const;

/** Parts of the map in files of their own, by the name of their record. */
const partFiles = () =>
  listFiles().filter((path) => /^utils\/messages\/map-[a-z-]+\.ts$/u.test(path));

/** The names and doc comments of one record of the map, in order. */
export function readDocs(record: keyof typeof FILES): Map<string, string> {
  return readRecord(FILES[record], record) ?? new Map();
}

/** Null where the file holds no such record. */
function readRecord(path: string, record: string): Map<string, string> | null {
  const source = readText(path);
  const comments = readComments(path, source);
  const declaration = walkCode(path, source).find(
    (node) => node.type === 'VariableDeclarator' && identifierName(node['id']) === record,
  );
  const body = walkBelow(declaration).find((node) => node.type === 'ObjectExpression');
  if (!body) return null;
  const docs = new Map<string, string>();
  let from = body.start;
  for (const property of body['properties'] as Node[]) {
    const above = comments.filter(({ start }) => start > from && start < property.start);
    from = property['end'] as number;
    if (property.type === 'SpreadElement') {
      for (const [name, doc] of readPart(identifierName(property['argument']))) docs.set(name, doc);
    } else docs.set(stringValue(property['key']) ?? '', toSentence(above.at(-1)?.text ?? ''));
  }
  return docs;
}

function readPart(record: string | null): Map<string, string> {
  const found = partFiles().map((path) => record && readRecord(path, record));
  return found.find((docs) => docs) || new Map();
}

function walkBelow(node: Node | undefined): Node[] {
  if (!node) return [];
  const below: Node[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === 'object' && value !== null && 'type' in value) {
      below.push(value as Node);
      for (const one of Object.values(value)) visit(one);
    }
  };
  visit(node);
  return below;
}

function toSentence(comment: string): string {
  return (
    comment
      .replace(/^\*/u, '')
      .replaceAll(/\s*\n\s*\*?\s*/gu, ' ')
      // Numbers of docs/reliability.md are for people who read code.
      .replaceAll(/ \(reliability\.md [^)]*\)/gu, '')
      .trim()
  );
}

/** The files under `folder` that are code and no tests, with their syntax. */
function codeIn(folder: string): Node[] {
  return listFiles()
    .filter((path) => path.startsWith(folder) && isCode(path) && !isTest(path))
    .flatMap((path) => walkCode(path, readText(path)));
}

/** Message names that code under `folder` has handlers for. */
export function readHandled(folder: string): Set<string> {
  const keys = codeIn(folder)
    .filter(({ type }) => type === 'Property')
    .map((node) => stringValue(node['key']));
  return new Set(keys.filter((key) => key !== null));
}

/** Message names that code under `folder` sends through this function. */
export function readSent(folder: string, sender: 'send' | 'sendToPage'): Set<string> {
  const names = codeIn(folder)
    .filter((node) => node.type === 'CallExpression' && identifierName(node['callee']) === sender)
    .flatMap((node) => (node['arguments'] as unknown[]).map(stringValue));
  return new Set(names.filter((name) => name !== null));
}

/** `docs/messages.md` as it has to be. */
export function writeMessagesPage(): string {
  const who = { content: 'page', frame: 'frame', page: 'extension' } as const;
  const docs = readDocs('messages');
  const rows = Object.entries(messages).map(([name, { from }]) => {
    const senders = from.map((kind) => who[kind]).join(', ');
    return `| \`${name}\` | ${senders} | ${docs.get(name) ?? ''} |`;
  });
  const pageDocs = readDocs('pageMessages');
  const pageRows = Object.keys(pageMessages).map(
    (name) => `| \`${name}\` | ${pageDocs.get(name) ?? ''} |`,
  );
  return [
    '# Messages',
    '',
    'Written from `utils/messages/map.ts`, its parts and `page-messages.ts` by `WRITE=1 npx vitest run tests/architecture/messages.test.ts`; do not edit.',
    '',
    '## To the background',
    '',
    'Who may send is decided by what the browser says of the sender, never by the message. `page`: our content script',
    'in a site’s page, half trusted. `frame`: the same in a frame of a site that stands in frames',
    '([decision 15](decisions/0015-frames.md)). `extension`: popup, side panel and options.',
    '',
    '| Message | Who may send | What it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## From the background to a page',
    '',
    'Only the background can send these; every answer is checked, because the page is not ours.',
    '',
    '| Message | What it does |',
    '| --- | --- |',
    ...pageRows,
    '',
  ].join('\n');
}
