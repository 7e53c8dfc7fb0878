import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import type { Rule } from '#utils/model/routing.ts';
import { describeRule } from './describe-rule.ts';
import { ruleParts, toRouter } from './route-mention.ts';
import type { RoutedMention } from './route-mention.ts';
import { tryRules } from './try-rules.ts';

const aRule = (part: Partial<Rule> = {}): Rule => ({
  id: 'r',
  isOn: true,
  when: {},
  does: { deskId: 'support' },
  ...part,
});
const aMention = (part: Partial<RoutedMention> & { text?: string } = {}): RoutedMention => {
  const { text = 'My kettle broke, I want a refund.', ...rest } = part;
  return {
    post: aPost({ text }),
    brandId: 'acme',
    intent: null,
    lang: null,
    followers: null,
    ...rest,
  };
};
const applies = (when: Rule['when'], mention: RoutedMention) =>
  toRouter({ rules: [aRule({ when })] }).route(mention).applying.length === 1;

describe('words', () => {
  test.each([
    ['a whole word', 'refund', 'I want a REFUND!', true],
    ['a part of a word', 'fund', 'I want a refund', false],
    ['a group of words', 'money back', 'give me my money  back', true],
    ['a group that is torn apart', 'money back', 'money is not coming back', false],
    ['accents or none', 'rückgabe', 'Ruckgabe, bitte', true],
    ['one beginning that fails before one that fits', 'to be back', 'to to be back', true],
    ['a script without spaces', '返金', 'ケトルの返金をお願いします', true],
    ['a sign', '£5', 'it cost £5 more', true],
    ['a handle', '@acme', 'hey @Acme_help', true],
    ['nothing that is a word', '!!', 'what!! no', true],
  ])('%s', (_what, word, text, isFound) => {
    expect(applies({ words: [word] }, aMention({ text }))).toBe(isFound);
  });

  test('stand in the title too', () => {
    const mention = aMention();
    const titled = { ...mention, post: { ...mention.post, text: 'Help', title: 'Refund?' } };
    expect(applies({ words: ['refund'] }, titled)).toBe(true);
  });
});

test.each([
  ['brand', { brands: ['acme'] }, {}, { brandId: 'bolt' }],
  ['site', { sites: ['x' as const] }, {}, { post: aPost({ site: 'reddit' }) }],
  [
    'intent',
    { intents: ['complaint' as const] },
    { intent: 'complaint' as const },
    { intent: null },
  ],
  ['language', { langs: ['de'] }, { lang: 'de-AT' }, { lang: 'en' }],
  ['no language', { langs: ['de'] }, { lang: 'DE' }, { lang: null }],
  [
    'author',
    { authors: ['@Zoe'] },
    { post: aPost({ author: { handle: 'zoe' } }) },
    { post: aPost({ author: { handle: 'zoe_2' } }) },
  ],
  ['followers', { followers: 1_000 }, { followers: 1_000 }, { followers: 999 }],
  ['unknown followers', { followers: 1_000 }, { followers: 5_000 }, { followers: null }],
])('a rule asks for its %s', (_what, when, fits, other) => {
  expect(applies(when, aMention(fits))).toBe(true);
  expect(applies(when, aMention(other))).toBe(false);
});

test('all that a rule asks must hold, and what is empty asks nothing', () => {
  const when = { words: ['refund'], sites: ['x' as const], langs: [], authors: [] };
  expect(applies(when, aMention())).toBe(true);
  expect(applies({ ...when, brands: ['bolt'] }, aMention())).toBe(false);
});

test('the first rule that says a thing counts, for each thing apart', () => {
  const rules = [
    aRule({ id: 'off', isOn: false, does: { deskId: 'press' } }),
    aRule({ id: 'other', when: { words: ['teapot'] }, does: { deskId: 'sales' } }),
    aRule({ id: 'one', does: { priority: 'high' } }),
    aRule({ id: 'two', does: { deskId: 'support', priority: 'low' } }),
    aRule({ id: 'three', does: { deskId: 'press', assignee: 'ana' } }),
  ];
  expect(toRouter({ rules }).route(aMention())).toEqual({
    does: { priority: 'high', deskId: 'support', assignee: 'ana' },
    by: { priority: 'one', deskId: 'two', assignee: 'three' },
    applying: ['one', 'two', 'three'],
  });
});

const someRules = fc
  .array(
    fc.record({
      isOn: fc.boolean(),
      words: fc.subarray(['refund', 'my kettle', 'teapot']),
      sites: fc.subarray(['x', 'reddit'] as const),
      deskId: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      priority: fc.option(fc.constantFrom('high', 'low'), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ isOn, words, sites, deskId, priority }, at): Rule => ({
      id: `r${at}`,
      isOn,
      when: { words, sites },
      does: {
        ...(deskId ? { deskId } : {}),
        ...(priority ? { priority: priority as 'high' } : {}),
      },
    })),
  );
const someMentions = fc.array(
  fc
    .record({
      site: fc.constantFrom('x', 'reddit', 'bluesky'),
      text: fc.constantFrom('my kettle', 'refund my lid', 'kettle my', 'teapot refund'),
    })
    .map(({ site, text }) => aMention({ post: aPost({ site: site as 'x', text }) })),
  { maxLength: 12 },
);

test('a trial counts what each rule decides, as routing one by one would', () => {
  fc.assert(
    fc.property(someRules, someMentions, (rules, mentions) => {
      const trial = tryRules({ rules }, mentions);
      for (const { rule, applies: told, decides, finding, examples } of trial.rules) {
        const fits = mentions.filter(
          ({ post }) =>
            rule.isOn &&
            (rule.when.sites?.length === 0 || rule.when.sites?.includes(post.site)) &&
            (rule.when.words?.length === 0 ||
              rule.when.words?.some((word) => ` ${post.text} `.includes(` ${word} `))),
        ).length;
        expect(told).toBe(fits);
        const decided = trial.routed.filter(({ by }) =>
          ruleParts.some((one) => by[one] === rule.id),
        );
        expect(decides).toBe(decided.length);
        expect(examples.length).toBe(Math.min(5, decides));
        const expected = !rule.isOn
          ? 'off'
          : fits === 0
            ? 'never'
            : decides === 0
              ? 'shadowed'
              : null;
        expect(finding).toBe(expected);
      }
      expect(trial.untouched).toBe(
        trial.routed.filter(({ applying }) => applying.length === 0).length,
      );
    }),
  );
});

describe('in plain words', () => {
  const names = {
    brand: (id: string) => id.toUpperCase(),
    site: (id: string) => (id === 'x' ? 'X' : id),
    desk: (id: string) => `the ${id} desk`,
    member: (id: string) => id,
    intent: (id: string) => `${id}s`,
  };

  test.each([
    [{}, { deskId: 'support' }, 'Mentions go to the support desk.'],
    [
      { intents: ['complaint'], sites: ['x'], langs: ['de'], words: ['refund', 'money back'] },
      { deskId: 'support', priority: 'high' },
      'Mentions that are complaints on X in German that say “refund” or “money back” go to the support desk and get high priority.',
    ],
    [
      { authors: ['@bot_1', 'bot_2'] },
      { setAside: 'Spam' },
      'Mentions by @bot_1 or @bot_2 are set aside (“Spam”).',
    ],
    [
      { brands: ['acme'], followers: 10_000 },
      { assignee: 'ana' },
      'Mentions of ACME by somebody with 10,000 followers or more are for ana.',
    ],
    [
      { words: ['a', 'b', 'c', 'd', 'e'] },
      {},
      'Mentions that say “a”, “b”, “c”, or 2 others stay as they are.',
    ],
    [{ langs: ['xx-bad-tag-'] }, {}, 'Mentions in xx-bad-tag- stay as they are.'],
  ] as const)('%j', (when, does, words) => {
    expect(describeRule(aRule({ when: when as Rule['when'], does }), names)).toBe(words);
  });
});
