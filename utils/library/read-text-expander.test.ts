// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { toPlain } from '#utils/replies/macros.ts';
import { parseLibraryFile } from '#utils/replies/import-library.ts';
import { readTextExpander } from './read-text-expander.ts';

const read = (text: string) => readTextExpander(text, new DOMParser());
const snippet = (fields: Record<string, string>) =>
  `<dict>${Object.entries(fields)
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict>`;
const file = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${inner}</dict></plist>`;

test('a file of one group is read', () => {
  const { records, skipped } = read(
    file(
      `<key>groupInfo</key><dict><key>groupName</key><string>Care</string></dict><key>snippetsTE2</key><array>${[
        snippet({ abbreviation: 'rst', label: 'Reset', plainText: 'Hold &amp; wait.\nThen %|.' }),
        snippet({ abbreviation: 'hi', label: '', plainText: 'Hi %filltext:name=first name%' }),
        snippet({ abbreviation: 'sh', plainText: 'rm -rf', snippetType: '3' }),
        snippet({ abbreviation: 'none', plainText: ' ' }),
      ].join('')}</array>`,
    ),
  );
  expect(records).toEqual([
    { line: 1, text: 'Hold & wait.\nThen .', title: 'Reset', tags: ['Care'] },
    { line: 2, text: 'Hi {name}', title: 'hi', tags: ['Care'] },
  ]);
  expect(skipped).toEqual([
    { line: 3, reason: 'It is a program, not a text.' },
    { line: 4, reason: 'There is no answer text.' },
  ]);
});

test('groups of a whole settings file become tags', () => {
  const { records } = read(
    file(
      `<key>groupsTE2</key><array><dict><key>name</key><string>Links</string><key>snippetUUIDs</key><array><string>u1</string></array></dict></array>
      <key>snippetsTE2</key><array>${snippet({ uuidString: 'u1', plainText: 'https://acme.example' })}</array>`,
    ),
  );
  expect(records).toEqual([{ line: 1, text: 'https://acme.example', tags: ['Links'] }]);
});

test.each([
  ['an entity of its own', '<!DOCTYPE p [<!ENTITY a "b">]><plist><dict/></plist>'],
  ['another file', '<html><body>Sign in</body></html>'],
  ['no snippets', file('<key>snippetsTE2</key><array/>')],
])('%s is refused', (_, text) => {
  const { records, trouble } = read(text);
  expect(records).toEqual([]);
  expect(trouble).toMatch(/TextExpander/u);
});

describe('a text of TextExpander', () => {
  test.each([
    ['Hi %filltext:name=Customer:default=you:width=10%!', 'Hi {name}!'],
    ['%fillarea:name=what happened%', '{what happened}'],
    ['%fillpopup:name=tone:default=Thanks:Cheers%', 'Thanks'],
    ['a %fillpart:name=x:default=yes%kept%fillpartend% b', 'a kept b'],
    ['See %clipboard%| now', 'See {clipboard} now'],
    ['On %d.%m.%Y we', 'On {date} we'],
    ['%snippet:sig%%key:enter%', '{sig}'],
    ['100%% sure', '100% sure'],
    ['50 % off, 5%', '50 % off, 5%'],
  ])('%j reads %j', (text, plain) => {
    expect(toPlain(text)).toBe(plain);
  });

  test('is read out of CSV with and without a header', () => {
    const rows = 'rst,"Hold %clipboard, please.",Reset\nhi,Hi %filltext:name=name%,\n';
    const titles = [
      ['Hold {clipboard}, please.', 'Reset'],
      ['Hi {name}', 'hi'],
    ];
    for (const text of [rows, `Abbreviation,Content,Label\n${rows}`]) {
      const { entries } = parseLibraryFile('a.csv', text);
      expect(entries.map((one) => [one.text, one.title])).toEqual(titles);
    }
  });

  test('is left as it is in other files', () => {
    expect(parseLibraryFile('a.csv', 'title,text\nA,100%% %Y\n').entries[0]?.text).toBe('100%% %Y');
  });
});
