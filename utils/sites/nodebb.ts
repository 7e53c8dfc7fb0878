/** NodeBB in its own themes (Harmony, Persona): `component` attributes are its contract with them. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { findOwn, pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/** Templates of 1.x to 4.x (2026-11). Chats are `chat/message`, and never read. */
const selectors = {
  post: '[component="post"][data-pid]',
  opening: '[component="post"][data-pid][data-index="0"]',
  body: '[component="post/content"]',
  author: '[data-username]',
  time: 'meta[itemprop="datePublished"][content]',
  // fallback for themes without the meta element
  ago: '.permalink .timeago[title]',
  permalink: 'a[href*="/post/"]',
  position: NOTHING,
  currentPage: NOTHING,
  title: '[component="topic/title"]',
  // Markdown has no author of a quote: "@ada said in …:" stands in the paragraph before it.
  quote: 'blockquote',
  quoteHead: NOTHING,
  quoteText: NOTHING,
  quoteUser: 'a[href*="/user/"], a[href*="/uid/"]',
  quotePost: 'a[href*="/post/"]',
  skip: '[component="post/replies"]',
  // The post that one answers, where it is not the one right before it.
  parent: '[component="post/parent"][data-topid]',
  form: '[component="composer"], [component="topic/quickreply/container"]',
  quickReply: '[component="topic/quickreply/container"]',
  box: 'textarea.write, textarea[component="topic/quickreply/text"]',
  submit: '.composer-submit, [component="topic/quickreply/button"]',
  account: '[component="header/profilelink"][href*="/user/"]',
};

const kinds = {
  search: /\/search(?:\?|$)/u,
  thread: /\/topic\/[\da-f-]+|\/post\/[\da-f-]+/u,
  profile: /\/user\/|\/uid\//u,
  feed: /\/(?:category|recent|unread|popular|top|tags|groups|world)\b|^(?:\/[\w-]+)?\/$/u,
};

export const nodebbAdapter: SiteAdapter = createForumAdapter({
  id: 'nodebb',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  // Since 4.0 posts of other servers are here as well, whose key is their address.
  readKey: (post) => pick(/^(\d+|https?:\/\/\S{1,200})$/u, post.getAttribute('data-pid')),
  readAuthor(post) {
    const name = post.getAttribute('data-username') ?? '';
    return { handle: post.getAttribute('data-userslug') || name, name };
  },
  readTime: (post) =>
    findOwn(post, selectors.time, selectors.post)?.getAttribute('content') ??
    findOwn(post, selectors.ago, selectors.post)?.getAttribute('title') ??
    null,
  toPermalink: (key, url) => new URL(`/post/${encodeURIComponent(key)}`, url).href,
  findOpening: (doc) => doc.querySelector(selectors.opening),
  readParentKey(post) {
    const told = findOwn(post, selectors.parent, selectors.post)?.getAttribute('data-topid');
    return told || undefined;
  },
  readQuotedKey: (quote) =>
    pick(
      /\/post\/(\d+)/u,
      findIntroduction(quote)?.querySelector(selectors.quotePost)?.getAttribute('href'),
    ),
  readQuoteAuthor: (quote) =>
    pick(
      /\/(?:user|uid)\/([^/?#]+)/u,
      findIntroduction(quote)?.querySelector(selectors.quoteUser)?.getAttribute('href'),
    ),
  readDraftKeys: (draft) =>
    [...draft.matchAll(/\]\([^\s)]*\/post\/(\d+)\):/gu)].map((found) => found[1] ?? null),
  readFormKey(form) {
    if (form.matches(selectors.quickReply)) return undefined;
    // The large composer keeps to itself which post it answers, unless it quotes it.
    const draft = form.querySelector<HTMLTextAreaElement>(selectors.box)?.value ?? '';
    return /\/post\/\d+\):/u.test(draft) ? undefined : null;
  },
  readAccount: (doc) =>
    pick(/\/user\/([^/?#]+)/u, doc.querySelector(selectors.account)?.getAttribute('href')),
});

/** The paragraph that says whose words follow. */
function findIntroduction(quote: Element): Element | null {
  const before = quote.previousElementSibling;
  return before?.localName === 'p' && /:\s*$/u.test(before.textContent ?? '') ? before : null;
}

/*
 * Pages to try: https://community.nodebb.org/ · a topic with nested replies opened · the quick reply ·
 * a topic from the fediverse (4.x) · a forum below a path (/forum/topic/12).
 */
