import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { xssPayloads } from '#tests/support/xss-corpus.ts';
import { toLine, toMarkdown, toMarkdownUrl, toSlack, toSlackUrl } from './escape.ts';

const unseen = (text: string) => text.replaceAll('\u200B', '');
const B = '&#8203;';

/** What a reader of Markdown sees of text without markup. */
const readMarkdown = (text: string) =>
  unseen(
    text
      .replaceAll(B, '')
      .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
      .replaceAll('&amp;', '&'),
  );

const awkward = fc.array(fc.constantFrom(...'`*_[](){}<>#+-.!|~$&@:/\\=;"\'12ab \nwww.GH-1'), {
  maxLength: 30,
});
const anything = fc.oneof(
  anyText(),
  awkward.map((signs) => signs.join('')),
  fc.constantFrom(...xssPayloads),
);

describe('toLine', () => {
  test.each([
    ['  a\n\tb\u00A0 c ', 'a b c'],
    ['a\u0000b\u202Ec\u2067d', 'abcd'],
    ['half \uD83D of a pair', 'half of a pair'.replace('half of', 'half  of')],
    ['👩‍👩‍👧 stays', '👩‍👩‍👧 stays'],
  ])('%j is %j', (text, line) => {
    expect(toLine(text, 100)).toBe(line);
  });

  test('is one line, well formed, and no longer than it may be', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 1, max: 30 }), (text, most) => {
        const line = toLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
      }),
    );
  });

  test('cuts before a character, not in it, and says that it was cut', () => {
    expect(toLine('a👍b', 3)).toBe('a…');
    expect(toLine('abcd', 3)).toBe('ab…');
    expect(toLine('abc', 3)).toBe('abc');
  });
});

describe('toMarkdown', () => {
  test.each([
    ['Lost my bag. Again! (twice)', 'Lost my bag. Again! (twice)'],
    ['*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
    ['[a](http://b)', `\\[a\\](http:/${B}/b)`],
    ['<b onclick=x>', '\\<b onclick=x\\>'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['--- no line', '\\--- no line'],
    ['@all see #12 and !3', `@${B}all see #${B}12 and !${B}3`],
    ['a@b.example', `a@${B}b.example`],
    ['#fail', '\\#fail'],
    ['so #fail', 'so #fail'],
    ['www.x.example', `www${B}.x.example`],
    ['GH-12', `GH${B}-12`],
    ['a & b &amp; c', 'a & b &amp;amp; c'],
    ['a \\ b', 'a \\\\ b'],
    ['$5 a | b', '\\$5 a \\| b'],
  ])('%s', (line, markdown) => {
    expect(toMarkdown(line)).toBe(markdown);
  });

  test('reads as it was written, whatever it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = toLine(text, 400);
        expect(readMarkdown(toMarkdown(line))).toBe(unseen(line));
      }),
    );
  });

  test('leaves no sign that begins markup, a link, a call or a reference', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const markdown = toMarkdown(toLine(text, 400));
        expect(markdown).not.toMatch(/^[#+=-]|^\d{1,9}[.)]/);
        const bare = markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, 'E');
        expect(bare).not.toMatch(/[`*_[\]<>|~$\\]/);
        expect(bare).not.toMatch(/@(?!&#8203;)|#(?=\d)(?<!&#(?=8203;))|\/\/|www\./i);
      }),
    );
  });
});

describe('toSlack', () => {
  test.each([
    ['Lost my bag.', 'Lost my bag.'],
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@\u200BU1&gt;'],
    ['*a* _b_ ~c~ `d`', '∗a∗ ＿b＿ ∼c∼ ˋdˋ'],
    ['@here', '@\u200Bhere'],
    ['[a](http://b)', '[a]\u200B(http:/\u200B/b)'],
  ])('%s', (line, text) => {
    expect(toSlack(line)).toBe(text);
  });

  test('leaves no sign of markup, whatever it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const slack = toSlack(toLine(text, 400));
        expect(slack).not.toMatch(/[<>*_~`]|&(?!(?:amp|lt|gt);)|@(?!\u200B)|\]\(|\/\//);
      }),
    );
  });
});

describe.each([
  ['toMarkdownUrl', toMarkdownUrl],
  ['toSlackUrl', toSlackUrl],
])('%s', (_, toUrl) => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//x.example',
    'no',
    '',
    null,
    undefined,
    'file:///etc',
  ])('takes no %s', (url) => {
    expect(toUrl(url)).toBeNull();
  });

  test('keeps a post’s address', () => {
    expect(toUrl('https://x.com/ada/status/1?s=20#a')).toBe('https://x.com/ada/status/1?s=20#a');
  });

  test('lets nothing end the link early, and leads to the same host', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('/', '/?', '/#'), (text, part) => {
        const url = `https://x.example${part}${text})>|<(a\\b`;
        const written = toUrl(url);
        expect(written).not.toMatch(/[()<>\s\\]/);
        expect(new URL(written ?? '').host).toBe('x.example');
      }),
    );
  });
});

test('an address that would burst a block of Slack, or end its link, is not taken as it is', () => {
  expect(toSlackUrl(`https://x.example/${'a'.repeat(1_200)}`)).toBeNull();
  expect(toSlackUrl('https://x.example/?a|b&c')).toBe('https://x.example/?a%7Cb&amp;c');
  expect(toMarkdownUrl('https://x.example/?a(b)&c')).toBe('https://x.example/?a%28b%29&c');
});
