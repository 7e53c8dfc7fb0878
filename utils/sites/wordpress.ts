/** Comments below the posts and pages of WordPress, with the article that they are about. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/**
 * What its list of comments and its form write for every theme since 3.0 (2010), and the comment blocks of 5.9 (2022);
 * from its source, 2026-11.
 */
const selectors = {
  post: 'li.comment[id*="comment-"], div.comment[id^="comment-"], body article[id^="post-"]',
  article: 'article[id^="post-"]',
  comment: '.comment[id*="comment-"]',
  // In older lists author and date stand within the body.
  body: '.comment-content, div.comment-body, .wp-block-comment-content, .entry-content',
  author:
    '.fn, .wp-block-comment-author-name, .comment-author-link, a[rel="author"], .byline .author',
  time: 'time[datetime]',
  permalink: 'a[href*="#comment-"]',
  position: NOTHING,
  currentPage: NOTHING,
  title: 'h1.entry-title, article h1',
  // Whom articles and comments quote, and from where, no markup tells.
  quote: NOTHING,
  quoteHead: NOTHING,
  quoteText: NOTHING,
  skip: '.comment-author, .comment-meta, .comment-awaiting-moderation, .reply, .sharedaddy, .children, form',
  form: 'form#commentform, form.comment-form',
  parent: 'input[name="comment_parent"]',
  box: 'textarea[name="comment"]',
  submit: '.form-submit [type="submit"], [type="submit"]',
  account: '#wp-admin-bar-user-info .display-name, #wp-admin-bar-my-account .display-name',
  api: 'link[rel="https://api.w.org/"]',
};

const kinds = {
  search: /[?&]s=/u,
  profile: /\/author\//u,
  feed: /^\/(?:page\/\d+\/?)?$|\/(?:category|tag)\//u,
  thread: /./u,
};

const readNumber = (comment: Element | null | undefined) => pick(/comment-(\d+)$/u, comment?.id);

export const wordpressAdapter: SiteAdapter = createForumAdapter({
  id: 'wordpress',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey(post) {
    const comment = post.matches(selectors.comment) ? readNumber(post) : null;
    return comment ? `comment-${comment}` : readArticleKey(post);
  },
  // A network of blogs may share a host, each with numbers of its own.
  readBase: (doc) =>
    pick(
      /^https?:\/\/[^/]+((?:\/[\w.-]+)+?)\/wp-json\/?$/u,
      doc.querySelector(selectors.api)?.getAttribute('href'),
    ) ?? '',
  findOpening(doc) {
    const number = pick(/\b(?:postid|page-id)-(\d+)\b/u, doc.body.className);
    return number ? doc.querySelector(`article[id="post-${number}"]`) : null;
  },
  readParentKey(post) {
    const above = readNumber(post.parentElement?.closest(selectors.comment));
    return above ? `comment-${above}` : undefined;
  },
  readQuotedKey: () => null,
  toPermalink: (key, url) =>
    new URL(key.startsWith('comment-') ? `#${key}` : url.pathname + url.search, url).href,
  readFormKey(form) {
    const parent = pick(
      /^([1-9]\d*)$/u,
      form.querySelector<HTMLInputElement>(selectors.parent)?.value,
    );
    return parent ? `comment-${parent}` : undefined;
  },
});

/** The article that the page is about, which the body names; others are only recommended by it. */
function readArticleKey(post: Element): string | null {
  const number = pick(/^post-(\d+)$/u, post.id);
  const { body } = post.ownerDocument;
  const isMain = body.matches(`.postid-${number}, .page-id-${number}`);
  return number && post.matches(selectors.article) && isMain ? post.id : null;
}

/*
 * Pages to try: https://wordpress.org/news/ · https://wptavern.com/ · a post with nested comments ·
 * a block theme (Twenty Twenty-Four) · "Reply" below a comment, which moves the form.
 */
