import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { toTemplate } from './to-template.ts';

const never = () => false;

describe('toTemplate', () => {
  test.each([
    ['@ada_example Please try again.', 'Please try again.'],
    ['@123456 @ada_example Please try again.', 'Please try again.'],
    ['__cust__ Hi, Ada! Please try again.', 'Hi {name}! Please try again.'],
    ['Hi Ada, please try again.', 'Hi {name}, please try again.'],
    ['Hi Ada Example, please try again.', 'Hi {name}, please try again.'],
    ['Hi ada, please try again.', 'Hi {name}, please try again.'],
    ['Hello @ada_example! Please try again.', 'Hello {name}! Please try again.'],
    ['Hi Ada Thanks for asking.', 'Hi {name} Thanks for asking.'],
    ['Hallo Ada, bitte nochmal.', 'Hallo {name}, bitte nochmal.'],
    ['Good morning, Ada. Try it.', 'Good morning {name}. Try it.'],
    ['アダさん、お試しください。', '{name}さん、お試しください。'],
    ['Sorry to hear that, Ada.', 'Sorry to hear that.'],
    ['Thank you, Ada! Enjoy.', 'Thank you! Enjoy.'],
    ['Thanks Ada.', 'Thanks.'],
    ["Ada, we're on it.", "We're on it."],
    ['We see. Ada, try it.', 'We see. Try it.'],
    ['We hear you, Ada, so please write to us.', 'We hear you, so please write to us.'],
    ['So glad, Ada 😊', 'So glad 😊'],
    ['Please try again. *TCC', 'Please try again.'],
    ['Please try again. ^KD', 'Please try again.'],
    ['Please try again. /JE https://example.com/a', 'Please try again. https://example.com/a'],
    ['Please try again. - Ana', 'Please try again.'],
    ['Ask __company__ again.', 'Ask {brand} again.'],
    ['Ask @ada_example again.', 'Ask again.'],
  ])('turns %j into %j', (text, expected) => {
    expect(toTemplate(text, never)).toBe(expected);
  });

  test.each([
    'Hi there! Please try again.',
    'Hi again, please try it.',
    'Hi, we are on it.',
    'Hi We are on it.',
    'Yes, you can.',
    'However, that is new.',
    'We fly to Boston, Denver, and Chicago.',
    'お客様、お試しください。',
    'Hold the button for 3 s, then wait.',
    'Price is 10 - 20.',
    'See https://example.com/@ada/post for more.',
    'Write to help@example.com.',
  ])('leaves %j as it is', (text) => {
    expect(toTemplate(text, never)).toBe(text);
  });

  test('keeps a shared handle', () => {
    expect(toTemplate('@ada Write to @AcmeHelp please.', (handle) => handle === '@AcmeHelp')).toBe(
      'Write to @AcmeHelp please.',
    );
  });

  test('leaves no trace of a greeted name', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,9}zq$/);
    const shapes = [
      (n: string) => `Hi ${n}, thanks for writing.`,
      (n: string) => `Hello, ${n}! We are sorry.`,
      (n: string) => `Hey ${n} we see it.`,
      (n: string) => `We are sorry, ${n}.`,
      (n: string) => `We are sorry to hear it from Acme, ${n}!`,
      (n: string) => `${n}, we are sorry.`,
      (n: string) => `Thank you ${n}! We see it.`,
      (n: string) => `Good evening ${n}. We see it, ${n}.`,
      (n: string) => `@${n} we see it.`,
      (n: string) => `We see it @${n}, thanks.`,
    ];
    fc.assert(
      fc.property(name, fc.constantFrom(...shapes), (someone, shape) => {
        expect(toTemplate(shape(someone), never)).not.toContain(someone);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(anyText(300), (text) => {
        expect(typeof toTemplate(text, never)).toBe('string');
      }),
    );
  });
});

test('keeps paragraphs, and no more white space than they need', () => {
  expect(toTemplate('Hold it. \n Wait.\n \n\nDone\u00a0 now.', () => false)).toBe(
    'Hold it.\nWait.\n\nDone now.',
  );
});
