import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillVariables, toFirstName } from './variables.ts';

const values = {
  name: 'Ada',
  handle: '@ada_example',
  brand: 'Acme',
  me: 'Bo',
  link: 'https://acme.example',
};

describe('fillVariables', () => {
  test('fills every known variable', () => {
    expect(fillVariables('Hi {name} ({handle}), {brand} here: {link} {me}', values)).toBe(
      'Hi Ada (@ada_example), Acme here: https://acme.example Bo',
    );
  });

  test('takes spaces or capitals within the braces', () => {
    expect(fillVariables('{ Name }', values)).toBe('Ada');
  });

  test('leaves an unknown variable visible', () => {
    expect(fillVariables('Order {order_number}', values)).toBe('Order {order_number}');
  });

  test('puts a value in as it is', () => {
    expect(fillVariables('Hi {name}', { ...values, name: '$& {brand}' })).toBe('Hi $& {brand}');
  });

  test.each([
    ['Hi {name}, please hold it.', 'Hi, please hold it.'],
    ['Thanks, {name}!', 'Thanks!'],
    ['{name}, please hold it.', 'please hold it.'],
    ['Open the {brand} app.', 'Open the app.'],
    ['{name}’s order', '{name}’s order'],
    ['Yours, {me}', 'Yours, {me}'],
    ['See {link}', 'See {link}'],
  ])('without values %j reads %j', (text, expected) => {
    expect(fillVariables(text, { name: '', handle: '', brand: '', me: '' })).toBe(expected);
  });

  test('changes no text without braces', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('{'));
    fc.assert(
      fc.property(text, (some) => {
        expect(fillVariables(some, values)).toBe(some);
      }),
    );
  });
});

describe('toFirstName', () => {
  test.each([
    ['Ada Example', 'Ada'],
    ['Ada 🐝', 'Ada'],
    ['🐝 Ada', 'Ada'],
    ['Anne-Marie Example', 'Anne-Marie'],
    ["D'Arcy Example", "D'Arcy"],
    ['アダ', 'アダ'],
    ['The Kettle Club', '@ada_example'],
    ['Dr. Ada Example', 'Ada'],
    ['Prof. Dr. Ada Example', 'Ada'],
    ['Dr.', '@ada_example'],
    ['Ada, PhD', 'Ada'],
    ['Example, Ada', '@ada_example'],
    ['✨Ada✨', 'Ada'],
    ['𝓐𝓭𝓪 Example', 'Ada'],
    ['ADA EXAMPLE', 'Ada'],
    ['ACME', '@ada_example'],
    ['MK 🚀', '@ada_example'],
    ['Mia', 'Mia'],
    ['Will Example', 'Will'],
    ['Kettle Repair GmbH', '@ada_example'],
    ['Example & Sons Ltd.', '@ada_example'],
    ['Northern News', '@ada_example'],
    ['Angry Customer', '@ada_example'],
    ['やかん株式会社', '@ada_example'],
    ['kettle4life', '@ada_example'],
    ['XX_ada_XX', '@ada_example'],
    ['', '@ada_example'],
  ])('addresses %j as %j', (name, expected) => {
    expect(toFirstName({ handle: 'ada_example', name })).toBe(expected);
  });

  test('uses the handle where there is no name', () => {
    expect(toFirstName({ handle: '@ada_example' })).toBe('@ada_example');
  });
});
