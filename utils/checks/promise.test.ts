import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkPromise } from './promise.ts';

const levelOf = (draft: string) => checkPromise(draft, aDraftContext())?.level ?? null;

describe('checkPromise', () => {
  test.each([
    ["We'll refund you.", 'warning'],
    ['You will get a full refund.', 'warning'],
    ['We guarantee that it works.', 'warning'],
    ['We will send you a voucher.', 'warning'],
    ['Wir werden dir den Betrag erstatten.', 'warning'],
    ['Te reembolsaremos el importe.', 'warning'],
    ['Nous vous rembourserons.', 'warning'],
    ['Vamos reembolsar o valor.', 'warning'],
    ['返金いたします。', 'warning'],
    ['We will fix it by Monday.', 'notice'],
    ['It will be ready within 3 days.', 'notice'],
    ['明日までに発送します。', 'notice'],
  ])('%j: %s', (draft, level) => {
    expect(levelOf(draft)).toBe(level);
  });

  test.each([
    'We can’t refund you here.',
    'If the kettle is broken, we will refund you.',
    'How to ask for a refund: https://acme.example/refund',
    "We'll look into it.",
    "We'll pass this on.",
    'We are open on Monday.',
    'Did you get a refund?',
    '返金できません。',
  ])('is silent about %j', (draft) => {
    expect(levelOf(draft)).toBeNull();
  });
});
