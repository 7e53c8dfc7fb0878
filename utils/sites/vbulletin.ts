/** vBulletin 3, 4 and 5: three kinds of markup, one kind of forum. */
import type { SiteAdapter } from './adapter.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { pick } from './forum/parts.ts';

/** 3.8, 4.2 and 5.6 as their readers describe them, 2014 to 2026. Private messages have no number, and are never read. */
const selectors = {
  post: '.b-post[data-node-id], li[id^="post_"].postcontainer, li[id^="post_"].postbit, li[id^="post_"].postbitlegacy, table[id^="post"].tborder',
  body: '.js-post__content-text, [id^="post_message_"]',
  author:
    '.author [data-vbnamecard], .author a, .author [itemprop="name"], .username, .bigusername',
  // Of the forum's own time, without a zone.
  time: '.b-post__timestamp time[datetime]',
  // Version 3 links to a window with the post alone, which nobody can answer.
  permalink: 'a.b-post__count, a.postcounter',
  position: '.b-post__count, .postcounter, [id^="postcount"]',
  currentPage: '.pagination .selected, .pagenav .alt2 strong',
  title: 'h1.main-title, .threadtitle, td.navbar strong',
  // The second is what 3 makes of it.
  quote: '.bbcode_quote, div[style*="margin:20px"] > table',
  quoteHead: '.bbcode_postedby, td.alt2 > div:first-child',
  quoteText: '.message, td.alt2 > div:last-child, .quote_container',
  quoteLink: 'a[href*="#post"], a[href*="p="]',
  // Comments of 5 stand within the post that they are about.
  node: '.b-post[data-node-id]',
  skip: '.bbcode_description, div[style*="margin:20px"] > .smallfont, .bbcode_quote_container',
  form: 'form[action*="newreply.php"], form[action*="create-content/text"]',
  // A reply to one post in 3 and 4; in 5 the post that is edited, and the one that is commented on.
  answered: 'input[name="p"]',
  edited: 'input[name="nodeid"]',
  parent: 'input[name="parentid"]',
  box: 'iframe[id^="vB_Editor"], iframe.cke_wysiwyg_frame, .cke_contents iframe, [contenteditable="true"], textarea[name="message"], textarea[name="text"], textarea.js-editor',
  submit: '#qr_submit, [name="sbutton"], [name="btnSubmit"]',
  account: '.welcomelink a, .b-menu__username-label, .smallfont > strong > a[href*="member.php"]',
};

const kinds = {
  search: /search\.php|\/search\b/u,
  profile: /member\.php|\/members?\//u,
  thread: /showthread\.php|\/threads?\/|\/\d+-[^/]+(?:\/page\d+)?$/u,
  feed: /forumdisplay\.php|\/forums?\/|^\/(?:forum|index)?(?:\.php)?$/u,
};

const valueOf = (form: Element, selector: string) =>
  pick(/^([1-9]\d*)$/u, form.querySelector<HTMLInputElement>(selector)?.value);

export const vbulletinAdapter: SiteAdapter = createForumAdapter({
  id: 'vbulletin',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) =>
    pick(/^(\d+)$/u, post.getAttribute('data-node-id')) ?? pick(/^post_?(\d+)$/u, post.id),
  toPermalink: (key, url) => new URL(`#post${key}`, url).href,
  readParentKey(post) {
    const above = post.parentElement?.closest(selectors.node);
    return above ? pick(/^(\d+)$/u, above.getAttribute('data-node-id')) : undefined;
  },
  readQuotedKey: (quote) => {
    const head = quote.querySelector(selectors.quoteHead);
    const href = head?.querySelector(selectors.quoteLink)?.getAttribute('href');
    return pick(/#post(\d+)/u, href) ?? pick(/[?&]p=(\d+)/u, href);
  },
  quoteTag: /;n?(\d+)\]/u,
  readFormKey(form) {
    if (valueOf(form, selectors.edited)) return null;
    const isComment = form.closest(selectors.post) !== null;
    return valueOf(form, isComment ? selectors.parent : selectors.answered) ?? undefined;
  },
});

/*
 * Pages to try: https://forum.vbulletin.com/ (5) · https://www.excelforum.com/ (4) · a forum of 3.8 ·
 * comments below a post (5) · "Reply with quote" in the quick reply of each.
 */
