import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageElement, PageNode } from './page-tree.ts';
import { recordPage } from './record.ts';

function el(
  name: string,
  attributes: Record<string, string>,
  ...children: PageNode[]
): PageElement {
  return { name, attributes, children };
}

function html(...nodes: PageNode[]): string {
  return recordPage(el('html', {}, el('body', {}, ...nodes)), {
    url: new URL('https://forum.acme-fans.test/t/my-kettle-story/4711?utm_source=mail'),
    host: 'examplesoft.example',
    sources: [],
    keep: [],
    month: '2026-11',
    isSignedIn: false,
  }).html;
}

describe('nothing of what people wrote survives', () => {
  // Letters that no placeholder and no known word is made of.
  const secret = fc.string({
    unit: fc.constantFrom('q', 'z', 'x', 'w', 'k', 'Q', 'Z'),
    minLength: 4,
    maxLength: 14,
  });
  const foreign = fc.string({
    unit: fc.constantFrom('щ', 'ы', 'э', 'ю', 'я', 'ø', 'ß', '语', '言'),
    minLength: 4,
    maxLength: 8,
  });
  const word = fc.oneof(secret, foreign);
  const glue = fc.constantFrom(
    ' ',
    ', ',
    '. ',
    '-',
    '_',
    '\n',
    ' @',
    ' #',
    '/',
    '’',
    '🦊',
    '&',
    '<',
    '"',
  );
  const text = fc
    .array(fc.tuple(word, glue), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const href = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          '/user/',
          '/@',
          '/u/',
          '/',
          'https://x.com/',
          '//cdn.test/',
          '/t/',
          '#',
          '?q=',
          '/a?user=',
          'mailto:',
          'javascript:',
          'data:text/plain,',
        ),
        word,
        fc.constantFrom('', '/', '/12345', '?page=2', '#top', '.html', '-12'),
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(word, word, word)
      .map(
        ([host, path, value]) =>
          `https://${host}.test/${path}/${encodeURIComponent(value)}?${path}=${value}#${host}`,
      ),
  );
  const attributes = fc.dictionary(
    fc.constantFrom(
      'alt',
      'title',
      'aria-label',
      'placeholder',
      'data-author',
      'data-foo',
      'author',
      'id',
      'for',
      'data-props',
      'content',
      'summary',
      'value',
      'data-user-name',
      'datetime',
    ),
    fc.oneof(word, text),
    { maxKeys: 4 },
  );
  const { node } = fc.letrec<{ node: PageNode; element: PageElement }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, text, tie('element')),
    element: fc
      .record({
        name: fc.constantFrom(
          'div',
          'p',
          'a',
          'span',
          'img',
          'x-card',
          'input',
          'meta',
          'svg',
          'textarea',
          'button',
        ),
        attributes: fc
          .tuple(attributes, fc.option(href))
          .map(([all, link]): Record<string, string> =>
            link === null ? all : { ...all, href: link, src: link },
          ),
        children: fc.array(tie('node'), { maxLength: 4 }),
        shadow: fc.option(fc.array(tie('node'), { maxLength: 2 })),
      })
      .map(({ shadow, ...rest }): PageElement => (shadow ? { ...rest, shadow } : rest)),
  }));

  test('in texts, labels, addresses, ids', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), (nodes) => {
        const written =
          JSON.stringify(nodes)
            .toLowerCase()
            .match(/[qzxwk]{4,}|[щыэюяøß语言]{4,}/gu) ?? [];
        const page = html(...nodes).toLowerCase();
        expect(
          written.filter(
            (one) => page.includes(one) || page.includes(encodeURIComponent(one).toLowerCase()),
          ),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('in class names that carry a handle', () => {
    const page = html(
      el(
        'li',
        { class: 'comment byuser comment-author-qzqzqz' },
        el('a', { href: '/author/qzqzqz/' }, 'Zxzx Qwqw'),
      ),
    );
    expect(page).not.toMatch(/qzqz|zxzx|qwqw/iu);
    expect(page).toContain('class="comment byuser comment-author-ada_example"');
  });

  test('in the address of the page', () => {
    expect(html()).not.toMatch(/acme-fans|kettle|story|4711|utm_/u);
  });
});
