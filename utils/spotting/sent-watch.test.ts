import { expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { createSentWatch, INTENT_MS } from './sent-watch.ts';

const NOW = 1_800_000_000_000;
const TEXT = 'Sorry about your kettle, we are sending a new one today.';

function aPost(overrides: Partial<Post> = {}): Post {
  return {
    site: 'x',
    id: '2',
    author: { handle: 'ben_acme' },
    text: TEXT,
    permalink: null,
    time: null,
    parentId: null,
    ...overrides,
  };
}

const target = aPost({ id: '1', author: { handle: 'ada_example' }, text: 'My Acme broke' });

function aWatch(text = TEXT) {
  const watch = createSentWatch();
  watch.noteIntent({ target, text, at: NOW });
  return watch;
}

function send(post: Partial<Post>, text = TEXT, account: string | null = 'ben_acme') {
  return aWatch(text).noteNewPosts([aPost(post)], account, NOW + 1_000);
}

test('takes a new post of mine with the same text for the reply', () => {
  expect(send({})).toEqual({ target, post: aPost() });
});

test.each([
  [
    'a link shortened',
    `${TEXT} https://acme.example/help/kettles`,
    `${TEXT} acme.example/help/ket…`,
  ],
  ['a link added', TEXT, `${TEXT} https://t.example/abc`],
  ['the customer addressed', TEXT, `@ada_example ${TEXT}`],
  ['other quotes', "It's fine", 'It’s fine'],
  ['emoji alone', '🎉🎉', '🎉🎉'],
])('accepts %s', (_, sent, text) => {
  expect(send({ text }, sent)).not.toBeNull();
});

test.each([
  ['another text', { text: 'Good morning to all of you out there' }],
  ['half of the text', { text: 'Sorry about your kettle' }],
  ['another author', { author: { handle: 'eve_example' } }],
  ['another parent', { parentId: '7' }],
  ['an old post', { time: NOW - 3_600_000 }],
  ['an emoji of many', { text: '🎉' }],
])('refuses %s', (_, post) => {
  expect(send(post)).toBeNull();
});

test('goes by the text where the account is unknown', () => {
  expect(send({ author: { handle: 'somebody' } }, TEXT, null)).not.toBeNull();
  expect(send({ text: 'Thanks a lot' }, 'Thanks a lot', null)).toBeNull();
  expect(send({ text: 'Thanks a lot', parentId: '1' }, 'Thanks a lot', null)).not.toBeNull();
});

test('never takes a post that was there before', () => {
  const watch = createSentWatch();
  watch.noteNewPosts([aPost()], 'ben_acme', NOW - 1_000);
  watch.noteIntent({ target, text: TEXT, at: NOW });
  expect(watch.noteNewPosts([aPost()], 'ben_acme', NOW + 1_000)).toBeNull();
});

test('drops an intent after its time', () => {
  expect(aWatch().noteNewPosts([aPost()], 'ben_acme', NOW + INTENT_MS + 1)).toBeNull();
});

test('confirms an intent once', () => {
  const watch = aWatch();
  expect(watch.noteNewPosts([aPost()], 'ben_acme', NOW)).not.toBeNull();
  expect(watch.noteNewPosts([aPost({ id: '3' })], 'ben_acme', NOW)).toBeNull();
});

test('goes by the last text when the same reply is sent again', () => {
  const watch = aWatch('A first try that did not go through');
  watch.noteIntent({ target, text: TEXT, at: NOW + 500 });
  expect(watch.noteNewPosts([aPost()], 'ben_acme', NOW + 1_000)).not.toBeNull();
});

test('says nothing without an intent', () => {
  expect(createSentWatch().noteNewPosts([aPost()], 'ben_acme', NOW)).toBeNull();
  expect(aWatch('  ').noteNewPosts([aPost({ text: '  ' })], 'ben_acme', NOW)).toBeNull();
});

test('waits only while an intent may still be proved', () => {
  expect(createSentWatch().isWaiting(NOW)).toBe(false);
  const watch = aWatch();
  expect(watch.isWaiting(NOW + 1_000)).toBe(true);
  expect(watch.isWaiting(NOW + INTENT_MS + 1)).toBe(false);
  watch.noteNewPosts([aPost()], 'ben_acme', NOW + 1_000);
  expect(watch.isWaiting(NOW + 1_000)).toBe(false);
});

const quoted = { author: 'ada_example', text: 'It flickers all night. What can I do?' };

test.each([
  ['in brackets', `[QUOTE=ada_example;301]${quoted.text}[/QUOTE]\n${TEXT}`],
  ['in an editor that shows it', `ada_example said:\n${quoted.text}\nClick to expand\n${TEXT}`],
  ['with signs before its lines', `> It flickers all night.\n> What can I do?\n\n${TEXT}`],
])('accepts an answer below a quote %s', (_, sent) => {
  expect(send({ text: TEXT, quoted }, sent)).not.toBeNull();
});

test.each([
  ['nothing was quoted in', TEXT.slice(0, 20), { text: TEXT, quoted }],
  ['another post was quoted in', `[QUOTE]My kettle is loud[/QUOTE]${TEXT}`, { text: TEXT, quoted }],
  [
    'says something else below the quote',
    `[QUOTE]${quoted.text}[/QUOTE]${TEXT}`,
    { text: 'Good morning to all of you out there', quoted },
  ],
])('refuses a post that %s', (_, sent, post) => {
  expect(send(post, sent)).toBeNull();
});
