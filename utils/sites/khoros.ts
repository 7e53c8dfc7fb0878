/** Khoros communities (once Lithium) in their classic pages; those of Aurora, which React draws, have other marks. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/** A saved page of 2023-11, whose maker changed the looks; class names of the software itself. */
const selectors = {
  post: '.lia-message-view-wrapper[data-lia-message-uid]',
  body: '.lia-message-body-content',
  author: 'a.lia-user-name-link, [itemprop="author"] [itemprop="name"]',
  time: NOTHING,
  permalink: '.lia-message-subject a[href*="-p/"], .MessageSubject a[href*="-p/"]',
  position: NOTHING,
  currentPage: '.lia-paging-page-current',
  title: '.lia-thread-topic .lia-message-subject',
  opening: '.lia-thread-topic',
  // An answer below another says so, with a link to it.
  answered: '.MessageInResponseTo a[href*="-p/"], .lia-message-in-response-to a[href*="-p/"]',
  quote: 'blockquote',
  quoteHead: 'a[href*="viewprofilepage"]',
  quoteText: NOTHING,
  skip: '.lia-message-edit-history, .lia-attachments, .lia-video-source, .lia-inline-image-display-wrapper button',
  form: '.lia-inline-message-reply form, .lia-inline-message-reply-wrapper form, body.ReplyPage form.lia-form:not(.SearchForm)',
  box: 'iframe[id$="_ifr"], [contenteditable="true"], textarea.lia-message-editor, textarea[name="body"]',
  submit: '.lia-button-Submit-action',
  account: NOTHING,
  // What a form stands in when it answers one message rather than the topic.
  message: '[data-lia-message-uid]',
  replyPage: 'body.ReplyPage',
};

const kinds = {
  search: /\/searchpage\b/u,
  thread: /\/(?:m|td)-p\/\d|\/(?:ba|ta|idi|qaq)-p\/\d|\/replypage\//u,
  profile: /\/user\/viewprofilepage\//u,
  feed: /\/(?:bd|ct|bg|tkb|idb)-p\/|^\/(?:t5\/?)?$/u,
};

export const khorosAdapter: SiteAdapter = createForumAdapter({
  id: 'khoros',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) => pick(/^(\d+)$/u, post.getAttribute('data-lia-message-uid')),
  findOpening: (doc) => doc.querySelector(selectors.opening)?.closest(selectors.post) ?? null,
  readParentKey(post) {
    const href = post.querySelector(selectors.answered)?.getAttribute('href');
    return pick(/-p\/(\d+)/u, href) ?? undefined;
  },
  readQuotedKey: () => null,
  readQuoteAuthor(quote) {
    const name = quote.querySelector(selectors.quoteHead);
    // Somebody mentioned in the quote is not its author.
    const isFirst =
      name !== null && (quote.textContent ?? '').trimStart().startsWith(name.textContent ?? '');
    return isFirst ? name.textContent : '';
  },
  readFormKey(form) {
    const message = form.closest(selectors.message)?.getAttribute('data-lia-message-uid');
    if (message) return message;
    const page = form.closest(selectors.replyPage);
    if (!page) return undefined;
    const shown = [...page.querySelectorAll(selectors.post)];
    return shown.length === 1 ? (shown[0]?.getAttribute('data-lia-message-uid') ?? null) : null;
  },
  toPermalink(key, url) {
    const board = pick(/^(.*\/t5\/[^/]+\/[^/]+)\/(?:m|td)-p\/\d/u, url.pathname);
    return new URL(board ? `${board}/m-p/${key}` : `#U${key}`, url).href;
  },
});

/*
 * Pages to try: https://community.adobe.com/ · https://community.spotify.com/ · a topic with an accepted answer ·
 * an answer below an answer · a reply page.
 */
