import { expect, test } from 'vitest';
import { findUnread, isSameMends, listUnknown, toMends } from './mend-edit.ts';

const shipped = { 'post.text': '.text', 'post.author': '.author' };

test.each([
  ['emptied', { 'post.text': ' ' }, {}],
  ['as shipped', { 'post.text': ' .text' }, {}],
  ['of no selector of the site', { 'post.gone': '.gone' }, {}],
  ['another', { 'post.text': ' .words ' }, { 'post.text': '.words' }],
])('a field %s', (_what, typed, mends) => {
  expect(toMends(typed, shipped, {})).toEqual(mends);
});

test.each([
  ['is not known here', { 'post.newer': '.newer' }],
  ['is as shipped by now', { 'post.text': '.text' }],
])('what the team has changed stays where it %s', (_what, standing) => {
  expect(toMends({ ...standing, 'post.author': '.by' }, shipped, standing)).toEqual({
    ...standing,
    'post.author': '.by',
  });
});

test('what the team has changed is as shipped again where its field is emptied, if there is one', () => {
  const standing = { 'post.text': '.words', 'post.newer': '.newer' };
  const typed = { 'post.text': '', 'post.newer': '' };
  expect(toMends(typed, shipped, standing)).toEqual({ 'post.newer': '.newer' });
  expect(listUnknown(standing, shipped)).toEqual([['post.newer', '.newer']]);
});

test('mends are the same whatever their order', () => {
  const one = { 'post.text': 'a', 'post.author': 'b' };
  expect(isSameMends(one, { 'post.author': 'b', 'post.text': 'a' })).toBe(true);
  expect(isSameMends(one, { 'post.text': 'a' })).toBe(false);
  expect(isSameMends(one, { 'post.text': 'a', 'post.author': 'c' })).toBe(false);
});

test('a known mend that was not used is one that the browser did not understand', () => {
  const used = { 'post.text': '.text', 'post.author': '.by' };
  const wanted = { 'post.text': 'div[', 'post.author': '.by', 'post.newer': '.newer' };
  expect(findUnread(wanted, used, shipped)).toEqual(['post.text']);
});
