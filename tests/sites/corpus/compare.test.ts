import { expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { comparePosts } from './compare.ts';

const URL_OF_PAGE = 'https://x.com/home';
const aPost = (overrides: Partial<Post> = {}): Post => ({
  site: 'x',
  id: '1',
  author: { handle: 'ada_example' },
  text: 'Hello there',
  permalink: 'https://x.com/ada_example/status/1',
  time: null,
  parentId: null,
  ...overrides,
});
const wanted = { author: '@ada_example', text: 'Hello  there', permalink: '/ada_example/status/1' };

test('a right reading has no faults', () => {
  expect(comparePosts([aPost()], [wanted], URL_OF_PAGE)).toEqual({
    right: 1,
    wanted: 1,
    found: 1,
    invented: 0,
    authors: 1,
    texts: 1,
    named: 1,
    ids: 1,
    faults: [],
  });
});

test('what is right in a wrong post counts by itself', () => {
  const posts = [aPost({ text: 'Bye' }), aPost({ id: '2' })];
  const nameless = { author: '@bob', text: 'Hello there' };
  const result = comparePosts([...posts, aPost({ id: '3' })], [wanted, nameless], URL_OF_PAGE);
  expect(result).toMatchObject({ wanted: 2, found: 2, invented: 1, right: 0 });
  expect(result).toMatchObject({ authors: 1, texts: 1, named: 1, ids: 1 });
});

test('nothing is right of a missing post', () => {
  const result = comparePosts([], [wanted], URL_OF_PAGE);
  expect(result).toMatchObject({ wanted: 1, found: 0, authors: 0, texts: 0, named: 1, ids: 0 });
});

test.each([
  ['author', { author: { handle: 'bob' } }],
  ['text', { text: 'Hello there, again' }],
  ['permalink', { permalink: 'https://x.com/ada_example/status/2' }],
] as const)('a wrong %s is a fault', (what, overrides) => {
  const { right, faults } = comparePosts([aPost(overrides)], [wanted], URL_OF_PAGE);
  expect(right).toBe(0);
  expect(faults[0]).toContain(what);
});

test('ids begin with the host where software runs anywhere only', () => {
  const page = 'https://social.example/@ada/1';
  const wantedId = { author: '@ada_example', text: 'Hello there', id: '1' };
  const onHost = aPost({ site: 'mastodon', id: 'social.example/1' });
  expect(comparePosts([onHost], [wantedId], page).faults).toEqual([]);
  expect(comparePosts([aPost()], [wantedId], URL_OF_PAGE).faults).toEqual([]);
  expect(comparePosts([aPost({ id: 'x.com/1' })], [wantedId], URL_OF_PAGE).right).toBe(0);
});

test.each([
  ['Bob wrote: It leaks Mine too', true],
  ['Bob wrote: It leaks Click to expand Mine too', true],
  ['Bob wrote: It leaks', false],
  ['Bob wrote: It leaks Mine as well', false],
  ['Bob wrote: It drips Mine too', false],
])('a quote kept apart, wanted as %j: right is %s', (text, isRight) => {
  const post = aPost({ text: 'Mine too', quoted: { author: 'Bob', text: 'It leaks' } });
  const { right } = comparePosts([post], [{ ...wanted, text }], URL_OF_PAGE);
  expect(right).toBe(isRight ? 1 : 0);
});

test('a missing post is a fault', () => {
  expect(comparePosts([], [wanted], URL_OF_PAGE).faults).toEqual(['post 1: is missing']);
});

test('an invented post is a fault', () => {
  const posts = [aPost(), aPost({ id: '2' })];
  expect(comparePosts(posts, [wanted], URL_OF_PAGE).faults).toEqual(['invented: 2']);
});

test('hidden posts are not asked for', () => {
  expect(comparePosts([], [{ ...wanted, hidden: true }], URL_OF_PAGE).wanted).toBe(0);
});

test('an advertisement that was read as one does not count', () => {
  const posts = [aPost({ id: '9', promoted: true }), aPost()];
  expect(comparePosts(posts, [wanted], URL_OF_PAGE).faults).toEqual([]);
});
