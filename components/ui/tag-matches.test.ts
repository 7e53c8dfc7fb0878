import { expect, test } from 'vitest';
import { toMostUsed, toTagMatches } from './tag-matches.ts';

const known = ['kettle', 'lid', 'Law', 'teakettle', 'shop'];

test.each([
  ['l', [], ['lid', 'Law', 'kettle', 'teakettle']],
  ['KET', [], ['kettle', 'teakettle']],
  ['l', ['law', 'lid'], ['kettle', 'teakettle']],
  ['', [], known],
  ['x', [], []],
])('“%s” beside %j', (typed, terms, found) => {
  expect(toTagMatches(known, terms, typed)).toEqual(found);
});

test('six at the most, those that begin so before the others', () => {
  const many = [...Array.from({ length: 9 }, (_, at) => `xa${at}`), 'a1', 'a2'];
  expect(toTagMatches(many, [], 'a')).toEqual(['a1', 'a2', 'xa0', 'xa1', 'xa2', 'xa3']);
});

test('the most used first', () => {
  expect(toMostUsed([['b', 'a'], ['c'], ['c', 'a'], ['c']])).toEqual(['c', 'a', 'b']);
});
