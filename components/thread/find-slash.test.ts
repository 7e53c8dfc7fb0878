import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSlash } from './find-slash.ts';

/** `|` is the caret. */
const find = (marked: string) => findSlash(marked.replace('|', ''), marked.indexOf('|'));

test.each([
  ['/ref|', { from: 0, query: 'ref' }],
  ['Hi Lena, /ref| and so on', { from: 9, query: 'ref' }],
  ['Hi Lena,\n/rückgabe|', { from: 9, query: 'rückgabe' }],
  ['Hi /re|fund', { from: 3, query: 're' }],
])('%j asks for a snippet', (marked, slash) => {
  expect(find(marked)).toEqual(slash);
});

test.each([
  '/|',
  'and/or|',
  'https://acme.example/help|',
  'Hi /ref und|',
  '3 /4|',
  'a|',
  '|/ref',
  `${'x'.repeat(60)}/ref|`,
])('%j asks for none', (marked) => {
  expect(find(marked)).toBeNull();
});

test('what is found stands in the text, whatever it is', () => {
  const finds = () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 80 }), (text, at) => {
        const caret = Math.min(at, text.length);
        const slash = findSlash(text, caret);
        return slash === null || text.slice(slash.from, caret) === `/${slash.query}`;
      }),
    );
  expect(finds).not.toThrow();
});
