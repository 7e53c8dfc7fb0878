// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findQuoteTags, readBody } from './quotes.ts';
import { NOTHING, type ForumSelectors } from './selectors.ts';

const parts = ['post', 'body', 'author', 'time', 'permalink', 'position', 'currentPage', 'title'];
const others = ['skip', 'form', 'box', 'submit', 'account'];
const selectors = {
  ...Object.fromEntries([...parts, ...others].map((name) => [name, NOTHING])),
  quote: 'blockquote',
  quoteHead: 'cite',
  quoteText: 'div',
} as ForumSelectors;

function read(html: string) {
  const body = document.createElement('section');
  body.innerHTML = html;
  return readBody(body, selectors);
}

test('quoted words are no part of the text', () => {
  const { text, quoted } = read('<blockquote><cite>ada wrote:</cite>It leaks</blockquote>Mine too');
  expect(text).toBe('Mine too');
  expect(quoted).toEqual({ author: 'ada', text: 'It leaks' });
});

test('of several quotes the first counts, of nested ones the outer', () => {
  const inner = '<blockquote><div>Older</div></blockquote>';
  const { quoted } = read(
    `<blockquote><div>${inner}First</div></blockquote>a<blockquote>Second</blockquote>`,
  );
  expect(quoted).toEqual({ author: '', text: 'First' });
});

test.each([
  ['ada hat geschrieben:', 'ada'],
  ['Élodie a dit:', 'Élodie'],
  ['Originally posted by <strong>ada said</strong>', 'ada said'],
  ['<a>ada</a> wrote: <a>↑</a>', 'ada'],
  ['Quote:', ''],
])('the head line %s names %j', (head, author) => {
  expect(read(`<blockquote><cite>${head}</cite>x</blockquote>`).quoted?.author).toBe(author);
});

test('an empty quote is none', () => {
  expect(read('<blockquote></blockquote>a').quoted).toBeNull();
});

test.each([
  ['', []],
  ['[quote=ada;1]x[/quote] y', ['[quote=ada;1]']],
  ['[QUOTE=a][quote=b]x[/quote][/QUOTE][quote]z', ['[QUOTE=a]', '[quote]']],
  ['[/quote][quote]', ['[quote]']],
  ['[quotes] [quote', []],
])('the draft %j quotes %j', (draft, tags) => {
  expect(findQuoteTags(draft)).toEqual(tags);
});
