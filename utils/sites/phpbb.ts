/** phpBB 3 in the themes that are made from its own (prosilver), and themes that only keep its names. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { findOwn, pick } from './forum/parts.ts';

/**
 * Templates of 3.1 to 3.3 (2026-11), a theme of its own in a saved page of 2023-11. Private messages stand on pages of
 * the section `ucp`, and are never read.
 */
const selectors = {
  post: 'body:not(.section-ucp) .post[id^="p"], body:not(.section-ucp) #topicreview .post, .search.post',
  // Below a box, and in a search.
  reviewed: '.postbody',
  found: '.search',
  body: '.content',
  author:
    '.postprofile :is(.username, .username-coloured, .postauthor), .author :is(.username, .username-coloured)',
  time: '.author time[datetime]',
  permalink: '.dateline_permalink, .postbody h3 a[href*="#p"], .author > a[href*="#p"]',
  position: '.dateline_permalink',
  currentPage: '.pagination li.active, .pagination strong',
  title: '.topic-title, h1.thread_title, #page-body > h2',
  quote: 'blockquote',
  quoteHead: 'cite',
  quoteText: ':scope > div',
  // The source of a post stands hidden in it where an answer is written below the topic.
  skip: '[id^="message_"], .codebox > p, .inline-attachment dd, .responsive-hide',
  form: 'form[action*="mode=reply"], form[action*="mode=quote"]',
  box: 'textarea[name="message"]',
  submit: '[type="submit"][name="post"]',
  account: '#username_logged_in :is(.username, .username-coloured)',
  // fallback for 3.0, which names the account in words: "Logout [ ada ]"
  logout: '.icon-logout a',
  review: '#topicreview, #postform, .search.post',
};

const kinds = {
  search: /search\.php|\/search\b/u,
  thread: /viewtopic\.php|-t\d+(?:-\d+)?\.html|\/topic\/?\d/u,
  profile: /mode=viewprofile|\/user\/|\/member\//u,
  feed: /viewforum\.php|-f\d+(?:[/-]|\.html)|^(?:\/[\w-]+)?\/(?:index\.php)?$/u,
};

export const phpbbAdapter: SiteAdapter = createForumAdapter({
  id: 'phpbb',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) =>
    pick(/^p(\d+)$/u, post.id) ??
    pick(/^pr(\d+)$/u, post.querySelector(selectors.reviewed)?.id) ??
    pick(/#p(\d+)$/u, findOwn(post, selectors.permalink, selectors.post)?.getAttribute('href')),
  toPermalink: (key, url) => new URL(`#p${key}`, url).href,
  readQuotedKey: (quote) => {
    const link = quote.querySelector(
      `${selectors.quoteHead} a[data-post-id], ${selectors.quoteHead} a[href*="#p"]`,
    );
    const isOwn = link?.closest(selectors.quote) === quote;
    return isOwn
      ? (pick(/^(\d+)$/u, link.getAttribute('data-post-id')) ??
          pick(/#p(\d+)$/u, link.getAttribute('href')))
      : null;
  },
  quoteTag: /\bpost_id=(\d+)/u,
  isThread: (doc) => doc.querySelector(selectors.review) === null,
  isCut: (post) =>
    post.matches(selectors.found) &&
    /(?:\.\.\.|…)\s*$/u.test(post.querySelector(selectors.body)?.textContent ?? ''),
  readAccount: (doc) =>
    doc.querySelector(selectors.account)?.textContent ??
    pick(/\[ (.+) \]/u, doc.querySelector(selectors.logout)?.textContent),
});

/*
 * Pages to try: https://www.phpbb.com/community/ · a topic of several pages · posting.php?mode=quote&p=… ·
 * a search shown as posts · https://forums.redflagdeals.com/
 */
