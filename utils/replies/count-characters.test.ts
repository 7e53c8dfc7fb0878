import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from './count-characters.ts';

const weighted = { count: 'weighted' } as const;
const graphemes = { count: 'graphemes' } as const;
const mastodon = { count: 'mastodon' } as const;

describe('countCharacters', () => {
  test.each([
    ['', 0],
    ['Press the button.', 17],
    ['你好', 4],
    ['👩‍👩‍👧‍👦', 2],
    ['see https://example.com/a/very/long/path/that/does/not/matter?x=1 now', 31],
  ])('weighs %j as X does', (text, length) => {
    expect(countCharacters(text, weighted)).toBe(length);
  });

  test.each([
    ['', 0],
    ['你好', 2],
    ['👩‍👩‍👧‍👦', 1],
    ['e\u0301', 1],
    ['https://acme.example', 20],
  ])('counts %j by what people see as one sign', (text, length) => {
    expect(countCharacters(text, graphemes)).toBe(length);
  });

  test.each([
    ['see https://acme.example/a?b=c now', 31],
    ['@ada@social.example hello', 10],
    ['@ada hello', 10],
    ['https://social.example/@ada@acme.example', 23],
    ['mail ada@acme.example', 21],
    ['👩‍👩‍👧‍👦', 1],
  ])('counts %j as Mastodon does', (text, length) => {
    expect(countCharacters(text, mastodon)).toBe(length);
  });

  test('counts UTF-16 units where a site does', () => {
    expect(countCharacters('Grüße 👋', { count: 'utf16' })).toBe(8);
  });

  test('never counts more graphemes than UTF-16 units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(countCharacters(text, graphemes)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('counts an address in Mastodon the same however long it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,300}$/), (path) => {
        expect(countCharacters(`https://acme.example/${path}`, mastodon)).toBe(23);
      }),
    );
  });
});
