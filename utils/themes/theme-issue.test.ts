import { describe, expect, test } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { xssPayloads } from '#tests/support/xss-corpus.ts';
import { mayLeave } from '#utils/model/may-leave.ts';
import { permissionSchema } from '#utils/model/story.ts';
import type { Theme } from './theme.ts';
import {
  toLinkedStories,
  toThemeIssue,
  toThemeMarkdown,
  toThemeSlack,
  type IssueContext,
  type LinkedStory,
} from './theme-issue.ts';

const theme: Theme = {
  id: 't',
  label: 'lost my luggage',
  words: ['luggage', 'lost'],
  count: 40,
  share: 0.124,
  trend: { now: 40, before: 20, direction: 'up', withAll: false },
  intents: { complaint: 30, question: 4 },
  brands: [
    { id: 'b1', count: 38 },
    { id: 'b2', count: 2 },
  ],
  sites: [{ id: 'x', count: 40 }],
  examples: ['x:1', 'x:2'],
  ids: ['x:1', 'x:2', 'x:3'],
};
const posts: Record<string, { text: string; permalink: string | null; site: string }> = {
  'x:1': { text: 'You lost my luggage!', permalink: 'https://x.com/a/status/1', site: 'x' },
  'x:2': { text: 'Luggage\nlost *again*', permalink: null, site: 'x' },
};
const aStory = (id: string, permission: LinkedStory['permission'] = 'granted'): LinkedStory => ({
  id,
  permission,
  post: aPost({
    author: { handle: 'ada_l' },
    text: 'They found it!',
    permalink: 'https://x.com/a/status/3',
  }),
});
const context: IssueContext = {
  during: 'the last 30 days',
  postOf: (id) => posts[id],
  brandName: (id) => (id === 'b1' ? 'Acme' : undefined),
  stories: [aStory('x:3'), aStory('x:9')],
};

test('as an issue: title, counts, trend, quotes with links, stories', () => {
  const { title, body } = toThemeIssue(theme, context);
  expect(title).toBe('lost my luggage: 40, up from 20');
  expect(body).toBe(`- 40 posts in the last 30 days, 12 % of all
- Trend: 40, up from 20
- Of these: 30 complaints, 4 questions
- Words: luggage, lost
- Brands: Acme 38, b2 2
- Sites: x 40

## What customers say

> You lost my luggage!
>
> [x](https://x.com/a/status/1)

> Luggage lost \\*again\\*
>
> x

## Stories

- [ada\\_l on x](https://x.com/a/status/3): “They found it!” (permission granted)
`);
  expect(toThemeMarkdown(theme, context)).toBe(`# ${title}\n\n${body}`);
});

test('as a message for Slack, the same in text and blocks', () => {
  const { text, blocks } = toThemeSlack(theme, context);
  expect(blocks.map((block) => block.text.text).join('\n\n')).toBe(text);
  expect(
    blocks.every(({ type, text }) => type === 'section' && text.type === 'mrkdwn' && text.verbatim),
  ).toBe(true);
  expect(text).toBe(`*lost my luggage: 40, up from 20*
• 40 posts in the last 30 days, 12 % of all
• Trend: 40, up from 20
• Of these: 30 complaints, 4 questions
• Words: luggage, lost
• Brands: Acme 38, b2 2
• Sites: x 40

> You lost my luggage!
<https://x.com/a/status/1|x>

> Luggage lost ∗again∗
x

Story (permission granted): “They found it!”
<https://x.com/a/status/3|ada＿l on x>`);
  expect(JSON.parse(JSON.stringify({ text, blocks }))).toEqual({ text, blocks });
});

test('leaves out what there is none of', () => {
  const bare: Theme = {
    ...theme,
    count: 1,
    share: 0.001,
    trend: null,
    intents: {},
    brands: [],
    sites: [],
    words: [],
    examples: ['gone'],
    ids: [],
  };
  const { title, body } = toThemeIssue(bare, { during: 'all time', postOf: () => undefined });
  expect(title).toBe('lost my luggage: 1');
  expect(body).toBe('- 1 post in all time, under 1 % of all\n');
  expect(toThemeSlack(bare, { during: 'all time', postOf: () => undefined }).blocks).toHaveLength(
    1,
  );
});

describe('stories', () => {
  test.each(permissionSchema.options)(
    'with permission %s are told as the model says',
    (permission) => {
      const story = aStory('x:3', permission);
      expect(toLinkedStories(theme, [story])).toEqual(mayLeave(story) ? [story] : []);
      const told = toThemeMarkdown(theme, { ...context, stories: [story] }).includes(
        'They found it',
      );
      expect(told).toBe(mayLeave(story));
      expect(
        JSON.stringify(toThemeSlack(theme, { ...context, stories: [story] })).includes(
          'They found it',
        ),
      ).toBe(told);
    },
  );

  test('of other posts are not this theme’s', () => {
    expect(toLinkedStories(theme, [aStory('x:9'), aStory('x:2')]).map(({ id }) => id)).toEqual([
      'x:2',
    ]);
  });
});

describe('hostile text', () => {
  const nasty = [
    ...xssPayloads,
    '<!channel> @here <@U1>',
    '@all closes #1 ![x](https://t.example/p.png)',
    'a\n# b\n- c\n```',
    '> a\n\n***',
  ];

  test.each(nasty)('%j stays text, wherever it stands', (text) => {
    const hostile: IssueContext = {
      during: text,
      postOf: () => ({ text, permalink: text, site: text }),
      brandName: () => text,
      stories: [
        {
          ...aStory('x:1'),
          post: { ...aStory('x:1').post, text, author: { handle: text }, permalink: text },
        },
      ],
    };
    const all: Theme = { ...theme, label: text, words: [text] };
    const { title, body } = toThemeIssue(all, hostile);
    expect(title).not.toMatch(/[\n\r]/);
    // Our own: links to web addresses, brackets escaped otherwise.
    const links = /(?<!\\)\]\(https?:\/\/[^()\s<>]*\)/g;
    const lines = body
      .replaceAll(links, '')
      .replaceAll(/\\[!-/:-@[-`{-~]/g, 'E')
      .split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^$|^- |^## (?:What customers say|Stories)$|^> |^>$/);
      expect(line.replace(/^> ?/, '').replaceAll(/^\[|^- \[/g, '')).not.toMatch(/[`*_<>|~[\]]/);
      expect(line).not.toMatch(/@(?!&#8203;)/);
    }
    const { blocks } = toThemeSlack(all, hostile);
    for (const { text: block } of blocks) {
      expect(block.text.length).toBeLessThanOrEqual(3_000);
      const own = block.text
        .replaceAll(/<https?:\/\/[^<>|\s]*\|[^<>|\n]*>/g, '')
        .replaceAll(/^> |^\*|\*$/gm, '');
      expect(own).not.toMatch(/[<>*_~`]|@(?!\u200B)/);
    }
  });

  test('that is long is cut, so that each part fits', () => {
    const text = '<&>"*'.repeat(5_000);
    const long: IssueContext = {
      during: text,
      postOf: () => ({ text, permalink: `https://x.example/${text}`, site: text }),
      brandName: () => text,
    };
    const all: Theme = { ...theme, label: text, words: [text, text, text, text] };
    for (const { text: block } of toThemeSlack(all, long).blocks)
      expect(block.text.length).toBeLessThanOrEqual(3_000);
    const { title, body } = toThemeIssue(all, long);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(body.length).toBeLessThan(65_536);
  });
});
