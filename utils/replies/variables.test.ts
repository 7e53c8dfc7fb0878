import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillVariables, toFirstName } from './variables.ts';

const values = { name: 'Ada', handle: '@ada_example', brand: 'Acme', me: 'Bo' };

describe('fillVariables', () => {
  test('fills every known variable', () => {
    expect(fillVariables('Hi {name} ({handle}), {brand} here. {me}', values)).toBe(
      'Hi Ada (@ada_example), Acme here. Bo',
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
    ['Dr. Ada Example', '@ada_example'],
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
