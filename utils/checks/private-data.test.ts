import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkPrivateData } from './private-data.ts';

const ours = { publicContacts: ['help@acme.example', 'acme.example', '+49 30 1234567'] };

describe('is noticed, with its place', () => {
  test.each([
    ['ada@mail.example', 'We wrote to ada@mail.example today.'],
    ['212-555-0142', 'We called 212-555-0142 twice.'],
    ['+44 20 7946 0958', 'Is +44 20 7946 0958 right?'],
    // Numbers that payment providers and the IBAN register publish for tests.
    ['4111 1111 1111 1111', 'The card 4111 1111 1111 1111 was charged.'],
    ['DE89 3704 0044 0532 0130 00', 'Sent to DE89 3704 0044 0532 0130 00.'],
    ['AB-123456', 'Your order number AB-123456 is on its way.'],
    ['987654321', 'I see booking 987654321 here.'],
    ['12345678', '注文番号：12345678を確認しました。'],
  ])('%s', (found, draft) => {
    const marked = checkPrivateData(draft, aDraftContext())?.at ?? [];
    expect(marked.map(({ start, end }) => draft.slice(start, end))).toEqual([found]);
  });
});

describe('is silent about', () => {
  test.each([
    ['the public address', 'Write to help@acme.example.'],
    ['an address of the team’s domain', 'Write to press@acme.example.'],
    ['the public number, however written', 'Call 030 1234567 or +49 30 1234567.'],
    ['a free number', 'Call 1-800-555-0199.'],
    ['a card number with a wrong digit', 'Part 4111 1111 1111 1112 fits.'],
    ['an account with a wrong digit', 'Code DE88 3704 0044 0532 0130 00.'],
    ['dates and years', 'From 2025-11-23 to 24.12.2026, as in 2019-2024.'],
    ['digits of an address', 'See https://acme.example/p/212-555-0142'],
    ['a handle', '@ada_example hold the lid.'],
    ['a word behind "order"', 'Your order arrived, and the order status is right.'],
  ])('%s', (_, draft) => {
    expect(checkPrivateData(draft, aDraftContext(ours))).toBeNull();
  });

  test('an order number that the customer posted', () => {
    const post = { text: 'Where is order AB-123456?', handle: '@ada_example' };
    const draft = 'Your order AB-123456 is on its way.';
    expect(checkPrivateData(draft, aDraftContext({ post }))).toBeNull();
  });
});
