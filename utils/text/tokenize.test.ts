import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { toStem, toWords } from './tokenize.ts';

describe('toWords', () => {
  test.each([
    ['My Kettle STOPPED.', ['my', 'kettle', 'stopped']],
    ["It doesn't / doesn’t", ['it', "doesn't", "doesn't"]],
    ['Café ＫＥＴＴＬＥ über', ['cafe', 'kettle', 'uber']],
    ['@acme @ada@social.example __cust__ hi', ['hi']],
    ['see https://acme.example/a?b=c or ada@acme.example now', ['see', 'or', 'now']],
    ['#kettlefail iOS 11', ['kettlefail', 'ios', '11']],
    ['чайник сломался', ['чайник', 'сломался']],
    ['', []],
  ])('cuts %j into %j', (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  test.each(['やかんが壊れました', '水壶坏了', 'กาต้มน้ำเสีย'])(
    'cuts %s, written without spaces',
    (text) => {
      const words = toWords(text);
      expect(words.length).toBeGreaterThan(1);
      expect(words.join('')).toBe(text.normalize('NFKD').normalize('NFC'));
    },
  );

  test('gives the same words for the same text in other capitals', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z' ]{0,40}$/), (text) => {
        expect(toWords(text.toUpperCase())).toEqual(toWords(text));
      }),
    );
  });

  test('gives no empty word', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(toWords(text).every((word) => word.trim() !== '')).toBe(true);
      }),
    );
  });
});

describe('toStem', () => {
  test.each([
    ['stopped', 'stop'],
    ['stops', 'stop'],
    ['stopping', 'stop'],
    ['kettles', 'kettle'],
    ['boxes', 'box'],
    ['switches', 'switch'],
    ["kettle's", 'kettle'],
    ['filled', 'fill'],
    ['glass', 'glass'],
    ['red', 'red'],
    ['чайники', 'чайники'],
  ])('takes %s to %s', (word, stem) => {
    expect(toStem(word)).toBe(stem);
  });
});
