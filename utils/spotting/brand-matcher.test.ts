import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Brand, Match } from '#utils/model/brand.ts';
import { createBrandMatcher } from './brand-matcher.ts';
import { toFolded } from './fold.ts';

function aBrand(overrides: Partial<Brand> = {}): Brand {
  return {
    id: 'acme',
    name: 'Acme',
    names: [],
    handles: [],
    domains: [],
    excludedWords: [],
    contextWords: [],
    ...overrides,
  };
}

function match(text: string, overrides: Partial<Brand> = {}): Match | undefined {
  return createBrandMatcher([aBrand(overrides)]).match({ text })[0];
}

describe('names', () => {
  test.each([
    ['My Acme broke', 'Acme'],
    ['ACME broke', 'ACME'],
    ['Acme’s kettle', 'Acme'],
    ["Acme's kettle", 'Acme'],
    ['two Acmes here', 'Acme'],
    ['Ａｃｍｅ broke', 'Ａｃｍｅ'],
    ['Àcmé broke', 'Àcmé'],
    ['A\u0300cme\u0301 broke', 'A\u0300cme\u0301'],
    ['𝐀𝐜𝐦𝐞 broke', '𝐀𝐜𝐦𝐞'],
    ['Ac\u200bme broke', 'Acme'],
    ['\u202eAcme\u202c broke', 'Acme'],
    ['(Acme)', 'Acme'],
    ['l’Acme est', 'Acme'],
    ['Acme™ broke', 'Acme'],
    ['Hate it.Acme broke', 'Acme'],
    ['I like Acme.But', 'Acme'],
    ['私はAcmeのケトル', 'Acme'],
    ['Acme는 좋다', 'Acme'],
    ['😀Acme😀', 'Acme'],
    ['_Acme_ kettle', 'Acme'],
    ['r/Acme is', 'Acme'],
  ])('finds the name in %j', (text, matched) => {
    expect(match(text)).toMatchObject({ kind: 'name', matched, sure: true });
  });

  test.each([
    'Acmeology',
    'Pacme',
    'Acme2',
    '2Acme',
    'mail acme@mail.example',
    'see acme.io',
    'see www.acme.io',
    'https://news.example/acme-recall',
    'news.example/about/acme',
    'by @acme',
    'A c m e',
  ])('finds no name in %j', (text) => {
    expect(match(text)).toBeUndefined();
  });

  test.each([
    'Acme Kettle',
    'acme-kettle',
    'Acme  Kettle',
    'acme_kettle',
    'Acme\u00a0Kettle',
    'Acme\nKettle',
  ])('finds a name of two words in %j', (text) => {
    expect(match(text, { name: 'Acme Kettle' })).toMatchObject({ kind: 'name', sure: true });
  });

  test('does not join a name over an empty line', () => {
    expect(match('Acme\n\nKettle', { name: 'Acme Kettle' })).toBeUndefined();
  });

  test.each([
    ['アクメ', 'このアクメは', 'アクメ'],
    ['アクメ', 'このｱｸﾒは', 'ｱｸﾒ'],
    ['ガム', 'このカ\u3099ムは', 'カ\u3099ム'],
    ['애플', '애플이 좋다', '애플'],
    ['애플', '\u1112\u1161 \u110b\u1162\u1111\u1173\u11af이', '\u110b\u1162\u1111\u1173\u11af'],
    ['อาคเม', 'กาต้มน้ำอาคเมเสีย', 'อาคเม'],
    ['Große Küche', 'GROSSE KUCHE', 'GROSSE KUCHE'],
    ['Grosse', 'Große Küche', 'Große'],
    ['Йод', 'И\u0306од', 'И\u0306од'],
    ['C++', 'I like C++!', 'C++'],
    ['AT&T', 'my at&t bill', 'at&t'],
    ["O'Reilly", 'O’Reilly book', 'O’Reilly'],
  ])('finds %j in %j', (name, text, matched) => {
    expect(match(text, { name })?.matched).toBe(matched);
  });

  test.each([
    ['애플', '파인애플'],
    ['Иод', 'Йод'],
    ['प', 'पि'],
  ])('does not find %j in %j', (name, text) => {
    expect(match(text, { name })).toBeUndefined();
  });
});

describe('tags', () => {
  test.each(['#Acme', '＃acme', '#AcmeFail', '#acme_fail', 'so #Acme!'])('finds %j', (text) => {
    expect(match(text)).toMatchObject({ kind: 'tag', sure: true });
  });

  test('finds a name of two words in one', () => {
    expect(match('my #AcmeKettle', { name: 'Acme Kettle' })).toMatchObject({
      kind: 'tag',
      matched: '#AcmeKettle',
    });
  });

  test.each(['#acmefail', '#pacme', 'x#acmecare', 'https://news.example/#acme'])(
    'does not find %j',
    (text) => {
      expect(match(text, { handles: ['acmecare'] })).toBeUndefined();
    },
  );
});

describe('handles', () => {
  const handles = ['@acmecare', 'acme_help', 'acme@social.example'];

  test.each([
    ['hey @AcmeCare!', '@AcmeCare'],
    ['.@acmecare why', '@acmecare'],
    ['@acme_help please', '@acme_help'],
    ['u/acmecare says', 'u/acmecare'],
    ['@acme@social.example hi', '@acme@social.example'],
    ['@acme\u200bcare', '@acmecare'],
  ])('finds the handle in %j', (text, reason) => {
    expect(match(text, { name: 'Zzz', handles })).toMatchObject({
      kind: 'handle',
      sure: true,
      reason,
    });
  });

  test('finds the tag of a handle', () => {
    expect(match('#acmecare', { name: 'Zzz', handles, contextWords: ['kettle'] })).toMatchObject({
      kind: 'tag',
      sure: true,
    });
  });

  test.each([
    'acmecare',
    '@acmecares',
    '@acmecare_fan',
    '@acmecare-fan',
    '@acme help',
    '@acme-help',
    '@acmecare.social.example',
    '@acmecare@other.example',
    'someone@acmecare',
    'menu/acmecare',
  ])('finds no handle in %j', (text) => {
    expect(match(text, { name: 'Zzz', handles })).toBeUndefined();
  });
});

describe('domains', () => {
  const domains = ['https://www.acme.example/', 'my-shop.example'];

  test.each([
    'acme.example',
    'https://www.acme.example/path?q=1',
    'help.acme.example',
    'care@acme.example',
    'acme[.]example',
    'acme(dot)example',
    'acme [dot] example',
    'acme dot example',
    'hxxp://acme{.}example/x',
    'see acme.example.',
    'ACME.EXAMPLE',
    'my-shop.example',
    'my-shop[.]example',
  ])('finds the domain in %j', (text) => {
    expect(match(text, { name: 'Zzz', domains })).toMatchObject({ kind: 'domain', sure: true });
  });

  test.each([
    'notacme.example',
    'not-acme.example',
    'acme.example.evil.test',
    'acme.example-evil.test',
    'acme.examples',
    'my_shop.example',
    'my shop.example',
    'acme example',
  ])('finds no domain in %j', (text) => {
    expect(match(text, { name: 'Zzz', domains })).toBeUndefined();
  });
});

describe('context', () => {
  const contextWords = ['kettle', 'customer service'];

  test('takes a name with a context word as sure', () => {
    expect(match('Acme sold me two Kettles', { contextWords })).toEqual({
      brandId: 'acme',
      matched: 'Acme',
      kind: 'name',
      sure: true,
      reason: '"Acme" with "Kettle" near it',
    });
  });

  test('says so when a name stands alone', () => {
    expect(match('the acme of taste', { contextWords })).toMatchObject({
      sure: false,
      reason: `"acme" alone: no word about Acme's business near it`,
    });
  });

  test('finds the context word in the title', () => {
    const [found] = createBrandMatcher([aBrand({ contextWords })]).match({
      title: 'Broken kettle',
      text: 'It is from Acme.',
    });
    expect(found?.sure).toBe(true);
  });

  test('takes a name that holds its context as sure', () => {
    const found = match('my Acme Kettle', { names: ['Acme Kettle'], contextWords });
    expect(found).toMatchObject({ sure: true, reason: '"Acme Kettle"' });
  });

  test('does not ask context of a handle', () => {
    expect(match('Acme? @acmecare!', { handles: ['acmecare'], contextWords })).toMatchObject({
      kind: 'handle',
      sure: true,
      reason: '@acmecare',
    });
  });

  test('lets an excluded word decide against the brand', () => {
    expect(
      match('Acme kettle cartoon', { contextWords, excludedWords: ['Cartoon'] }),
    ).toBeUndefined();
    expect(match('Acme cartoonist', { excludedWords: ['Cartoon'] })).toBeDefined();
  });

  test('keeps the words of one brand from deciding about another', () => {
    const brands = [
      aBrand({ excludedWords: ['phone'] }),
      aBrand({ id: 'bolt', name: 'Bolt', contextWords: ['phone'] }),
    ];
    const found = createBrandMatcher(brands).match({ text: 'Acme or Bolt phone' });
    expect(found).toMatchObject([{ brandId: 'bolt', sure: true }]);
  });
});

describe('findAll', () => {
  test('gives every place once, the longest first', () => {
    const matcher = createBrandMatcher([
      aBrand({ names: ['Acme Kettle'], handles: ['acmecare'], domains: ['acme.example'] }),
    ]);
    const text = 'Acme Kettle by #Acme, @acmecare, acme[.]example';
    expect(
      matcher.findAll(text).map(({ start, end, kind }) => [text.slice(start, end), kind]),
    ).toEqual([
      ['Acme Kettle', 'name'],
      ['#Acme', 'tag'],
      ['@acmecare', 'handle'],
      ['acme[.]example', 'domain'],
    ]);
  });

  test('maps places back to the original text', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'Acme',
        'acme kettle',
        'é',
        'ß',
        '𝐀𝐜𝐦𝐞',
        '\u200b',
        '\ud800',
        'アクメ',
        ' ',
        '\n',
        '-',
        '#',
        '@',
        's',
        '\u0301',
        'ﷺ',
        '½',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const names = ['Acme Kettle', 'アクメ', 'ß'];
    const matcher = createBrandMatcher([aBrand({ names })]);
    const patterns = ['Acme', ...names].map(toFolded);
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of matcher.findAll(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          const slice = toFolded(text.slice(start, end)).replace(/^#/, '');
          expect(patterns.some((one) => slice === one || slice === one.replaceAll(' ', ''))).toBe(
            true,
          );
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('many brands at once match as each alone', () => {
  const word = fc.constantFrom(
    'acme',
    'me',
    'kettle',
    'acme kettle',
    'ac',
    'tle pro',
    'アク',
    'a-b',
    'a_b',
  );
  const brand = fc.record({
    name: word,
    names: fc.array(word, { maxLength: 2 }),
    handles: fc.array(word, { maxLength: 1 }),
    domains: fc.constantFrom<string[]>([], ['acme.example'], ['a-b.example']),
    excludedWords: fc.array(word, { maxLength: 1 }),
    contextWords: fc.array(word, { maxLength: 1 }),
  });
  const piece = fc.oneof(
    word,
    fc.constantFrom(' ', '@', '#', '.', '-', 's', 'acme.example', 'u/', '/', '://', 'é'),
  );
  fc.assert(
    fc.property(
      fc.array(brand, { maxLength: 5 }),
      fc.array(piece, { maxLength: 20 }),
      (list, parts) => {
        const brands = list.map((one, index) => aBrand({ ...one, id: `${index}` }));
        const text = parts.join('');
        const alone = brands.flatMap((one) => createBrandMatcher([one]).match({ text }));
        expect(createBrandMatcher(brands).match({ text })).toEqual(alone);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  'a',
  'acme ',
  'acme/',
  '#acme',
  '\ud800',
  '[dot',
  '\u200b',
  'か\u3099',
  'ﷺ',
  'ß',
  '-',
  '@acmecare_',
])('reads a million units of %j without falling over', (part) => {
  const text = part.repeat(1_000_000 / part.length);
  const brand = aBrand({ handles: ['acmecare'], contextWords: ['acme acme acme b'] });
  const found = createBrandMatcher([brand]).match({ text });
  expect(found.length).toBe(['acme ', 'acme/', '#acme'].includes(part) ? 1 : 0);
});
