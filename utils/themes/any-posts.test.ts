/** Posts in any language and of any intent towards us. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { matterOf, threeMatters, toPosts } from '#tests/support/theme-posts.ts';
import { xssPayloads } from '#tests/support/xss-corpus.ts';
import { findThemes } from './find-themes.ts';

test.each([
  [
    'Japanese',
    ['荷物が届きません', '荷物がまだ届かない', '荷物はどこですか'],
    ['返金してください', '返金はいつですか', '返金がまだです'],
    '荷物',
  ],
  [
    'Chinese',
    ['我的行李丢了', '行李还没有到', '行李在哪里'],
    ['请给我退款', '退款什么时候到账', '退款还没收到'],
    '行李',
  ],
  [
    'Thai',
    ['กระเป๋าหาย', 'กระเป๋ายังไม่มา', 'กระเป๋าอยู่ที่ไหน'],
    ['ขอคืนเงิน', 'คืนเงินเมื่อไหร่', 'คืนเงินให้ด้วย'],
    'กระเป๋า',
  ],
  [
    'German',
    ['mein Gepäck ist weg', 'Gepäck nicht angekommen', 'wo ist mein Gepäck'],
    ['wo bleibt die Rückerstattung', 'Rückerstattung fehlt', 'keine Rückerstattung bekommen'],
    'Gepäck',
  ],
])('groups posts in %s', (_, bags, refunds, word) => {
  const toMany = (texts: string[], name: string) =>
    Array.from({ length: 12 }, (_, at) => ({
      ...toPosts('bag', 1)[0]!,
      id: `${name}-${at}`,
      text: texts[at % texts.length] ?? '',
    }));
  const { themes } = findThemes([...toMany(bags, 'bag'), ...toMany(refunds, 'refund')]);
  for (const theme of themes) expect(matterOf(theme)).toHaveLength(1);
  const bag = themes.filter((theme) => matterOf(theme)[0] === 'bag');
  expect(bag.some(({ label }) => label.includes(word))).toBe(true);
});

test('works on any text, and calls nothing by more than letters, numbers and what stands between', () => {
  const post = fc.record({
    text: anyText(),
    at: fc.nat(9),
    brandId: fc.constantFrom('a', 'b'),
    tags: fc.array(anyText(5), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 30 }), (posts) => {
      const hostile = posts.flatMap((one, at) => [
        { ...one, id: `${at}`, site: 'x' },
        { ...one, id: `again ${at}`, site: 'x' },
        { ...one, id: `thrice ${at}`, site: 'x' },
      ]);
      const { themes } = findThemes(hostile, { period: { from: 5, until: 10 } });
      for (const { label } of themes)
        expect(label).toMatch(/^[\p{L}\p{M}\p{N}'’\s,\u2010-\u2013-]+$/u);
    }),
    { numRuns: 60 },
  );
});

test('markup does not get into a label, and a name of an object’s own is a word like others', () => {
  const nasty = [...xssPayloads, 'constructor __proto__ toString hasOwnProperty'].flatMap(
    (text, at) =>
      [0, 1, 2, 3].map((copy) => ({
        ...toPosts('bag', 1)[0]!,
        id: `${at}-${copy}`,
        text,
        tags: ['__proto__', 'constructor'],
      })),
  );
  const { themes, tags } = findThemes(nasty);
  expect(themes.length).toBeGreaterThan(3);
  for (const { label } of themes) expect(label).not.toMatch(/[<>&"`()=]/);
  expect(tags.map(({ label }) => label).sort()).toEqual(['__proto__', 'constructor']);
});

test('of a very long post its beginning counts', () => {
  const toLong = (id: string, text: string) => ({ ...toPosts('bag', 1)[0]!, id, text });
  const posts = [
    ...threeMatters,
    toLong('begins', `lost my luggage ${'zzz '.repeat(100_000)}`),
    toLong('ends', `${'zzz '.repeat(600)} lost my luggage`),
    toLong('one word', 'ａ'.repeat(1_000_000)),
  ];
  const { themes } = findThemes(posts, { most: 1 });
  expect(themes[0]?.ids).toContain('begins');
  expect(themes[0]?.ids).not.toContain('ends');
});
