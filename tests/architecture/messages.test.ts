/** Every message has a sentence, a handler and somebody who sends it; `docs/messages.md` says the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { messages } from '#utils/messages/map.ts';
import { pageMessages } from '#utils/messages/page-messages.ts';
import { readDocs, readHandled, readSent, writeMessagesPage } from './support/messages.ts';
import { readText, root } from './support/source-files.ts';

const PAGE = 'docs/messages.md';
const names = Object.keys(messages);
const pageNames = Object.keys(pageMessages);

test('the map is seen', () => {
  expect(names.length).toBeGreaterThan(30);
  expect([...readDocs('messages').keys()]).toEqual(names);
  expect([...readDocs('pageMessages').keys()]).toEqual(pageNames);
});

test('every message says in a sentence what it does', () => {
  const docs = [...readDocs('messages'), ...readDocs('pageMessages')];
  expect(docs.filter(([, doc]) => !/^[A-Z“"].{15,}[.)]$/u.test(doc))).toEqual([]);
});

test('a frame may ask nothing that a page may not', () => {
  const more = Object.entries(messages).filter(
    ([, { from }]) =>
      (from as readonly string[]).includes('frame') &&
      !(from as readonly string[]).includes('content'),
  );
  expect(more).toEqual([]);
});

test('every message to the background has a handler there', () => {
  const handled = readHandled('entrypoints/background/');
  expect(names.filter((name) => !handled.has(name))).toEqual([]);
});

test('every message to a page has a handler there', () => {
  const handled = readHandled('entrypoints/page.content/');
  expect(pageNames.filter((name) => !handled.has(name))).toEqual([]);
});

test('every message to a page is sent by the background', () => {
  const sent = readSent('entrypoints/background/', 'sendToPage');
  expect(pageNames.filter((name) => !sent.has(name))).toEqual([]);
});

test('nobody may send what nobody sends from there', () => {
  const content = readSent('entrypoints/page.content/', 'send');
  // The same script runs in frames.
  const sent = { content, frame: content, page: readSent('components/data/', 'send') };
  const idle = Object.entries(messages).flatMap(([name, { from }]) =>
    from.filter((kind) => !sent[kind].has(name)).map((kind) => `${name} from ${kind}`),
  );
  expect(idle).toEqual([]);
});

test('nobody sends what they may not', () => {
  const forbidden = Object.entries(messages).flatMap(([name, { from }]) =>
    (['content', 'page'] as const)
      .filter((kind) => !(from as readonly string[]).includes(kind))
      .map((kind) => ({ name, kind })),
  );
  const sent = {
    content: readSent('entrypoints/page.content/', 'send'),
    page: readSent('components/data/', 'send'),
  };
  expect(forbidden.filter(({ name, kind }) => sent[kind].has(name))).toEqual([]);
});

test('a name that is written wrong counts as not handled', () => {
  expect(readHandled('entrypoints/background/').has('thread.clam')).toBe(false);
  expect(readSent('components/data/', 'send').has('thread.claim')).toBe(true);
});

test('docs/messages.md is the map', async () => {
  const config = await resolveConfig(join(root, PAGE));
  const page = await format(writeMessagesPage(), { ...config, parser: 'markdown' });
  if (process.env['WRITE'] === '1') writeFileSync(join(root, PAGE), page);
  expect(readText(PAGE)).toBe(page);
});
