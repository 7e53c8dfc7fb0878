import { expect, test } from 'vitest';
import type { Match } from '#utils/model/brand.ts';
import type { Post } from '#utils/model/post.ts';
import { createBrandMatcher } from './brand-matcher.ts';
import { readThreads, type ThreadContext } from './thread-reader.ts';

function aPost(overrides: Partial<Post> & { id: string; by?: string }): Post {
  const { by = 'ada_example', ...rest } = overrides;
  return {
    site: 'x',
    author: { handle: by },
    text: 'Nothing of note',
    permalink: null,
    time: null,
    parentId: null,
    ...rest,
  };
}

const acme = { names: [], handles: [], domains: [], excludedWords: [], contextWords: [] };
const matcher = createBrandMatcher([{ ...acme, id: 'acme', name: 'Acme' }]);

function read(posts: Post[], overrides: Partial<ThreadContext> = {}) {
  const { mentions, replies, followUps } = readThreads(posts, {
    matcher,
    roster: new Set(['ben_acme']),
    knownThreadIds: () => false,
    ...overrides,
  });
  return {
    mentions: mentions.map(({ threadId, post }) => `${post.id} in ${threadId}`),
    replies: replies.map(({ threadId, post }) => `${post.id} in ${threadId}`),
    ...(followUps.length === 0
      ? {}
      : { followUps: followUps.map(({ threadId, post }) => `${post.id} in ${threadId}`) }),
  };
}

test('opens a thread at a mention', () => {
  expect(read([aPost({ id: '1', text: 'My Acme broke' }), aPost({ id: '2' })])).toEqual({
    mentions: ['1 in x:1'],
    replies: [],
  });
});

test('takes nothing from an advertisement', () => {
  const ad = { text: 'Buy Acme', promoted: true };
  expect(read([aPost({ id: '1', ...ad }), aPost({ id: '2', by: 'ben_acme', ...ad })])).toEqual({
    mentions: [],
    replies: [],
  });
});

test('never takes a teammate for a customer', () => {
  expect(read([aPost({ id: '1', by: 'Ben_Acme', text: 'Acme is great' })]).mentions).toEqual([]);
});

test('keeps a follow-up by the same author in the first thread', () => {
  const posts = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'ben_acme', text: 'Which one?', parentId: '1' }),
    aPost({ id: '3', by: 'Ada_Example', text: 'The Acme kettle', parentId: '2' }),
    aPost({ id: '4', by: 'ben_acme', text: 'Sent a new one', parentId: '3' }),
  ];
  expect(read(posts)).toEqual({
    mentions: ['1 in x:1', '3 in x:1'],
    replies: ['2 in x:1', '4 in x:1'],
    followUps: ['3 in x:1'],
  });
});

test('opens a second thread for another customer below the first', () => {
  const posts = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'eve_example', text: 'My Acme too', parentId: '1' }),
    aPost({ id: '3', by: 'ben_acme', text: 'Sorry', parentId: '2' }),
  ];
  expect(read(posts)).toEqual({ mentions: ['1 in x:1', '2 in x:2'], replies: ['3 in x:2'] });
});

test('finds the mention above through posts of others', () => {
  const posts = [
    aPost({ id: '3', by: 'ben_acme', text: 'Sorry', parentId: '2' }),
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'eve_example', parentId: '1' }),
  ];
  expect(read(posts).replies).toEqual(['3 in x:1']);
});

test('takes a teammate who talks elsewhere for no reply', () => {
  const posts = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'ben_acme', text: 'Good morning' }),
    aPost({ id: '3', by: 'ben_acme', text: 'Sure', parentId: '99' }),
  ];
  expect(read(posts).replies).toEqual([]);
});

test('knows a thread whose mention is not on the page', () => {
  const posts = [
    aPost({ id: '2', by: 'eve_example', parentId: '1' }),
    aPost({ id: '3', by: 'ben_acme', text: 'Sorry', parentId: '2' }),
  ];
  expect(read(posts, { knownThreadIds: (id) => id === 'x:1' }).replies).toEqual(['3 in x:1']);
});

test('goes by the handle addressed where the site names no parent', () => {
  const posts = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'eve_example', text: 'My Acme too' }),
    aPost({ id: '3', by: 'ben_acme', text: '@someone @Ada_Example: sorry' }),
    aPost({ id: '4', by: 'ben_acme', text: '@zoe_example hi' }),
  ];
  expect(read(posts, { openingId: '1' }).replies).toEqual(['3 in x:1']);
});

test('goes by a handle that is addressed without its host', () => {
  const posts = [
    aPost({ id: '1', by: 'ada@social.example', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'ada_two@social.example', text: 'Acme too' }),
    aPost({ id: '3', by: 'ben_acme', text: '@ada sorry' }),
  ];
  expect(read(posts).replies).toEqual(['3 in x:1']);
});

test('goes by the post of the page where nobody is addressed', () => {
  const posts = [
    aPost({ id: '0', by: 'ben_acme', text: 'Before' }),
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'ben_acme', text: 'Sorry' }),
  ];
  expect(read(posts, { openingId: '1' }).replies).toEqual(['2 in x:1']);
  expect(read(posts, { openingId: '2' }).replies).toEqual([]);
});

test('goes by the post that the page began with, also when that is only known', () => {
  const posts = [aPost({ id: '2', by: 'ben_acme', text: 'Sorry' })];
  const knownThreadIds = (id: string) => id === 'x:1';
  expect(read(posts, { openingId: '1', knownThreadIds }).replies).toEqual(['2 in x:1']);
  expect(read(posts, { openingId: '0', knownThreadIds }).replies).toEqual([]);
});

test('comes to an end where parents lead in a circle', () => {
  const posts = [
    aPost({ id: '1', text: 'Acme', parentId: '2' }),
    aPost({ id: '2', text: 'Acme', parentId: '1' }),
  ];
  expect(read(posts).mentions).toHaveLength(2);
});

test('takes the sure brand of several', () => {
  const unsure: Match = { brandId: 'a', matched: 'A', kind: 'name', sure: false, reason: 'A' };
  const sure: Match = { brandId: 'b', matched: 'B', kind: 'name', sure: true, reason: 'B' };
  const { mentions } = readThreads([aPost({ id: '1' })], {
    matcher: { match: () => [unsure, sure] },
    roster: new Set(),
    knownThreadIds: () => false,
  });
  expect(mentions[0]?.match).toBe(sure);
});

const answered = [
  aPost({ id: '1', text: 'My Acme broke' }),
  aPost({ id: '2', by: 'ben_acme', text: 'Try the button', parentId: '1' }),
];

test('takes what the customer writes below an answer for a follow-up', () => {
  const posts = [
    ...answered,
    aPost({ id: '3', by: 'ADA_example', text: 'That did it', parentId: '2' }),
    aPost({ id: '4', by: 'mia', text: 'Mine too', parentId: '2' }),
    aPost({ id: '5', text: 'Something else', parentId: '1' }),
  ];
  expect(read(posts)).toMatchObject({ followUps: ['3 in x:1'] });
});

test('takes a further mention below an answer for a follow-up too', () => {
  const posts = [...answered, aPost({ id: '3', text: 'Acme saved my day', parentId: '2' })];
  expect(read(posts)).toEqual({
    mentions: ['1 in x:1', '3 in x:1'],
    replies: ['2 in x:1'],
    followUps: ['3 in x:1'],
  });
});

test('knows the author of a thread that the page does not show', () => {
  const posts = [
    aPost({ id: '2', by: 'ben_acme', text: 'Try the button', parentId: '1' }),
    aPost({ id: '3', text: 'That did it', parentId: '2' }),
  ];
  const known = { knownThreadIds: (id: string) => id === 'x:1' };
  expect(read(posts, known)).not.toHaveProperty('followUps');
  expect(read(posts, { ...known, authorOf: () => 'ada_example' })).toMatchObject({
    followUps: ['3 in x:1'],
  });
});

test('goes by position where the site gives no parents, and never where it does', () => {
  const flat = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '2', by: 'ben_acme', text: '@ada_example try the button' }),
    aPost({ id: '3', text: 'That did it' }),
  ];
  expect(read(flat)).toMatchObject({ followUps: ['3 in x:1'] });
  expect(read([...answered, aPost({ id: '3', text: 'Good morning' })])).not.toHaveProperty(
    'followUps',
  );
});

test('takes nothing before an answer for a follow-up', () => {
  const posts = [
    aPost({ id: '1', text: 'My Acme broke' }),
    aPost({ id: '3', text: 'Still broken', parentId: '1' }),
    aPost({ id: '2', by: 'ben_acme', text: 'Try the button', parentId: '1' }),
  ];
  expect(read(posts)).not.toHaveProperty('followUps');
});
