import { expect, test } from 'vitest';
import { judgeAppends } from './appends.ts';
import type { Appends } from './appends.ts';

const appends = (part: Partial<Appends> = {}): Appends => ({
  acknowledged: new Map([
    ['ana', ['a1', 'a2']],
    ['ben', ['b1']],
  ]),
  unsure: new Set(['a3']),
  read: new Map([
    ['one', ['a1', 'b1', 'a2']],
    ['two', ['a1', 'b1']],
  ]),
  ...part,
});

const reading = (...list: string[]) => appends({ read: new Map([['one', list]]) });

test('accepts a history that all agree on', () => {
  expect(judgeAppends(appends())).toEqual([]);
});

test('accepts an unsure append, there or not', () => {
  expect(judgeAppends(reading('a1', 'b1', 'a2', 'a3'))).toEqual([]);
});

test('finds a lost append', () => {
  expect(judgeAppends(reading('a1', 'a2'))).toEqual(['b1 of ben is lost']);
});

test('finds a doubled append', () => {
  expect(judgeAppends(reading('a1', 'b1', 'a2', 'b1'))).toEqual(['something was appended twice']);
});

test('finds a reordered append', () => {
  expect(judgeAppends(reading('a2', 'a1', 'b1'))).toEqual(['a2 of ana overtook an earlier one']);
});

test('finds readers that disagree', () => {
  const read = new Map([
    ['one', ['a1', 'b1', 'a2']],
    ['two', ['b1']],
  ]);
  expect(judgeAppends(appends({ read }))).toEqual(['two read b1 where others read a1']);
});

test('finds what nobody appended', () => {
  expect(judgeAppends(reading('a1', 'b1', 'a2', 'x'))).toEqual(['nobody appended x']);
});
