// @vitest-environment happy-dom
/** Engines of forums are told by marks; what looks like them is left to `generic`. */
import { expect, test } from 'vitest';
import { recognizeSite } from './recognize.ts';

const url = new URL('https://forum.example/');

function recognize(html: string, address = url): string {
  const doc = document.implementation.createHTMLDocument();
  doc.write(html);
  doc.close();
  return recognizeSite(doc, address);
}

test.each([
  ['xenforo', '<html id="XF" data-template="forum_list"><body></body></html>'],
  ['xenforo', '<html id="XenForo" class="Public NoJs"><body></body></html>'],
  ['phpbb', '<html><body id="phpbb" class="nojs section-index"></body></html>'],
  [
    'phpbb',
    '<html><body class="theme"><div id="phpbb_alert" class="phpbb_alert"></div></body></html>',
  ],
  [
    'vanilla',
    '<html><body id="vanilla_discussion_index" class="Vanilla Discussion"></body></html>',
  ],
  ['vanilla', '<html><body id="dashboard_profile_index" class="Dashboard Profile"></body></html>'],
  ['khoros', '<html><body class="lia-board ForumTopicPage lia-body" id="lia-body"></body></html>'],
  ['nodebb', '<html><head><script src="/forum/assets/nodebb.min.js?v=1"></script></head></html>'],
  [
    'nodebb',
    '<html><body><li component="post" data-pid="1"><div component="post/content"></div></li></body></html>',
  ],
  [
    'flarum',
    '<html><body><div id="app" class="App"><div id="app-navigation" class="App-navigation"></div></div></body></html>',
  ],
  [
    'wordpress',
    '<html><body><form action="https://a.example/wp-comments-post.php"></form></body></html>',
  ],
  [
    'wordpress',
    '<html><body><ol class="comment-list"><li class="comment depth-1"></li></ol></body></html>',
  ],
  ['vbulletin', '<html><head><meta name="generator" content="vBulletin 5.6.9"></head></html>'],
  [
    'vbulletin',
    '<html><head><script src="/clientscript/vbulletin_global.js?v=387"></script></head></html>',
  ],
  ['vbulletin', '<html><body id="vb-page-body"></body></html>'],
  ['invision', '<html><body class="ipsApp" data-controller="core.front.core.app"></body></html>'],
])('%s is told by %s', (site, html) => {
  expect(recognize(html)).toBe(site);
});

test.each(['<html><body id="XF"><p>About the XF engine</p></body></html>'])(
  '%s is no engine that we know',
  (html) => {
    expect(recognize(html)).toBe('generic');
  },
);

test('the frame of Disqus is told by its place, other pages of that host are not', () => {
  const page = '<html><body></body></html>';
  const at = (address: string) => recognize(page, new URL(address));
  expect(at('https://disqus.com/embed/comments/?f=blog')).toBe('disqus');
  expect(at('https://disqus.com/home/')).toBe('generic');
  expect(at('https://disqus.com.evil.example/embed/comments/')).toBe('generic');
});
