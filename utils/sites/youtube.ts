/** YouTube: comments below videos, shorts and community posts, and these posts; desktop and mobile layout. */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toHandle, toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import {
  toChannelHandle,
  toCommentAddress,
  toPostId,
  toTopId,
  toVideoId,
} from './families/youtube-address.ts';
import {
  composerSelectors,
  findCommentBox,
  findCommentTarget,
  findSend,
} from './youtube/composer.ts';

/**
 * Desktop: view models since 2024, seen in notes of live pages until 2026-09; renderers until then, seen in two saved
 * pages of 2022-03. Mobile (`ytm-`): notes of live pages, 2026-07 to 2026-10.
 */
const selectors = {
  comment:
    'ytd-comment-view-model, ytd-comment-renderer, ytm-comment-renderer, ytm-comment-view-model',
  // Community posts: on a channel and a page of their own; on the home page.
  post: 'ytd-backstage-post-renderer, ytd-post-renderer',
  // The second is that of the renderers, which have two of them.
  time: '#published-time-text a[href], .published-time-text a[href]',
  text: '#content-text, .YtmCommentRendererText',
  // fallback for mobile until about 2023
  oldMobileText: '.comment-text',
  author: 'a#author-text[href], #author-text a[href], a.YtmCommentRendererIconContainer[href]',
  // fallback: the channel's own comments have a badge in place of the name, and all have a picture
  badge:
    '#author-comment-badge a[href], #author-thumbnail a[href], a#author-thumbnail[href], a.comment-icon-container[href]',
  name: '#author-text, .YtmCommentRendererTitle, .comment-title',
  // Whatever a comment is made of, it stands in these, with a link to whoever wrote it. "Comments are turned off" has none.
  holder:
    'ytd-comment-thread-renderer, ytm-comment-thread-renderer, ytd-comments #contents > :has(a[href^="/@"], a[href^="/channel/"])',
  replies: 'ytd-comment-replies-renderer, ytm-comment-replies-renderer',
  thread: 'ytd-comment-thread-renderer, ytm-comment-thread-renderer',
  // Desktop folds long texts in it; children of ours inside the text would be swept away.
  expander: '#expander',
  mobileContent: '.YtmCommentRendererContent',
  // The menu of the account, which stays in the page once it was opened.
  account: 'ytd-active-account-header-renderer #channel-handle',
  // Whom the box for a new comment writes as. In two saved pages of 2022-03 it was a name, which counts for nothing.
  accountPicture: 'ytd-comment-simplebox-renderer #author-thumbnail img[alt]',
};

export const youtubeAdapter: SiteAdapter = {
  id: 'youtube',
  selectors: { page: selectors, composer: composerSelectors },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url) =>
    element.matches(selectors.post) ? readCommunityPost(element, url) : readComment(element, url),
  mountPoint: findMountPoint,
  findReplyBox: (element, url) => findCommentBox(element, url, partsOfPage),
  findReplyTarget: (editable, url) => findCommentTarget(editable, url, partsOfPage),
  findSubmit: findSend,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: 10_000 }),
};

const partsOfPage = {
  closestComment: (element: Element) => element.closest(selectors.comment),
  findCommunityPost: (doc: Document, url: URL) =>
    findPosts(doc).find(
      (one) => one.matches(selectors.post) && toPostId(url) === readPostPath(one, url)?.id,
    ) ?? null,
};

function toPageKind(url: URL): PageKind {
  const [first = '', , third] = url.pathname.split('/').filter(Boolean);
  if (toVideoId(url) || toPostId(url)) return 'thread';
  if (first === 'results' || third === 'search') return 'search';
  if (/^(?:@.|(?:channel|c|user)$)/u.test(first)) return 'profile';
  return /^(?:feed|hashtag)?$/u.test(first) ? 'feed' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  // Pages that were left are kept with `hidden` on them, and so are replies that are folded away.
  return [...root.querySelectorAll(`${selectors.comment}, ${selectors.post}`)].filter(
    (one) => !isOnHiddenScreen(one),
  );
}

function readComment(element: Element, url: URL): Post | null {
  const text = findText(element);
  const handle = readHandle(element, url);
  if (!text || !handle) return null;
  const address = readAddress(element, url);
  const body = readText(text, { keepsLineFeeds: true });
  const id = address?.id ?? toWrittenId(element, handle, body);
  return toPost({
    site: 'youtube',
    id,
    handle,
    name: readName(element),
    text: body,
    permalink: address?.permalink ?? null,
    parentId: readParentId(element, url, id) ?? address?.postId,
  });
}

/** The handle in the menu of the account, else beside the box; nothing but a handle is what authors are known by. */
function findAccount(doc: Document): string | null {
  const inMenu = toHandle(readLine(doc.querySelector(selectors.account)));
  if (inMenu) return inMenu;
  const alt = doc.querySelector(selectors.accountPicture)?.getAttribute('alt')?.trim() ?? '';
  return (/^@\S+$/u.test(alt) && toHandle(alt)) || null;
}

/** Mobile pages have no link to a comment, so that who wrote what must tell them apart. Desktop ones always have. */
function toWrittenId(element: Element, handle: string, body: string): string | null {
  return element.localName.startsWith('ytm-') ? `~${toHash(`${handle}\n${body}`)}` : null;
}

/** The comment of the thread that this one stands in; what its id says has the last word. */
function readParentId(element: Element, url: URL, id: string | null): string | null {
  const top = id === null ? null : toTopId(id);
  const thread = element.closest(selectors.replies)?.closest(selectors.thread);
  const above = thread?.querySelector(selectors.comment);
  if (!above || above === element) return top;
  const aboveId = readAddress(above, url)?.id ?? readMobileId(above, url);
  if (!aboveId || top === null) return top ?? aboveId;
  // Since 2025 replies to replies stand in threads of their own, with ids of the same top.
  return aboveId === top || toTopId(aboveId) === top ? aboveId : top;
}

function readMobileId(element: Element, url: URL): string | null {
  const handle = readHandle(element, url);
  return (
    handle && toWrittenId(element, handle, readText(findText(element), { keepsLineFeeds: true }))
  );
}

function readCommunityPost(element: Element, url: URL): Post | null {
  const path = readPostPath(element, url);
  return toPost({
    site: 'youtube',
    id: path?.id,
    handle: readHandle(element, url),
    name: readName(element),
    text: readText(findText(element), { keepsLineFeeds: true }),
    permalink: path ? `https://www.youtube.com/post/${path.id}` : null,
  });
}

function readPostPath(element: Element, url: URL): { id: string } | null {
  for (const link of element.querySelectorAll(selectors.time)) {
    const target = toUrl(link.getAttribute('href'), url);
    const id = target && toPostId(target);
    if (id) return { id };
  }
  return null;
}

function readAddress(element: Element, url: URL) {
  for (const link of element.querySelectorAll(selectors.time)) {
    const address = toCommentAddress(link.getAttribute('href'), url);
    if (address) return address;
  }
  return null;
}

function findText(element: Element): Element | null {
  return element.querySelector(selectors.text) ?? element.querySelector(selectors.oldMobileText);
}

function readHandle(element: Element, url: URL): string | null {
  for (const selector of [selectors.author, selectors.badge]) {
    for (const link of element.querySelectorAll(selector)) {
      const handle = toChannelHandle(link.getAttribute('href'), url);
      if (handle) return handle;
    }
  }
  const name = readLine(element.querySelector(selectors.name));
  return /^@[^\s·•]+/u.exec(name)?.[0] ?? name;
}

/** The name, where the page shows one: since 2023 it shows the handle instead. */
function readName(element: Element): string | null {
  const name = readLine(element.querySelector(selectors.name));
  return name.startsWith('@') ? null : name;
}

function findMountPoint(element: Element): MountPoint | null {
  const below =
    element.querySelector(selectors.expander) ??
    element.querySelector(selectors.mobileContent) ??
    findText(element);
  return below ? { anchor: below, where: 'after' } : null;
}

// Pages to try: youtube.com/watch?v=jNQXAC9IVRw (scroll down) · a short with its comments open · youtube.com/@YouTube/posts ·
// one of these posts · m.youtube.com/watch?v=jNQXAC9IVRw
