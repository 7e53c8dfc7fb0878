// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findOwn, ownParts } from './parts.ts';

const POST = '.post';

function aPost(html: string): Element {
  document.body.innerHTML = `<div class="post" id="outer">${html}</div><p class="name">after</p>`;
  return document.querySelector('#outer') as Element;
}

test('a part is the post’s own, though one of a post within it comes first', () => {
  const post = aPost(
    '<div class="post"><p class="name">inner</p></div><div><p class="name">outer</p></div>',
  );
  expect(findOwn(post, '.name', POST)?.textContent).toBe('outer');
});

test('a post whose parts are all of posts within it has none', () => {
  const post = aPost('<div class="post"><p class="name">inner</p></div>');
  expect(findOwn(post, '.name', POST)).toBeNull();
});

test('the parts of a post end with the post and leave out what posts within it hold', () => {
  const post = aPost('<a></a><div class="post"><b></b></div><i><u></u></i>');
  expect([...ownParts(post, POST)].map(({ localName }) => localName)).toEqual([
    'a',
    'div',
    'i',
    'u',
  ]);
});
