// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '#tests/sites/support/hostile-text.ts';
import { readLine, readText, type ReadTextOptions } from './read-text.ts';

function read(html: string, options?: ReadTextOptions): string {
  const doc = new DOMParser().parseFromString(`<div id="root">${html}</div>`, 'text/html');
  return readText(doc.querySelector('#root'), options);
}

describe('the text of an element', () => {
  test.each([
    ['white space is collapsed', 'a \n  b&nbsp; c', 'a b c'],
    ['an image is its alt', 'a<img alt="🦊">b', 'a🦊b'],
    ['a line break is a line', 'a<br>b', 'a\nb'],
    ['paragraphs have an empty line between', '<p>a</p><p>b</p>', 'a\n\nb'],
    ['a paragraph after bare text is one', 'a<p>b', 'a\n\nb'],
    ['items of a list are lines', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['nested blocks make one line', '<div><div><div>a</div></div></div><div>b</div>', 'a\nb'],
    ['code keeps its lines', '<pre>a\n\nb</pre>', 'a\n\nb'],
    ['scripts are not text', 'a<script>b</script><style>c</style>', 'a'],
    ['marks that hide letters are dropped', 'Ac\u200Bm\u2060e \u202Eabc\u202C', 'Acme abc'],
    ['joined emoji stay whole', '👩‍🚀👨‍👩‍👧', '👩‍🚀👨‍👩‍👧'],
    ['joiners that are spelling stay', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a joiner in a Latin word is dropped', 'Ac\u200Dme', 'Acme'],
  ])('%s', (_fact, html, text) => {
    expect(read(html)).toBe(text);
  });

  test('line feeds stay where the site shows them', () => {
    expect(read('a\nb\n\n\n\nc', { keepsLineFeeds: true })).toBe('a\nb\n\nc');
  });

  test('skipped parts are left out', () => {
    expect(read('a<blockquote>b</blockquote>c', { skip: 'blockquote' })).toBe('ac');
  });

  test('a name stands on one line', () => {
    const doc = new DOMParser().parseFromString('<b>Ada<br>Example</b>', 'text/html');
    expect(readLine(doc.querySelector('b'))).toBe('Ada Example');
  });

  test('nothing is empty', () => {
    expect(readText(null)).toBe('');
  });

  test('a page that nests too deep for recursion is read', () => {
    const root = document.createElement('div');
    let deepest: HTMLElement = root;
    for (let depth = 0; depth < 3_000; depth += 1) {
      const child = document.createElement('span');
      deepest.append(child);
      deepest = child;
    }
    deepest.append('bottom');
    expect(readText(root)).toBe('bottom');
  });

  test('plain text of any kind comes back without surprises', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const element = document.createElement('div');
        element.textContent = text;
        const once = readText(element, { keepsLineFeeds: true });
        element.textContent = once;
        expect(readText(element, { keepsLineFeeds: true })).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});
