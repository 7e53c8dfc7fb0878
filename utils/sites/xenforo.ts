/** XenForo 2, and XenForo 1 where it is still served: threads, profile posts with their comments. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { findOwn, pick } from './forum/parts.ts';

/**
 * XenForo 2.1 in a saved page of 2021, templates of 2.2 and 2.3 (2026-11); what comes last in each line is XenForo 1.
 * Private conversations are `message-…`, and never read.
 */
const selectors = {
  post: '[data-author][data-content^="post-"], [data-author][data-content^="profile-post-"], li.message[data-author][id^="post-"]',
  body: '.message-body .bbWrapper, .comment-body .bbWrapper, .messageContent .messageText',
  author: '.message-name .username, .comment-user, .messageUserInfo a.username',
  time: 'time.u-dt[datetime]',
  // fallback for XenForo 1, where times are words for people
  seconds: '.messageMeta [data-time]',
  permalink: 'a[href*="/post-"], a[href*="posts/"], a.datePermalink',
  position:
    '.message-attribution-opposite li:last-child, a.message-attribution-opposite, a.postNumber',
  currentPage: '.pageNav-page--current, .PageNav .currentPage',
  title: 'h1.p-title-value, .titleBar h1',
  // The editor writes a quote without its class.
  quote: '.bbCodeBlock--quote, blockquote[data-quote], .bbCodeQuote',
  quoteHead: '.bbCodeBlock-title, .attribution',
  quoteText: '.bbCodeBlock-expandContent, .bbCodeBlock-content, .quote',
  jump: '[data-content-selector]',
  olderJump: 'a.AttributionLink',
  profilePost: '[data-content^="profile-post-"]',
  commentForm: 'form[action*="/add-comment"]',
  cut: '.message-expandLink',
  skip: '.bbCodeBlock-expandLink, .bbCodeSpoiler-button, .label, .quoteExpand',
  form: 'form.js-quickReply, form[action*="/add-reply"], form[action*="/add-comment"]',
  box: '[contenteditable="true"], textarea[name="message"], textarea[name="message_html"]:not([style*="hidden"])',
  submit:
    '.formButtonGroup-primary button[type="submit"], button[type="submit"], input[type="submit"]',
  account: '.p-navgroup-link--user .p-navgroup-linkText, #AccountMenu .concealed, .accountUsername',
};

/** Addresses may be `/threads/lamps.12/` or `index.php?threads/lamps.12/`. */
const kinds = {
  search: /[/?]search\b/u,
  thread: /[/?](?:threads|posts)\//u,
  profile: /[/?]members\//u,
  feed: /^(?:\/[\w-]+)?\/(?:index\.php)?$|[/?](?:forums|whats-new|find-new|watched|tags)\b/u,
};

export const xenforoAdapter: SiteAdapter = createForumAdapter({
  id: 'xenforo',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) => {
    const content = post.getAttribute('data-content') ?? post.id;
    return pick(/^post-(\d+)$/u, content) ?? pick(/^(profile-post-(?:comment-)?\d+)$/u, content);
  },
  readAuthor: (post) => ({ handle: post.getAttribute('data-author') ?? '' }),
  readTime(post) {
    const time = post.querySelector(selectors.time)?.getAttribute('datetime');
    const seconds = post.querySelector(selectors.seconds)?.getAttribute('data-time') ?? '';
    if (time || !/^\d{9,10}$/u.test(seconds)) return time ?? null;
    return new Date(Number(seconds) * 1_000).toISOString();
  },
  toPermalink: (key, url) => new URL(/^\d/u.test(key) ? `#post-${key}` : `#${key}`, url).href,
  readParentKey(post) {
    const isComment = post.matches(selectors.profilePost);
    if (!isComment) return undefined;
    const above = post.parentElement?.closest(selectors.profilePost);
    return above?.getAttribute('data-content') ?? null;
  },
  readQuotedKey: (quote) =>
    pick(/^post: ?(\d+)$/u, quote.getAttribute('data-source')) ??
    pick(
      /post-(\d+)$/u,
      quote.querySelector(selectors.jump)?.getAttribute('data-content-selector'),
    ) ??
    pick(/#post-(\d+)$/u, quote.querySelector(selectors.olderJump)?.getAttribute('href')),
  quoteTag: /\bpost: ?(\d+)/u,
  readFormKey: (form) =>
    form.matches(selectors.commentForm)
      ? (form.closest(selectors.profilePost)?.getAttribute('data-content') ?? null)
      : undefined,
  isCut: (post) => findOwn(post, selectors.cut, selectors.post) !== null,
});

/*
 * Pages to try: https://xenforo.com/community/ · a thread of several pages · a member's profile posts ·
 * https://www.mrexcel.com/board/ · a forum whose addresses begin with `index.php?`.
 */
