/** Flarum 1 and 2: an application of one page that loads a discussion in parts around where one reads. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { findOwn, pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/** Components of 1.8 and 2.0 (2026-11), with its own extension for mentions. */
const selectors = {
  post: '.PostStream-item[data-id]:not([data-type^="discussion"]), .PostsUserPage-list .CommentPost[data-id]',
  opening: '.PostStream-item[data-id][data-number="1"]',
  body: '.Post-body',
  author: '.PostUser-name .username, .PostUser .username, .PostUser-name',
  user: '.PostUser a[href*="/u/"]',
  time: '.PostMeta time[datetime], .Post-header time[datetime]',
  permalink: 'a.PostMeta-permalink',
  position: NOTHING,
  currentPage: NOTHING,
  title: '.DiscussionHero-title',
  quote: 'blockquote',
  quoteHead: '.PostMention',
  quoteText: NOTHING,
  skip: '.Post-quoteButtonContainer',
  // Stands before the words of an answer.
  mention: '.Post-body .PostMention[data-id]',
  form: '.Composer',
  // New discussions and edits use the same composer with another sign.
  replyingTo: '.ComposerBody-header h3 .fa-reply ~ a[href*="/d/"]',
  box: 'textarea.TextEditor-editor, textarea.Composer-flexible',
  submit: '.TextEditor-controls .item-submit button, .item-submit button',
  account: '.SessionDropdown .item-profile a[href*="/u/"], .SessionDropdown a[href*="/u/"]',
};

const kinds = {
  search: /[?&]q=/u,
  thread: /\/d\/\d+/u,
  profile: /\/u\//u,
  feed: /\/(?:all|t|tags|following)(?:\/|$)|^(?:\/[\w-]+)?\/$/u,
};

const readSlug = (link: Element | null) => pick(/\/u\/([^/?#]+)/u, link?.getAttribute('href'));
const readDiscussion = (href: string | null | undefined) => pick(/\/d\/(\d+)/u, href);

export const flarumAdapter: SiteAdapter = createForumAdapter({
  id: 'flarum',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) => pick(/^(\d+)$/u, post.getAttribute('data-id')),
  readAuthor(post) {
    const name = findOwn(post, selectors.author, selectors.post)?.textContent?.trim() ?? '';
    const slug = readSlug(findOwn(post, selectors.user, selectors.post));
    return { handle: slug ?? name, name };
  },
  findOpening: (doc) => doc.querySelector(selectors.opening),
  toPermalink(_key, url, post) {
    const number = pick(/^(\d+)$/u, post.getAttribute('data-number'));
    const discussion = pick(/^(.*\/d\/[^/]+)/u, url.pathname);
    return number && discussion ? new URL(`${discussion}/${number}`, url).href : null;
  },
  readParentKey(post) {
    const mention = findOwn(post, selectors.mention, selectors.post);
    return mention ? pick(/^(\d+)$/u, mention.getAttribute('data-id')) : undefined;
  },
  readQuotedKey: (quote) =>
    pick(/^(\d+)$/u, quote.querySelector(selectors.quoteHead)?.getAttribute('data-id')),
  readQuoteAuthor: (quote) => quote.querySelector(selectors.quoteHead)?.textContent?.trim() ?? '',
  readDraftKeys: (draft) =>
    [...draft.matchAll(/@"[^"\n]*"#p(\d+)/gu)].map((found) => found[1] ?? null),
  readFormKey(form, url) {
    // The composer stays open while one goes on to other discussions.
    const discussion = readDiscussion(
      form.querySelector(selectors.replyingTo)?.getAttribute('href'),
    );
    return discussion !== null && discussion === readDiscussion(url.pathname) ? undefined : null;
  },
  readAccount: (doc) => readSlug(doc.querySelector(selectors.account)),
});

/*
 * Pages to try: https://discuss.flarum.org/ · a long discussion · answers with a mention · a person's posts ·
 * the composer open over another discussion.
 */
