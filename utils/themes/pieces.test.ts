import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { toPieces } from './pieces.ts';

const asWritten = (text: string) =>
  toPieces(text).map(({ word, start, end }) => [word, text.slice(start, end)]);

test.each([
  [
    'Lost my Gepäck',
    [
      ['lost', 'Lost'],
      ['my', 'my'],
      ['gepack', 'Gepäck'],
    ],
  ],
  [
    'It doesn’t work',
    [
      ['it', 'It'],
      ["doesn't", 'doesn’t'],
      ['work', 'work'],
    ],
  ],
  ['@acme hi', [['hi', 'hi']]],
  [
    '荷物が届きません',
    [
      ['荷物', '荷物'],
      ['が', 'が'],
    ],
  ],
  [
    'กระเป๋าหาย',
    [
      ['กระเป๋า', 'กระเป๋า'],
      ['หาย', 'หาย'],
    ],
  ],
])('%s keeps how its words were written', (text, pieces) => {
  expect(asWritten(text).slice(0, pieces.length)).toEqual(pieces);
});

test('stand in order within the text, whatever it is, and not far into it', () => {
  fc.assert(
    fc.property(anyText(), fc.nat(3_000), (text, before) => {
      const whole = 'a '.repeat(before / 2) + text;
      let last = 0;
      for (const { start, end, word } of toPieces(whole)) {
        expect(word).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(2_000);
        last = start;
      }
    }),
  );
});
