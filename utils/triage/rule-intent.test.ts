import { describe, expect, test } from 'vitest';
import { createJudge } from './judge.ts';
import { toRuleIntent } from './rule-intent.ts';

describe('an intent by rules', () => {
  test.each([
    ['How do I reset the display?', 'question'],
    ['It broke again. I want a refund', 'complaint'],
    ['Thank you, I love it', 'praise'],
    ['The kettle of my aunt', null],
    ['', null],
  ])('%s', (text, intent) => {
    expect(toRuleIntent(text)).toBe(intent);
    expect(createJudge().judge({ text }).intent).toBe(intent);
  });
});
