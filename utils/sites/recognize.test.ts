// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { recognizeSite } from './recognize.ts';

function aPage(...marks: string[]): Document {
  const doc = document.implementation.createHTMLDocument();
  for (const id of marks) doc.body.append(Object.assign(doc.createElement('div'), { id }));
  return doc;
}

test.each([
  ['https://x.com/home', 'x'],
  ['https://www.reddit.com/r/lamps', 'reddit'],
  ['https://old.reddit.com/', 'reddit'],
  ['https://bsky.app/', 'bluesky'],
  ['https://news.ycombinator.com/item?id=1', 'hackernews'],
  ['https://www.linkedin.com/feed/', 'linkedin'],
  ['https://uk.linkedin.com/posts/ada-1', 'linkedin'],
  ['https://business.linkedin.com/', 'generic'],
  ['https://www.facebook.com/groups/1', 'facebook'],
  ['https://de-de.facebook.com/acme', 'facebook'],
  ['https://m.facebook.com/story.php?story_fbid=1&id=2', 'facebook'],
  ['https://mbasic.facebook.com/acme', 'facebook'],
  ['https://l.facebook.com/l.php?u=x', 'generic'],
  ['https://business.facebook.com/latest/inbox', 'generic'],
  ['https://www.youtube.com/watch?v=aB3_dE-6gHi', 'youtube'],
  ['https://m.youtube.com/', 'youtube'],
  ['https://studio.youtube.com/video/aB3_dE-6gHi/comments', 'youtubestudio'],
  ['https://studio.youtube.example/', 'generic'],
  ['https://music.youtube.com/', 'generic'],
  ['https://www.youtube.com.evil.example/', 'generic'],
  ['https://business.google.com/u/0/reviews', 'googlebusiness'],
  ['https://www.google.com/local/business/1/customers/reviews/reply', 'googlebusiness'],
  ['https://www.google.com/customers/reviews', 'googlebusiness'],
  ['https://www.google.com/search?q=/customers/reviews', 'generic'],
  ['https://business.google.evil.example/reviews', 'generic'],
  ['https://www.google.com/maps/place/Acme/', 'googlemaps'],
  ['https://www.google.co.uk/maps', 'googlemaps'],
  ['https://www.google.de/search?q=maps', 'generic'],
  ['https://www.google.com/mapsearch', 'generic'],
  ['https://google.evil.example/maps/place/Acme/', 'generic'],
  ['https://play.google.com/store/apps/details?id=com.example', 'googleplay'],
  ['https://play.google.com/console/u/0/developers', 'generic'],
  ['https://forum.example/', 'generic'],
  ['https://bsky.app.evil.example/', 'generic'],
  ['https://notbsky.app/', 'generic'],
  ['https://www.tiktok.com/@ada_example/video/7300000000000000001', 'tiktok'],
  ['https://ads.tiktok.com/', 'generic'],
  ['https://www.tiktok.com.evil.example/', 'generic'],
  ['https://www.instagram.com/p/DAAAAAAAAA1/', 'instagram'],
  ['https://help.instagram.com/', 'generic'],
  ['https://www.instagram.com.evil.example/', 'generic'],
  ['https://www.threads.com/', 'threads'],
  ['https://www.threads.net/@ada_example', 'threads'],
  ['https://l.threads.com/', 'generic'],
  ['https://www.threads.com.evil.example/', 'generic'],
  ['https://www.trustpilot.com/review/acme.example', 'trustpilot'],
  ['https://de.trustpilot.com/review/acme.example', 'trustpilot'],
  ['https://fr-be.trustpilot.com/', 'trustpilot'],
  ['https://businessapp.b2b.trustpilot.com/reviews', 'generic'],
  ['https://www.trustpilot.com.evil.example/', 'generic'],
  ['https://github.com/acme/kettle/issues/1', 'github'],
  ['https://github.com.evil.example/acme/kettle', 'generic'],
  ['https://gist.github.com/acme/1', 'generic'],
  ['https://stackoverflow.com/questions/1/kettles', 'stackexchange'],
  ['https://pt.stackoverflow.com/questions/1', 'stackexchange'],
  ['https://meta.cooking.stackexchange.com/', 'stackexchange'],
  ['https://mathoverflow.net/questions/1', 'stackexchange'],
  ['https://notstackoverflow.com/questions/1', 'generic'],
  ['https://stackexchange.com.evil.example/', 'generic'],
])('%s is read by %s', (address, id) => {
  expect(recognizeSite(aPage(), new URL(address))).toBe(id);
});

test('a Mastodon page is told by its marks on any host', () => {
  const doc = aPage('mastodon', 'initial-state');
  doc.getElementById('mastodon')?.classList.add('app-holder');
  expect(recognizeSite(doc, new URL('https://social.example/home'))).toBe('mastodon');
});

test('a heading named mastodon makes no Mastodon page', () => {
  expect(recognizeSite(aPage('mastodon'), new URL('https://blog.example/'))).toBe('generic');
});

test('marks of Mastodon do not take over a host that is known', () => {
  const doc = aPage('mastodon');
  doc.getElementById('mastodon')?.classList.add('app-holder');
  expect(recognizeSite(doc, new URL('https://x.com/home'))).toBe('x');
});

test('a Discourse forum is told by its marks on any host', () => {
  const doc = aPage();
  const meta = Object.assign(doc.createElement('meta'), { name: 'generator' });
  meta.content = 'Discourse 3.6.0.beta2 - https://github.com/discourse/discourse';
  doc.head.append(meta);
  expect(recognizeSite(doc, new URL('https://forum.example/t/kettles/1'))).toBe('discourse');
});

test('a page about discourse makes no Discourse forum', () => {
  const doc = aPage('discourse-comments', 'reply-control');
  const meta = Object.assign(doc.createElement('meta'), { name: 'generator' });
  meta.content = 'Discourses of Philosophy 1.0';
  doc.head.append(meta);
  expect(recognizeSite(doc, new URL('https://blog.example/'))).toBe('generic');
});
