import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { toHash } from './hash.ts';

test('a hash stays what it was, for ids are stored', () => {
  expect([toHash(''), toHash('Hold the button.')]).toMatchInlineSnapshot(`
    [
      "wvjl67o803",
      "yevyknr568",
    ]
  `);
});

test('texts that differ get names that differ', () => {
  const texts = fc.uniqueArray(anyText(), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(texts, (list) => {
      expect(new Set(list.map(toHash)).size).toBe(list.length);
    }),
  );
});

test('a hash is short and plain', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(toHash(text)).toMatch(/^[a-z0-9]{1,11}$/);
    }),
  );
});
