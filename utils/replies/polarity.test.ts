import { describe, expect, test } from 'vitest';
import { isFitting, toMood, toTone } from './polarity.ts';

describe('toMood', () => {
  test.each([
    ['I love my new kettle', 'pleased'],
    ['Great service, thank you! 😍', 'pleased'],
    ['Danke, der Kessel ist super', 'pleased'],
    ['My kettle is broken', 'displeased'],
    ["It doesn't work 😡", 'displeased'],
    ['Not happy with this, it leaks and is broken', 'displeased'],
    ['Thanks for nothing', 'displeased'],
    ['La bouilloire est cassée, quel problème', 'displeased'],
    ['Do you sell lids?', 'neutral'],
    ['', 'neutral'],
  ] as const)('hears %j as %s', (text, mood) => {
    expect(toMood(text)).toBe(mood);
  });
});

describe('toTone', () => {
  test.each([
    ['We are sorry about that.', 'apology'],
    ['Our apologies. Glad to hear it works.', 'apology'],
    ['Es tut uns leid.', 'apology'],
    ['So glad to hear that!', 'cheer'],
    ["You're welcome!", 'cheer'],
    ['Hold the button.', 'plain'],
  ] as const)('hears %j as %s', (text, tone) => {
    expect(toTone(text)).toBe(tone);
  });
});

test('bars an apology for praise', () => {
  expect(isFitting('pleased', 'apology')).toBe(false);
});

test('bars a cheer for a complaint', () => {
  expect(isFitting('displeased', 'cheer')).toBe(false);
});

test.each([
  ['neutral', 'apology'],
  ['neutral', 'cheer'],
  ['displeased', 'apology'],
  ['pleased', 'cheer'],
  ['pleased', 'plain'],
] as const)('bars nothing for %s to %s', (mood, tone) => {
  expect(isFitting(mood, tone)).toBe(true);
});
