import { describe, expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import type { SentLink } from '#utils/sites/adapter.ts';
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

test('finds an answer to an answer below what both answer, as sites of two levels show it', () => {
  const comment = { ...target, id: '0' };
  const answer = { ...target, parentId: comment.id };
  const watch = createSentWatch();
  watch.noteIntent({ target: answer, text: TEXT, at: NOW });
  const post = aPost({ parentId: comment.id });
  expect(watch.noteNewPosts([post], 'ben_acme', NOW)).toEqual({ target: answer, post });
});

test('takes it for the answer to what it stands below, where that was answered alike', () => {
  const comment = { ...target, id: '0' };
  const watch = createSentWatch();
  watch.noteIntent({ target: { ...target, parentId: comment.id }, text: TEXT, at: NOW });
  watch.noteIntent({ target: comment, text: TEXT, at: NOW });
  const post = aPost({ parentId: comment.id });
  expect(watch.noteNewPosts([post], 'ben_acme', NOW)).toEqual({ target: comment, post });
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
  expect(createSentWatch().awaited(NOW)).toEqual([]);
  const watch = aWatch();
  expect(watch.awaited(NOW + 1_000)).toHaveLength(1);
  expect(watch.awaited(NOW + INTENT_MS + 1)).toEqual([]);
  watch.noteNewPosts([aPost()], 'ben_acme', NOW + 1_000);
  expect(watch.awaited(NOW + 1_000)).toEqual([]);
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

describe('a link to what was sent', () => {
  const aLink = (overrides: Partial<SentLink> = {}): SentLink => ({
    id: '2',
    handle: 'ben_acme',
    permalink: 'https://x.com/ben_acme/status/2',
    time: NOW + 500,
    ...overrides,
  });
  const signed = { account: () => 'ben_acme', isOwnHandle: () => false };
  const other = aPost({ id: '5', author: { handle: 'eli_example' }, text: 'Mine broke too' });
  const noteOther = (watch: ReturnType<typeof aWatch>, at = NOW) =>
    watch.noteIntent({ target: other, text: 'Please write to us.', at });

  test('proves the reply, as a post that answers its target', () => {
    const { permalink, time } = aLink();
    const post = aPost({ permalink, time, parentId: '1' });
    expect(aWatch().noteSentLinks([aLink()], signed, NOW + 1_000)).toEqual({ target, post });
  });

  test('proves once, whichever of link and post comes first', () => {
    const byLink = aWatch();
    expect(byLink.noteSentLinks([aLink()], signed, NOW)).not.toBeNull();
    byLink.noteIntent({ target: other, text: TEXT, at: NOW });
    expect(byLink.noteNewPosts([aPost()], 'ben_acme', NOW)).toBeNull();
    const byPost = aWatch();
    expect(byPost.noteNewPosts([aPost()], 'ben_acme', NOW)).not.toBeNull();
    noteOther(byPost);
    expect(byPost.noteSentLinks([aLink()], signed, NOW)).toBeNull();
    expect(byPost.noteSentLinks([aLink({ id: '6' })], signed, NOW)).not.toBeNull();
  });

  test('proves nothing when it stood there at the intent', () => {
    const watch = createSentWatch();
    watch.noteIntent({ target, text: TEXT, at: NOW }, [aLink()]);
    expect(watch.noteSentLinks([aLink()], signed, NOW)).toBeNull();
    expect(watch.noteSentLinks([aLink(), aLink({ id: '3' })], signed, NOW)?.post.id).toBe('3');
  });

  test.each([
    ['of somebody else', [aLink({ handle: 'ada_example' })]],
    ['to a post of before', [aLink({ time: NOW - INTENT_MS - 1 })]],
    ['beside another of mine', [aLink(), aLink({ id: '3' })]],
  ])('%s proves nothing', (_, links) => {
    expect(aWatch().noteSentLinks(links, signed, NOW)).toBeNull();
  });

  test('that stands there twice is one', () => {
    expect(aWatch().noteSentLinks([aLink(), aLink()], signed, NOW)).not.toBeNull();
  });

  test('is mine by the account, and by my handles only where none is known', () => {
    const isOwnHandle = (handle: string) => handle === 'ben_acme';
    const prove = (account: string | null, handle: string) =>
      aWatch().noteSentLinks([aLink({ handle })], { account: () => account, isOwnHandle }, NOW) !==
      null;
    expect(prove('@Ben_Acme', 'ben_acme')).toBe(true);
    expect(prove('acmecare', 'ben_acme')).toBe(false);
    expect(prove(null, 'ben_acme')).toBe(true);
    expect(prove(null, 'acmecare')).toBe(false);
  });

  test('proves neither of two replies on their way, nor one of them later', () => {
    const watch = aWatch();
    noteOther(watch, NOW + 1_000);
    expect(watch.noteSentLinks([aLink()], signed, NOW + 2_000)).toBeNull();
    expect(watch.noteNewPosts([aPost()], 'ben_acme', NOW + 3_000)?.target).toBe(target);
    expect(watch.noteSentLinks([aLink()], signed, NOW + 4_000)).toBeNull();
  });

  test('is not taken for the next reply’s when the last was not proved in time', () => {
    const late = NOW + INTENT_MS + 1;
    const watch = aWatch();
    noteOther(watch, late);
    expect(watch.noteSentLinks([aLink({ time: late })], signed, late)).toBeNull();
    const muchLater = late + 2 * INTENT_MS;
    noteOther(watch, muchLater);
    const link = aLink({ id: '7', time: muchLater });
    expect(watch.noteSentLinks([link], signed, muchLater)?.target).toBe(other);
  });

  test.each([
    ['shortly before', NOW - 1_000],
    ['since', NOW + 1_000],
  ])('proves nothing when something else was written %s', (_, at) => {
    const watch = aWatch();
    watch.noteOther(at);
    expect(watch.noteSentLinks([aLink()], signed, NOW + 2_000)).toBeNull();
    expect(watch.noteNewPosts([aPost()], 'ben_acme', NOW + 2_000)).not.toBeNull();
  });

  test('proves nothing after the intent’s time, or without one', () => {
    const late = NOW + INTENT_MS + 1;
    const link = aLink({ time: late });
    expect(aWatch().noteSentLinks([link], signed, late)).toBeNull();
    expect(createSentWatch().noteSentLinks([aLink()], signed, NOW)).toBeNull();
  });
});
