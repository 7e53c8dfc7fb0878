// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { countHits, isSelector, mendSelectors, SELECTOR_MAX } from './selectors.ts';

const someTables = () => ({ post: { root: '.post', text: '.text' }, box: { field: 'textarea' } });

test('a mend takes the place of what was shipped, by table and name', () => {
  const tables = someTables();
  expect(mendSelectors(tables, { 'post.text': '.body' }, document)).toEqual(['post.text']);
  expect(tables).toEqual({ post: { root: '.post', text: '.body' }, box: { field: 'textarea' } });
});

test('what is not mended any more is as shipped', () => {
  const tables = someTables();
  mendSelectors(tables, { 'post.text': '.body' }, document);
  expect(mendSelectors(tables, { 'box.field': 'input' }, document)).toEqual(['box.field']);
  expect(tables).toEqual({ post: { root: '.post', text: '.text' }, box: { field: 'input' } });
});

test.each(['', '  ', 'div[', 'p'.repeat(SELECTOR_MAX + 1)])('“%s” mends nothing', (selector) => {
  const tables = someTables();
  expect(isSelector(selector, document)).toBe(false);
  expect(mendSelectors(tables, { 'post.text': selector }, document)).toEqual([]);
  expect(tables).toEqual(someTables());
});

test('a mend of what the site does not have is left out', () => {
  const tables = someTables();
  expect(mendSelectors(tables, { 'post.author': 'a', constructor: 'a' }, document)).toEqual([]);
  expect(tables).toEqual(someTables());
});

test('hits are counted by full name', () => {
  document.body.innerHTML = '<div class="post"><p class="text"></p></div><div class="post"></div>';
  const hits = { 'post.root': 2, 'post.text': 1, 'box.field': 0 };
  expect(countHits(someTables(), () => [document])).toEqual(hits);
});
