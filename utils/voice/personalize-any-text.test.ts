import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { fillVariables } from '#utils/replies/variables.ts';
import { personalize } from './personalize.ts';
import type { VoiceContext, VoiceRules } from './voice.ts';

const values = { name: 'Lena', handle: '@lena_k', brand: 'Acme', me: 'Mia Kern' };
const guides = fc.record<VoiceRules>({
  formality: fc.constantFrom('mirror', 'formal', 'informal'),
  emoji: fc.constantFrom('mirror', 'never'),
  greeting: fc.constantFrom('mirror', 'always', 'never'),
  signature: fc.constantFrom('', '^{me}', '– {me}, Acme', 'Your Acme team 💚'),
});
const pieces = fc.constantFrom(
  'Hi Lena, ',
  'Hey',
  'Hello! ',
  'Thanks for reaching out! ',
  'Have a great day!',
  '😊',
  ' 🚀',
  '🔔 ',
  '\n\n',
  ' ',
  '. ',
  'we are not',
  "don't",
  'We’re ',
  'do not ',
  'cannot ',
  '€5.50 ',
  '12 ',
  'https://acme.example/a?b=1 ',
  '@lena_k ',
  ' {name} ',
  ' {me} ',
  ', ',
  'Bitte nicht ',
  'Sie ',
  'du ',
  'ふたを開けない',
  '^AB',
  ' – Mia Kern',
  '“Don’t save” ',
  'Ben ',
);
const likely = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
const texts = fc.oneof({ weight: 3, arbitrary: likely }, anyText());
const contexts = fc.record({
  post: fc.record({ text: texts }),
  guide: guides,
  values: fc.constant(values),
});
const NEGATIONS = /\bnot?\b|cannot|n['’]t\b|nicht|ない/giu;
const FACTS = /https?:\S+|\d+(?:[.,]\d+)*/gu;

describe('whatever the texts', () => {
  const check = (holds: (text: string, context: VoiceContext, made: string) => void) =>
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        holds(text, context, personalize(text, context).text);
      }),
      { numRuns: 1_500 },
    );

  test('once more changes nothing', () => {
    check((_, context, made) => {
      const again = personalize(made, context);
      expect(again.text).toBe(made);
      expect(again.changes.filter(({ kind }) => kind !== 'note')).toEqual([]);
    });
  });

  test('numbers, addresses and negations stay', () => {
    check((text, _, made) => {
      for (const fact of text.match(FACTS) ?? []) expect(made).toContain(fact);
      expect(made.match(NEGATIONS)?.length ?? 0).toBeGreaterThanOrEqual(
        text.match(NEGATIONS)?.length ?? 0,
      );
    });
  });

  test('a change has a reason, and a reason a change', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { text: made, changes } = personalize(text, context);
        const filled = fillVariables(text, values);
        const isChanged = changes.some(({ kind }) => kind !== 'note' && kind !== 'variables');
        expect(made !== filled).toBe(isChanged);
      }),
      { numRuns: 1_500 },
    );
  });

  // One that is looked at again from every sign would not come to an end here.
  test.each(['{', ' ', '. ', '😊 ', '@a ', "we're ", 'Thanks for reaching out! ', '\n', 'Hi '])(
    'a long text of %j is done',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const guide: VoiceRules = {
        formality: 'formal',
        emoji: 'mirror',
        greeting: 'mirror',
        signature: '^{me}',
      };
      const made = personalize(`Hi ${text}x`, { post: { text }, guide, values });
      expect(made.text).toMatch(/x \^MK$/);
    },
  );
});
