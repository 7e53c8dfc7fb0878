// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { eachOnce } from './each-once.ts';

function aPage(html: string): Document {
  const doc = document.implementation.createHTMLDocument();
  doc.body.innerHTML = html;
  return doc;
}

const idOf = (element: Element) => element.getAttribute('data-id');
const shown = (elements: Element[]) => elements.map((element) => element.textContent);

const doc = aPage(
  '<header><p data-id="1">top</p></header><main><p data-id="2">two</p><p data-id="1">one</p><p>none</p></main>',
);

test('the last of two stays where the copy stands on top', () => {
  expect(shown(eachOnce(doc, 'p', 'last', idOf))).toEqual(['two', 'one']);
});

test('the first of two stays where the copy stands below', () => {
  expect(shown(eachOnce(doc, 'p', 'first', idOf))).toEqual(['top', 'two']);
});

test('a part of the page has no copy of what is elsewhere', () => {
  const header = doc.querySelector('header') ?? doc;
  expect(eachOnce(header, 'p', 'last', idOf)).toEqual([]);
});

test('a part that is not in the page yet is looked at alone', () => {
  const part = doc.createElement('div');
  part.innerHTML = '<p data-id="1">new</p>';
  expect(shown(eachOnce(part, 'p', 'last', idOf))).toEqual(['new']);
});
