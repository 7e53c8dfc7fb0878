import { describe, expect, test } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { isHosted } from '#utils/model/hosted-handle.ts';
import { siteIds } from '#utils/model/site.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { isOwnHandle, isOwnPost, isOwnSite, isOwnThread } from './site-guard.ts';

const at = (origin: string | null): Sender => ({ kind: 'content', tabId: 1, origin });

describe('a content script', () => {
  test.each([
    ['https://x.com', 'x:1'],
    ['https://twitter.com', 'x:1'],
    ['https://www.reddit.com', 'reddit:t3_1'],
    ['https://sh.reddit.com', 'reddit:t3_1'],
    ['https://news.ycombinator.com', 'hackernews:1'],
    ['https://social.example', 'mastodon:social.example/1'],
    ['https://www.forum.example', 'generic:forum.example/t/1#p2'],
    ['http://localhost:8787', 'generic:localhost:8787/practice/thread/1#post-1'],
    // Where its own adapter is blind.
    ['https://x.com', 'generic:x.com/1'],
  ])('on %s may speak of %s', (origin, threadId) => {
    expect(isOwnThread(at(origin), threadId)).toBe(true);
  });

  test.each([
    ['https://x.com', 'reddit:t3_1'],
    ['https://x.com', 'generic:other.example/1'],
    ['https://evil-x.com', 'x:1'],
    ['https://x.com.evil.example', 'x:1'],
    ['https://forum.example', 'x:1'],
    ['https://forum.example', 'generic:other.example/t/1'],
    ['https://forum.example', 'generic:otherforum.example/t/1'],
    ['https://social.example', 'mastodon:mastodon.social/1'],
    ['https://mastodon.social', 'mastodon:social.example/1'],
    ['http://localhost:8787', 'generic:localhost:8788/practice'],
    ['https://x.com', 'constructor:1'],
    ['https://x.com', ''],
    ['null', 'x:1'],
    [null, 'x:1'],
  ])('on %s may not speak of %s', (origin, threadId) => {
    expect(isOwnThread(at(origin), threadId)).toBe(false);
  });

  test('may not give a post an address on another host', () => {
    const post = aPost({ permalink: 'https://evil.example/x.com/1' });
    expect(isOwnPost(at('https://x.com'), post)).toBe(false);
    expect(isOwnPost(at('https://x.com'), aPost())).toBe(true);
  });

  test('is not on another site because it says so', () => {
    expect(isOwnSite(at('https://forum.example'), 'reddit')).toBe(false);
    expect(isOwnSite(at('https://x.com'), 'reddit')).toBe(false);
    expect(isOwnSite(at('https://forum.example'), 'generic')).toBe(true);
  });
});

describe('a frame', () => {
  const frame = (origin: string): Sender => ({ kind: 'frame', tabId: 1, frameId: 7, origin });

  test('may speak of its own site, where that stands in frames', () => {
    expect(isOwnThread(frame('https://disqus.com'), 'disqus:disqus.com/1')).toBe(true);
    expect(isOwnSite(frame('https://www.google.com'), 'googlebusiness')).toBe(true);
  });

  test.each([
    ['https://x.com', 'x:1'],
    ['https://x.com', 'generic:x.com/1'],
    ['https://disqus.com', 'generic:disqus.com/1'],
    ['https://disqus.com', 'disqus:evil.example/1'],
    ['https://evil.example', 'disqus:evil.example/1'],
    ['http://disqus.com', 'disqus:disqus.com/1'],
    ['https://www.google.com', 'googlemaps:1'],
    ['https://business.google.com', 'x:1'],
  ])('of %s may not speak of %s', (origin, threadId) => {
    expect(isOwnThread(frame(origin), threadId)).toBe(false);
  });
});

test('a page of the extension may speak of everything', () => {
  const sender: Sender = { kind: 'page', tabId: null, origin: null };
  expect(isOwnThread(sender, 'reddit:t3_1')).toBe(true);
});

test('handles name their host on all software whose accounts are those of one host', () => {
  const anywhere = siteIds.filter((site) => siteFacts[site].isAnywhere);
  // Federated, and comments in frames that are all of one address.
  const shared: readonly string[] = ['mastodon', 'lemmy', 'misskey', 'disqus'];
  expect(siteIds.filter(isHosted)).toEqual(anywhere.filter((site) => !shared.includes(site)));
});

test.each([
  ['https://x.com', 'x', 'ana', true],
  ['https://evil.example', 'x', 'ana', false],
  ['https://social.example', 'mastodon', 'ana@social.example', true],
  ['https://web.social.example', 'mastodon', '@ana@social.example', true],
  ['https://evil.example', 'mastodon', 'ana@social.example', false],
  ['https://evil.example', 'mastodon', 'ana', false],
  ['https://lemmy.example', 'lemmy', 'ana@lemmy.example', true],
  ['https://evil.example', 'lemmy', 'ana@lemmy.example', false],
  ['https://misskey.example', 'misskey', 'ana@misskey.example', true],
  ['https://forum.example', 'generic', 'ana', false],
  ['https://forum.example', 'generic', 'ana@forum.example', true],
  ['https://www.forum.example', 'discourse', 'ana@forum.example', true],
  ['https://evil.example', 'discourse', 'ana@forum.example', false],
  ['https://sub.forum.example', 'discourse', 'ana@forum.example', false],
  ['https://x.com', 'discourse', 'ana@x.com', false],
] as const)('%s may tell of the %s handle %s: %s', (origin, site, handle, is) => {
  expect(isOwnHandle(at(origin), site, handle)).toBe(is);
});
