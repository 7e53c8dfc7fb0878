/** Disqus: comments in a frame of disqus.com, below articles of any site. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { findOwn, pick } from './forum/parts.ts';
import { NOTHING } from './forum/selectors.ts';

/** The embedded page as its readers describe it, 2016 to 2026. */
const selectors = {
  post: 'li.post[id^="post-"]',
  body: '[data-role="message"], .post-message',
  author: '.post-byline .author, .author',
  // People with an account; guests are only named.
  profile: '.author a[data-username]',
  // Tells the time in words, without a zone.
  time: NOTHING,
  permalink: '.post-meta a.time-ago, a.time-ago',
  position: NOTHING,
  currentPage: NOTHING,
  title: NOTHING,
  quote: 'blockquote',
  quoteHead: NOTHING,
  quoteText: NOTHING,
  skip: '.see-more, .post-media',
  parent: 'a.parent-link',
  form: 'form.reply',
  box: '[contenteditable="true"], textarea',
  submit: '.post-action__button, button[type="submit"], [data-action="submit"]',
  account: NOTHING,
  // Items with an address of their own; deleted comments have none.
  holder: '#post-list > :has(a[href*="#comment-"])',
};

export const disqusAdapter: SiteAdapter = createForumAdapter({
  id: 'disqus',
  selectors,
  pageKind: () => 'thread',
  readKey: (post) => pick(/^post-(\d+)$/u, post.id),
  readAuthor(post) {
    const name = findOwn(post, selectors.author, selectors.post)?.textContent?.trim() ?? '';
    const username = findOwn(post, selectors.profile, selectors.post)?.getAttribute(
      'data-username',
    );
    return { handle: username || name, name };
  },
  findOpening: () => null,
  readParentKey(post) {
    const link = findOwn(post, selectors.parent, selectors.post)?.getAttribute('href');
    const above = post.parentElement?.closest(selectors.post);
    return pick(/#comment-(\d+)$/u, link) ?? pick(/^post-(\d+)$/u, above?.id);
  },
  readQuotedKey: () => null,
  // The form above all comments answers the article, which is not in this page.
  readFormKey: (form) => pick(/^post-(\d+)$/u, form.closest(selectors.post)?.id),
});

/*
 * Pages to try: any article with Disqus · a nested answer with its form open · a guest's comment ·
 * https://disqus.com/embed/comments/?f=<forum>&t_u=<address> opened by itself.
 */
