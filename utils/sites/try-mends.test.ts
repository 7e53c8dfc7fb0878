// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { tryMends } from './try-mends.ts';

const url = new URL('https://site.example/');
function anAdapter() {
  const post = { row: '.row', text: '.text' };
  return {
    selectors: { post },
    findPosts: (root: ParentNode) => [...root.querySelectorAll(post.row)],
    readPost: (element: Element) => (element.querySelector(post.text) ? ({} as never) : null),
  };
}

test('a page is read by what is wanted, and goes on as before', () => {
  document.body.innerHTML = '<p class="new"><i class="words">Hi</i></p><p class="new"></p>';
  const adapter = anAdapter();
  const wanted = { 'post.row': '.new', 'post.text': '.words' };
  expect(tryMends(adapter, { now: {}, wanted }, document, url)).toEqual({
    found: 2,
    read: 1,
    hits: { 'post.row': 2, 'post.text': 1 },
    selectors: wanted,
  });
  expect(adapter.selectors.post).toEqual({ row: '.row', text: '.text' });
});

test('what is no CSS is told as what was used instead', () => {
  const wanted = { 'post.row': 'div[' };
  const { selectors } = tryMends(anAdapter(), { now: {}, wanted }, document, url);
  expect(selectors).toEqual({ 'post.row': '.row', 'post.text': '.text' });
});
