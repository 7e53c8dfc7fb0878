import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toKeptShare } from './kept-share.ts';

const TEXT = 'Hi Lena, hold the button under the lid for five seconds.';

describe('how much of a text was kept', () => {
  test.each([
    ['all of it', TEXT, 1],
    ['all of it, with more around', `Oh no. ${TEXT} That helps. https://acme.example ^AB`, 1],
    ['nothing', 'Sorry about that', 0],
    ['half', 'Hold the button for five', 5 / 11],
    ['its words in another order', 'seconds five for lid under button hold lena hi', 1 / 11],
  ])('%s', (_what, result, share) => {
    expect(toKeptShare(TEXT, result)).toBeCloseTo(share, 5);
  });

  test('counts words of scripts without spaces', () => {
    expect(toKeptShare('ふたを外してください。', 'ふたを外してください。')).toBe(1);
  });

  test('is 0 for a text without words', () => {
    expect(toKeptShare('…', 'Hello')).toBe(0);
  });

  test('takes long texts without ado', () => {
    const long = 'a b c d e f g h i j '.repeat(500);
    expect(toKeptShare(long, long)).toBe(1);
  });

  test('is between 0 and 1, and 1 for what stands in it as a whole', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
    const holds = () =>
      fc.assert(
        fc.property(words, words, words, (text, before, after) => {
          const share = toKeptShare(text, before);
          return share >= 0 && share <= 1 && toKeptShare(text, `${before} ${text} ${after}`) === 1;
        }),
      );
    expect(holds).not.toThrow();
  });
});
