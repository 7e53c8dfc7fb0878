/** www.reddit.com since 2023 ("shreddit"): custom elements with everything in their attributes. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, SiteAdapter } from '../adapter.ts';
import { toAbsoluteUrl, toUrl } from '../dom/address.ts';
import { readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { isOnHiddenScreen } from '../dom/visibility.ts';
import { isDeletedAuthor, isFullname } from './address.ts';
import { findComposerBox, findComposerSubmit, findComposerTarget } from './composer.ts';

/** What the two Reddits answer for themselves. */
export type RedditReader = Omit<SiteAdapter, 'id' | 'matches' | 'pageKind' | 'characterRule'>;

/** Seen 2025 to 2026-08 in a saved thread and ten extensions. */
const selectors = {
  posts: 'shreddit-post[id^="t3_"], shreddit-ad-post[id^="t3_"], shreddit-comment[thingid^="t1_"]',
  comment: 'shreddit-comment',
  commentText: '[slot="comment"]',
  postText: '[slot="text-body"]',
  title: '[slot="title"]',
  actionRow: 'shreddit-comment-action-row',
  signedIn: 'shreddit-app[user-logged-in="true"]',
  // Seen 2025 in the header of signed-in pages.
  currentUser: 'rs-current-user[display-name]',
  // fallback for pages whose drawer was opened once
  profileLink:
    '#user-drawer-content a[href^="/user/"], a[href^="/user/"]:has(#expand-user-drawer-button)',
};

/** Controls that stand inside a body, above all the editor of a comment being changed. */
const NOT_TEXT = 'shreddit-composer, button';

export const newReddit: RedditReader = {
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.posts)].filter((post) => !isOnHiddenScreen(post)),
  readPost: (element, url) =>
    element.localName === selectors.comment
      ? readComment(element, url)
      : readThreadPost(element, url),
  mountPoint: findMountPoint,
  findReplyBox: findComposerBox,
  findReplyTarget: findComposerTarget,
  findSubmit: findComposerSubmit,
  findAccount,
};

function readThreadPost(element: Element, url: URL): Post | null {
  const handle = element.getAttribute('author');
  if (isDeletedAuthor(handle) || !isFullname(element.id)) return null;
  return toPost({
    site: 'reddit',
    id: element.id,
    handle,
    title:
      element.getAttribute('post-title') ?? element.querySelector(selectors.title)?.textContent,
    text: readText(element.querySelector(selectors.postText), { skip: NOT_TEXT }),
    permalink: toAbsoluteUrl(element.getAttribute('permalink'), url),
    time: element.getAttribute('created-timestamp'),
    lang: element.getAttribute('post-language'),
    promoted: element.localName === 'shreddit-ad-post' || element.hasAttribute('promoted'),
  });
}

function readComment(element: Element, url: URL): Post | null {
  const handle = element.getAttribute('author');
  const id = element.getAttribute('thingid');
  if (isDeletedAuthor(handle) || element.hasAttribute('is-deleted') || !isFullname(id)) return null;
  return toPost({
    site: 'reddit',
    id,
    handle,
    text: readText(findOwn(element, selectors.commentText), { skip: NOT_TEXT }),
    permalink: toAbsoluteUrl(element.getAttribute('permalink'), url),
    time: element.getAttribute('created') ?? findOwn(element, 'time')?.getAttribute('datetime'),
    parentId: readParentId(element),
  });
}

/** The attribute, else the comment around this one, else the post. */
function readParentId(comment: Element): string | null {
  const parent =
    comment.getAttribute('parentid') ??
    comment.parentElement?.closest(selectors.comment)?.getAttribute('thingid');
  if (parent) return parent;
  return Number(comment.getAttribute('depth') ?? 0) > 0 ? null : comment.getAttribute('postid');
}

/** The first match that is the comment's own, not an answer's: answers are nested elements. */
function findOwn(comment: Element, selector: string): Element | null {
  for (const part of comment.querySelectorAll(selector)) {
    if (part.closest(selectors.comment) === comment) return part;
  }
  return null;
}

function findMountPoint(element: Element): MountPoint | null {
  if (element.localName === selectors.comment) {
    // Inside the body, which is the only part of a comment that every version shows as it is.
    const body = findOwn(element, selectors.commentText);
    return body ? { anchor: body, where: 'append' } : null;
  }
  // After the whole post: in feeds a link lies over all of it, and children without a slot are not shown.
  return { anchor: element, where: 'after' };
}

function findAccount(doc: Document, url: URL): string | null {
  const name = doc.querySelector(selectors.currentUser)?.getAttribute('display-name');
  if (name) return name;
  if (!doc.querySelector(selectors.signedIn)) return null;
  const link = doc.querySelector(selectors.profileLink);
  const path = toUrl(link?.getAttribute('href'), url)?.pathname ?? '';
  return /^\/user\/([\w-]+)/u.exec(path)?.[1] ?? null;
}
