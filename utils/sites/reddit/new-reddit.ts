/** www.reddit.com since 2023 ("shreddit"): custom elements with everything in their attributes. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, SiteAdapter } from '../adapter.ts';
import { toAbsoluteUrl, toUrl } from '../dom/address.ts';
import { readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { isOnHiddenScreen } from '../dom/visibility.ts';
import { isDeletedAuthor, isFullname } from './address.ts';
import {
  boxSelectors,
  findComposerBox,
  findComposerSubmit,
  findComposerTarget,
} from './composer.ts';
import { newSelectors } from './new-selectors.ts';

/** What the two Reddits answer for themselves. */
export type RedditReader = Omit<SiteAdapter, 'id' | 'pageKind' | 'characterRule'>;

export const newReddit: RedditReader = {
  selectors: { new: newSelectors, box: boxSelectors },
  findPosts: (root) =>
    [...root.querySelectorAll(newSelectors.posts)].filter(
      // A post inside a post is a crosspost's original or the body of an advertisement.
      (post) => !isOnHiddenScreen(post) && !post.parentElement?.closest(newSelectors.post),
    ),
  readPost: (element, url) =>
    element.matches(newSelectors.comment)
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
    title: element.getAttribute('post-title') ?? findOwn(element, newSelectors.title)?.textContent,
    text: readText(findOwn(element, newSelectors.postText), { skip: newSelectors.notText }),
    permalink: toAbsoluteUrl(element.getAttribute('permalink'), url),
    time: element.getAttribute('created-timestamp'),
    lang: element.getAttribute('post-language'),
    promoted: element.matches(newSelectors.advertisement),
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
    text: readText(findOwn(element, newSelectors.commentText), { skip: newSelectors.notText }),
    permalink: toAbsoluteUrl(element.getAttribute('permalink'), url),
    time: element.getAttribute('created') ?? findOwn(element, 'time')?.getAttribute('datetime'),
    parentId: readParentId(element),
  });
}

/** The attribute, else the comment around this one, else the post. */
function readParentId(comment: Element): string | null {
  const parent =
    comment.getAttribute('parentid') ??
    comment.parentElement?.closest(newSelectors.comment)?.getAttribute('thingid');
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
  if (element.matches(newSelectors.comment)) {
    // Inside the body, which is the only part of a comment that every version shows as it is.
    const body = findOwn(element, newSelectors.commentText);
    return body ? { anchor: body, where: 'append' } : null;
  }
  // After the whole post: in feeds a link lies over all of it, and children without a slot are not shown.
  return { anchor: element, where: 'after' };
}

function findAccount(doc: Document, url: URL): string | null {
  const name = doc.querySelector(newSelectors.currentUser)?.getAttribute('display-name');
  if (name) return name;
  if (!doc.querySelector(newSelectors.signedIn)) return null;
  const link = doc.querySelector(newSelectors.profileLink);
  const path = toUrl(link?.getAttribute('href'), url)?.pathname ?? '';
  return /^\/user\/([\w-]+)/u.exec(path)?.[1] ?? null;
}
