/** Invision Community 4 and 5: topics, and the comments below everything else. */
import type { SiteAdapter } from './adapter.ts';
import { atPath, parseJson, toText } from './dom/json.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/** Templates of 4.4 to 4.7, and of 5.0 with its new class names (2026-11). */
const selectors = {
  post: 'body:not([data-pagemodule="messaging"]) [id^="elComment_"]',
  // Written for its quote button: whose the post is, and what it is a comment of.
  origin: '[data-quotedata]',
  wrap: '[data-commentid]',
  body: '[data-role="commentContent"]',
  author: '.cAuthorPane_author, .ipsComment_author a, .ipsEntry__author, .ipsUsername',
  time: '.ipsComment_meta time[datetime], .ipsEntry__header time[datetime], time[datetime]',
  permalink: 'a[href*="findComment"], a[href*="#comment-"]',
  position: NOTHING,
  currentPage: '.ipsPagination_active, .ipsPagination__active',
  title: 'h1.ipsType_pageTitle, h1.ipsPageHeader__title',
  quote: '.ipsQuote, blockquote[data-ipsquote]',
  quoteHead: '.ipsQuote_citation',
  quoteText: '.ipsQuote_contents',
  skip: '[data-excludequote], .ipsComment_meta, .ipsEntry__header',
  form: '[data-role="replyArea"] form',
  // The field beside the editor is never typed into.
  box: '[contenteditable="true"], iframe.cke_wysiwyg_frame',
  submit: 'button[type="submit"], input[type="submit"]',
  account: '#elUserLink, #elUserNav [data-role="userName"]',
};

const kinds = {
  search: /\/search\//u,
  thread: /\/topic\/\d|[?&]showtopic=/u,
  profile: /\/profile\/\d/u,
  feed: /\/(?:forum|discover|forums)\/|^(?:\/[\w-]+)?\/$/u,
};

interface Origin {
  app: string | null;
  kind: string | null;
  id: string | null;
  username: string | null;
}

export const invisionAdapter: SiteAdapter = createForumAdapter({
  id: 'invision',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey(post) {
    const { app, kind, id } = readOrigin(post);
    const number = pick(/^elComment_(\d+)$/u, post.id) ?? pick(/^(\d+)$/u, id);
    // Conversations are private.
    if (!number || /message/iu.test(kind ?? 'messages')) return null;
    // Comments of other applications are counted apart from posts.
    return app === null || app === 'forums' ? number : `${app}-${number}`;
  },
  readAuthor(post) {
    const { username } = readOrigin(post);
    const shown = post.querySelector(selectors.author)?.textContent ?? '';
    return { handle: username ?? shown };
  },
  toPermalink: (key, url) => new URL(`#comment-${pick(/(\d+)$/u, key)}`, url).href,
  readQuotedKey: (quote) => {
    const app = quote.getAttribute('data-ipsquote-contentapp') ?? 'forums';
    const number = pick(/^(\d+)$/u, quote.getAttribute('data-ipsquote-contentcommentid'));
    return number && (app === 'forums' ? number : `${app}-${number}`);
  },
  // Elsewhere the first comment is one of many, and what they are about is no post.
  isThread: (doc) => (doc.body.getAttribute('data-pageapp') ?? 'forums') === 'forums',
});

function readOrigin(post: Element): Origin {
  const wrap = post.querySelector(selectors.wrap);
  const data = parseJson(
    post.querySelector(selectors.origin)?.getAttribute('data-quotedata'),
    10_000,
  );
  const read = (key: string) => toText(atPath(data, key)) || null;
  return {
    app: pick(/^([a-z]\w{1,30})$/u, read('contentapp') ?? wrap?.getAttribute('data-commentapp')),
    kind:
      read('contentclass') ?? read('contenttype') ?? wrap?.getAttribute('data-commenttype') ?? null,
    id: read('contentcommentid'),
    username: read('username'),
  };
}

/*
 * Pages to try: https://invisioncommunity.com/forums/ (5) · a topic of several pages · comments of a download ·
 * a forum of 4.7 · the editor with a quote in it.
 */
