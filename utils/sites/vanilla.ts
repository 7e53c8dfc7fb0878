/** Vanilla Forums in its classic templates; the layouts of its present owner that React draws have other marks. */
import type { SiteAdapter } from './adapter.ts';
import { parseJson, atPath, toText } from './dom/json.ts';
import { createForumAdapter } from './forum/engine.ts';
import { toPageKind } from './forum/page-kind.ts';
import { pick } from './forum/parts.ts';
import { findQuoteTags } from './forum/quotes.ts';
import { NOTHING } from './forum/selectors.ts';

/** A saved page of 2023-11; templates of 2.x and 3 (2026-11). Private messages are `Message_…`, and never read. */
const selectors = {
  post: '[id^="Discussion_"].ItemDiscussion, [id^="Comment_"].ItemComment',
  opening: '[id^="Discussion_"].ItemDiscussion',
  body: '.Message',
  author: '.Author a.Username, .Username',
  time: '.DateCreated time[datetime], .CommentMeta time[datetime], .DiscussionMeta time[datetime]',
  permalink: 'a.Permalink, .DateCreated a[href]',
  position: NOTHING,
  currentPage: '.Pager .Highlight',
  title: '.PageTitle h1, .Discussion h1, h1.PageTitle',
  // Embedded by its editor since 3.0; before that written as HTML.
  quote: '.js-embed[data-embedjson*="quote"], blockquote',
  quoteHead: '.QuoteAuthor, .blockquote-author',
  quoteText: 'blockquote, .QuoteText, .blockquote-content',
  quoteLink: 'a[href*="/discussion/"]',
  skip: '.Reactions, .DateUpdated, [role="log"]',
  form: 'form[action*="/post/comment"]',
  box: '[contenteditable="true"], textarea[name="Body"]',
  submit:
    '#Form_PostComment, .CommentButton, [type="submit"]:not([name*="Draft"], [name*="Preview"])',
  account: '.MeBox .Username, .meBox .Username',
};

const kinds = {
  search: /^(?:\/[\w-]+)?\/search\b/u,
  thread: /\/discussion\/(?:comment\/)?\d/u,
  profile: /\/profile\//u,
  feed: /\/(?:discussions|categories|activity|bookmarked)\b|^(?:\/[\w-]+)?\/$/u,
};

export const vanillaAdapter: SiteAdapter = createForumAdapter({
  id: 'vanilla',
  selectors,
  pageKind: (url) => toPageKind(url, kinds),
  readKey: (post) => pick(/^((?:Discussion|Comment)_\d+)$/u, post.id),
  findOpening: (doc) => doc.querySelector(selectors.opening),
  toPermalink: (key, url) => new URL(`#${key}`, url).href,
  readQuotedKey(quote) {
    const { type, id } = readEmbed(quote);
    if (id && (type === 'comment' || type === 'discussion')) return toKey(type, id);
    const href = quote.querySelector(selectors.quoteLink)?.getAttribute('href') ?? '';
    const comment = pick(/\/discussion\/comment\/(\d+)/u, href);
    const discussion = pick(/\/discussion\/(\d+)/u, href);
    if (comment) return toKey('comment', comment);
    return discussion ? toKey('discussion', discussion) : null;
  },
  readQuoteAuthor: (quote) => readEmbed(quote).author ?? quote.getAttribute('rel'),
  readDraftKeys(draft) {
    const tags = findQuoteTags(draft).map((tag) => {
      const [, kind, id] = /;([cd])-?(\d+)/u.exec(tag) ?? [];
      return id ? toKey(kind === 'd' ? 'discussion' : 'comment', id) : null;
    });
    return /<blockquote/iu.test(draft) ? [...tags, null] : tags;
  },
});

interface Embed {
  type: string | null;
  id: string | null;
  author: string | null;
}

/** What an embedded quote says of where it comes from. */
function readEmbed(quote: Element): Embed {
  const embed = parseJson(quote.getAttribute('data-embedjson'), 100_000);
  const read = (...path: string[]) => toText(atPath(embed, ...path));
  const id = read('recordID');
  return {
    type: read('recordType'),
    id: id && /^\d+$/u.test(id) ? id : null,
    author: read('insertUser', 'name'),
  };
}

function toKey(type: 'comment' | 'discussion', id: string): string {
  return `${type === 'comment' ? 'Comment' : 'Discussion'}_${id}`;
}

/*
 * Pages to try: a discussion of several pages · one with an embedded quote · a profile's comments ·
 * https://community.startupnation.com/ · a forum below a path (/forum/discussion/12).
 */
