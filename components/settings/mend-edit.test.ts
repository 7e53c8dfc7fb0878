import { expect, test } from 'vitest';
import { findUnread, isSameMends, toMends } from './mend-edit.ts';

const shipped = { 'post.text': '.text', 'post.author': '.author' };

test.each([
  ['emptied', { 'post.text': ' ' }, {}],
  ['as shipped', { 'post.text': ' .text' }, {}],
  ['of no selector of the site', { 'post.gone': '.gone' }, {}],
  ['another', { 'post.text': ' .words ' }, { 'post.text': '.words' }],
])('a field %s', (_what, typed, mends) => {
  expect(toMends(typed, shipped)).toEqual(mends);
});

test('mends are the same whatever their order', () => {
  const one = { 'post.text': 'a', 'post.author': 'b' };
  expect(isSameMends(one, { 'post.author': 'b', 'post.text': 'a' })).toBe(true);
  expect(isSameMends(one, { 'post.text': 'a' })).toBe(false);
  expect(isSameMends(one, { 'post.text': 'a', 'post.author': 'c' })).toBe(false);
});

test('a mend that was not used is one that the browser did not understand', () => {
  const used = { 'post.text': '.text', 'post.author': '.by' };
  expect(findUnread({ 'post.text': 'div[', 'post.author': '.by' }, used)).toEqual(['post.text']);
});
