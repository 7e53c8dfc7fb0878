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
export type RedditReader = Omit<SiteAdapter, 'id' | 'pageKind' | 'characterRule'>;

/** Seen 2025 to 2026-08 in a saved thread and ten extensions. */
const selectors = {
  posts: 'shreddit-post[id^="t3_"], shreddit-ad-post[id^="t3_"], shreddit-comment[thingid^="t1_"]',
  comment: 'shreddit-comment',
  commentText: '[slot="comment"]',
  postText: '[slot="text-body"]',
  title: '[slot="title"]',
  signedIn: 'shreddit-app[user-logged-in="true"]',
  // Pages with a chat open name the account here.
  currentUser: 'rs-current-user[display-name]',
  // The drawer of the account, loaded when it was opened once (2025 to 2026).
  profileLink: '#user-drawer-content a[href^="/user/"]:not([href^="/user/me"])',
  // 2024 to 2026; the attribute names differ by version.
  advertisement: 'shreddit-ad-post, [promoted], [is-promoted]',
  post: 'shreddit-post, shreddit-ad-post',
};

/** Controls that stand inside a body, above all the editor of a comment being changed. */
const NOT_TEXT = 'shreddit-composer, button';

export const newReddit: RedditReader = {
  selectors: { new: selectors },
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.posts)].filter(
      // A post inside a post is a crosspost's original or the body of an advertisement.
      (post) => !isOnHiddenScreen(post) && !post.parentElement?.closest(selectors.post),
    ),
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
    title: element.getAttribute('post-title') ?? findOwn(element, selectors.title)?.textContent,
    text: readText(findOwn(element, selectors.postText), { skip: NOT_TEXT }),
    permalink: toAbsoluteUrl(element.getAttribute('permalink'), url),
    time: element.getAttribute('created-timestamp'),
    lang: element.getAttribute('post-language'),
    promoted: element.matches(selectors.advertisement),
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

/** The first match that is the element's own: answers and crossposts are nested elements of the same kind. */
function findOwn(element: Element, selector: string): Element | null {
  for (const part of element.querySelectorAll(selector)) {
    if (part.closest(element.localName) === element) return part;
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
