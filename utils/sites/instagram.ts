/** Instagram: the feed, pages and dialogs of posts, comments. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { readInstagramLink, readProfile, toHandle, toInstagramPath } from './instagram/address.ts';
import { readInstagramComment } from './instagram/comment.ts';
import { findCommentPart, findNames, findTimeLinks, partSelectors } from './instagram/parts.ts';
import { findPostLink, isPostRoot, readInstagramPost } from './instagram/post.ts';
import {
  findInstagramReplyBox,
  findInstagramReplyTarget,
  findInstagramSubmit,
  replySelectors,
} from './instagram/replying.ts';

const selectors = {
  // Left navigation, 2025-11: one's own picture, whose text names the account in any language.
  navigationPicture: 'a[href^="/"] img[alt]',
  notNavigation: 'article, main, [role="main"], [role="dialog"]',
};

/** Documented for captions and comments. */
const LIMIT = 2_200;

export const instagramAdapter: SiteAdapter = {
  id: 'instagram',
  selectors: { page: selectors, part: partSelectors, reply: replySelectors },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url): Post | null =>
    isPostRoot(element) ? readInstagramPost(element, url) : readInstagramComment(element, url),
  mountPoint: findMountPoint,
  findReplyBox: (element) => findInstagramReplyBox(element, findTarget),
  findReplyTarget: findTarget,
  findSubmit: findInstagramSubmit,
  sendsOnEnter: true,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: LIMIT }),
};

function toPageKind(url: URL): PageKind {
  if (toInstagramPath(url)) return 'thread';
  const [first, second] = url.pathname.split('/').filter(Boolean);
  if (first === undefined) return 'feed';
  if (first === 'explore') return second === undefined ? 'feed' : 'search';
  return toHandle(new URL(`/${first}`, url)) ? 'profile' : 'other';
}

/** Every post and comment is found by the link of its time. */
function findPosts(root: ParentNode): Element[] {
  const posts = new Set<Element>();
  for (const link of findTimeLinks(root)) {
    const isComment = readInstagramLink(link)?.commentId !== null;
    const post = isComment ? findCommentPart(link) : findPostRoot(link);
    if (post && root.contains(post) && !isOnHiddenScreen(post)) posts.add(post);
  }
  return [...posts].toSorted((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
}

function findPostRoot(link: Element): Element | null {
  return link.closest(partSelectors.article) ?? link.closest(partSelectors.screen);
}

function findTarget(editable: Element): Element | null {
  return findInstagramReplyTarget(editable, findPosts, (part) => {
    const name = findNames(part)[0];
    return name ? readProfile(name) : null;
  });
}

/** Below the actions of a post, below the words of a comment. */
function findMountPoint(element: Element): MountPoint | null {
  if (!isPostRoot(element)) return { anchor: element, where: 'after' };
  const actions = element.querySelector(partSelectors.actions);
  if (actions) return { anchor: actions, where: 'after' };
  const link = findPostLink(element);
  return link && { anchor: link, where: 'after' };
}

function findAccount(doc: Document): string | null {
  for (const picture of doc.querySelectorAll(selectors.navigationPicture)) {
    if (picture.closest(selectors.notNavigation)) continue;
    const link = picture.closest('a');
    const handle = link && readProfile(link);
    if (
      handle &&
      picture
        .getAttribute('alt')
        ?.split(/[^\w.]+/u)
        .includes(handle)
    )
      return handle;
  }
  return null;
}

/*
 * Pages to try: https://www.instagram.com/ · https://www.instagram.com/instagram/ and a post of it, as a dialog and
 * loaded anew · /reel/<code>/ · /explore/tags/acme/ (nothing to find).
 */
