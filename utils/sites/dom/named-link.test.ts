// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { decodePart, findNamedLink } from './named-link.ts';

function linksOf(html: string): Iterable<Element> {
  const doc = document.implementation.createHTMLDocument();
  doc.body.innerHTML = html;
  return doc.querySelectorAll('a');
}

const PORTRAIT = '<a id="1"><img alt="Photo of Ada"></a>';

test.each([
  [`${PORTRAIT}<a id="2">Ada</a>`, '2'],
  [`<a id="1"><img alt="Photo">Ada</a><a id="2">Ada</a>`, '2'],
  [`<a id="1"><img alt="Photo">Ada</a>`, '1'],
  [PORTRAIT, undefined],
])('the name in %s is the link %s', (html, id) => {
  expect(findNamedLink(linksOf(html))?.id).toBe(id);
});

test.each([
  ['Jos%C3%A9-Example', 'José-Example'],
  ['100%', '100%'],
])('%s is read as %s', (part, read) => {
  expect(decodePart(part)).toBe(read);
});
