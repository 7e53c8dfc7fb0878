/** Facebook: feeds, groups, pages and posts with their comments, as wide screens show them. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { accountSelectors, findFacebookAccount } from './facebook/account.ts';
import { isNarrowHost, readPostLink, toProfileHandle } from './facebook/address.ts';
import { readFacebookComment } from './facebook/comment.ts';
import { findOwn, isComment, isPost, partSelectors } from './facebook/parts.ts';
import { readFacebookPost } from './facebook/post.ts';
import {
  findFacebookReplyBox,
  findFacebookReplyTarget,
  findFacebookSubmit,
  replySelectors,
} from './facebook/replying.ts';

/** Of a comment, in two sources. */
const LIMIT = 8_000;

export const facebookAdapter: SiteAdapter = {
  id: 'facebook',
  selectors: { part: partSelectors, reply: replySelectors, account: accountSelectors },
  pageKind: toPageKind,
  // The adapter for all sites may see something in the layout for phones, but by ids of its own: one post would be two
  // records.
  isPrivate: (doc) => URL.canParse(doc.URL) && isNarrowHost(new URL(doc.URL).hostname),
  findPosts: (root) =>
    [...root.querySelectorAll(partSelectors.unit)].filter(
      (element) => !isOnHiddenScreen(element) && (isComment(element) || isPost(element)),
    ),
  readPost: (element, url) =>
    isComment(element) ? readFacebookComment(element, url) : readFacebookPost(element, url),
  mountPoint: findMountPoint,
  findReplyBox: findFacebookReplyBox,
  findReplyTarget: findFacebookReplyTarget,
  findSubmit: findFacebookSubmit,
  sendsOnEnter: true,
  findAccount: findFacebookAccount,
  characterRule: () => ({ count: 'graphemes', limit: LIMIT }),
};

function toPageKind(url: URL): PageKind {
  const [first = '', , third] = url.pathname.split('/').filter(Boolean);
  if (readPostLink(url.href, url) || url.searchParams.has('comment_id')) return 'thread';
  if (/^photo(?:\.php)?$/u.test(first)) return 'thread';
  if (first === 'search' || first === 'hashtag' || third === 'search') return 'search';
  if (/^(?:|home\.php|feed|groups|watch)$/u.test(first)) return 'feed';
  return toProfileHandle(new URL(`/${first}${url.search}`, url).href, url) ? 'profile' : 'other';
}

function findMountPoint(element: Element): MountPoint | null {
  if (isComment(element)) return { anchor: element, where: 'append' };
  const message = findOwn(element, partSelectors.message);
  return message ? { anchor: message, where: 'after' } : null;
}

// Pages to try: www.facebook.com/ · a page's /posts/… · a group and one of its posts · a post over the feed (dialog) ·
// a photo of a post · the same in another language
