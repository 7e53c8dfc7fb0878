import { describe, expect, test } from 'vitest';
import { toKnownWords } from './known-words.ts';
import type { PageElement, PageNode } from './page-tree.ts';
import { BYTES_MAX, recordPage } from './record.ts';
import type { RecordOptions } from './record.ts';

const options: RecordOptions = {
  url: new URL('https://forum.acme-fans.test/t/my-kettle-story/4711?utm_source=mail'),
  host: 'examplesoft.example',
  sources: [],
  keep: [],
  month: '2026-11',
  isSignedIn: false,
};

function el(
  name: string,
  attributes: Record<string, string>,
  ...children: PageNode[]
): PageElement {
  return { name, attributes, children };
}

function record(nodes: PageNode[], part: Partial<RecordOptions> = {}) {
  return recordPage(el('html', {}, el('body', {}, ...nodes)), { ...options, ...part });
}
const html = (...nodes: PageNode[]) => record(nodes).html;

describe('what is taken out', () => {
  test.each([
    ['scripts', el('script', {}, 'let secretive = 1')],
    ['styles', el('style', {}, '.secretive {}')],
    ['handlers', el('b', { onclick: 'secretive()' })],
    ['tracking', el('b', { 'data-track-click': 'secretive', 'data-ga-event': 'secretive' })],
    ['tokens', el('input', { name: 'csrf_token', value: 'secretive1' })],
    ['typed values', el('input', { name: 'q', value: 'secretive' })],
    ['states of applications', el('div', { 'data-props': '{"me":"secretive"}' })],
    ['preloads', el('link', { rel: 'preload', href: '/secretive' })],
    ['inline pictures', el('img', { src: 'data:image/png;base64,secretive' })],
    ['documents in frames', el('iframe', { srcdoc: 'secretive' })],
  ])('%s', (_what, node) => {
    expect(html(node)).not.toContain('secretive');
  });

  test('what hides a part stays, other styles do not', () => {
    expect(html(el('b', { style: 'color: red; display:none' }))).toContain(
      '<b style="display: none">',
    );
  });
});

describe('what stays', () => {
  test('structure with its names', () => {
    const post = el('article', { class: 'topic-post', 'data-testid': 'post', role: 'article' });
    expect(html(post)).toContain('<article class="topic-post" data-testid="post" role="article">');
  });

  test('the first line says what it is, without the page’s own host or title', () => {
    const [first] = html().split('\n');
    expect(first).toMatch(
      /^<!-- https:\/\/examplesoft\.example\/t\/[a-z]{2}-[a-z]{6}-[a-z]{5}\/\d{4} · 2026-11 · signed out · .+ -->$/u,
    );
  });

  test('an id is the same wherever it stands, and another one than it was', () => {
    const page = html(
      el('li', { id: 'comment-123456' }, el('a', { href: '#comment-123456' }, 'Link')),
      el('li', { 'data-parent': '123456' }),
    );
    const [, id] = /id="comment-(\d{6})"/u.exec(page) ?? [];
    expect(id).not.toBe('123456');
    expect(page).toContain(`href="#comment-${id}"`);
    expect(page).toContain(`data-parent="${id}"`);
  });

  test('a person is the same one wherever they stand', () => {
    const page = html(
      el('a', { href: '/user/jane.real', 'data-author': 'jane.real' }, 'Jane Real'),
      el('p', { class: 'by-jane.real' }, 'thanks @jane.real'),
      el('b', {}, 'jane.real'),
    );
    expect(page).toContain('<a href="/user/ada.example" data-author="ada.example">Ada Example</a>');
    expect(page).toContain('<p class="by-ada.example">');
    expect(page).toContain('@ada.example</p>');
    expect(page).toContain('<b>ada.example</b>');
  });

  test('a text keeps its words in number, length, case', () => {
    const [, text = ''] =
      /<p>(.*)<\/p>/u.exec(html(el('p', {}, 'Broken AGAIN, after 3 weeks! 😀'))) ?? [];
    expect(text).toMatch(/^[A-Z][a-z]{5} [A-Z]{5}, [a-z]{5} 3 [a-z]{5}! 😀$/u);
  });

  test('a text in other letters stays in other letters', () => {
    expect(html(el('p', {}, 'сломался чайник'))).toMatch(
      /<p>\p{Script=Cyrillic}{8} \p{Script=Cyrillic}{6}</u,
    );
  });

  test('times keep their distance', () => {
    const page = html(
      el('time', { datetime: '2024-03-01T10:00:00Z' }),
      el('time', { datetime: '2024-03-01T12:30:00.000Z' }),
    );
    expect(page).toContain('datetime="2026-10-05T05:30:00Z"');
    expect(page).toContain('datetime="2026-10-05T08:00:00.000Z"');
  });

  test('what the adapter looks for', () => {
    const sources = [
      `const selectors = { post: '[data-zonk="flurb"]' }; const LABEL = 'Gesponsert';`,
    ];
    const page = record([el('i', { 'data-zonk': 'flurb' }, 'Gesponsert')], { sources }).html;
    expect(page).toContain('<i data-zonk="flurb">Gesponsert</i>');
  });

  test('an open shadow root', () => {
    const host = { ...el('x-post', {}), shadow: [el('p', {}, 'secretive')] };
    expect(html(host)).toMatch(
      /<x-post><template shadowrootmode="open"><p>[a-z]{9}<\/p><\/template>/u,
    );
  });
});

describe('how long it gets', () => {
  test('a long page is cut to what repeats', () => {
    const posts = Array.from({ length: 900 }, (_, at) =>
      el('article', { class: 'post', id: `post-${at}` }, 'Text of a post here'),
    );
    const { bytes, notes } = record(posts);
    expect(bytes).toBeLessThanOrEqual(BYTES_MAX);
    expect(notes).toEqual([]);
  });

  test('one that cannot be cut is told by its size', () => {
    const parts = Array.from({ length: 900 }, (_, at) =>
      el(
        'article',
        { class: `kind-${'abcdefghij'.repeat(at % 9)}`, 'data-testid': `${'x'.repeat(at)}` },
        'Text',
      ),
    );
    expect(record(parts).bytes).toBeGreaterThan(BYTES_MAX);
  });
});

describe('what is told', () => {
  test('data in scripts that was left out', () => {
    const script = el('script', { type: 'application/ld+json', id: 'state' }, '{}');
    expect(record([script]).notes.join()).toContain('state');
  });

  test('a word of a text that is a class too', () => {
    const { notes } = record([el('p', { class: 'kettlefan' }, 'kettlefan forever')]);
    expect(notes.join()).toContain('kettlefan');
    expect(notes.join()).not.toContain('forever');
  });
});

test('comments in an adapter’s source are no structure', () => {
  const known = toKnownWords([
    `// zonkish\nconst a = 'flurb'; /* quuxy */ const b = /frobs-(\\d+)/u;`,
  ]);
  expect(['flurb', 'frobs', 'zonkish', 'quuxy'].filter((one) => known.words.has(one))).toEqual([
    'flurb',
    'frobs',
  ]);
});
