/** Threads: feeds, profiles, searches and the page of a post, on threads.com and threads.net. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { findThreadsParent } from './threads/parent.ts';
import {
  findOwn,
  postSelectors,
  readProfile,
  readThreadsPost,
  toPostPath,
} from './threads/post.ts';
import {
  findThreadsReplyBox,
  findThreadsReplyTarget,
  findThreadsSubmit,
  replySelectors,
} from './threads/replying.ts';

/** Seen 2025-12 in a saved profile; labels are translated. */
const selectors = {
  // Like, comment, repost, share: buttons in wrappers of their own.
  action: '[role="button"]',
  icon: 'svg',
  navigationProfile: 'a[href^="/@"]',
  notNavigation: '[data-pressable-container="true"], [role="region"], [role="dialog"], main',
};

/** Fewest buttons that make a row of actions; the header has two at most. */
const ACTIONS_MIN = 3;
const FEED = /^(?:for_you|following|custom_feed|liked|saved|activity|ghost_posts)?$/u;

export const threadsAdapter: SiteAdapter = {
  id: 'threads',
  selectors: { page: selectors, post: postSelectors, reply: replySelectors },
  pageKind: toPageKind,
  findPosts,
  readPost(element, url) {
    const post = readThreadsPost(element, url);
    return post && { ...post, parentId: findThreadsParent(element, url, post.id) };
  },
  mountPoint: findMountPoint,
  findReplyBox: (element, url) =>
    findThreadsReplyBox(element, url, () => findPosts(element.ownerDocument)),
  findReplyTarget: (editable, url) =>
    findThreadsReplyTarget(editable, url, () => findPosts(editable.ownerDocument)),
  findSubmit: findThreadsSubmit,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: 500 }),
};

function toPageKind(url: URL): PageKind {
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  if (toPostPath(url)) return 'thread';
  if (first === 'search') return 'search';
  if (first.startsWith('@')) return 'profile';
  return FEED.test(first) ? 'feed' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  return [...root.querySelectorAll(postSelectors.post)].filter(
    (post) => !post.parentElement?.closest(postSelectors.post) && !isOnHiddenScreen(post),
  );
}

/** Below the row of actions; at the end of a post that shows none. */
function findMountPoint(element: Element): MountPoint {
  const buttons = findOwn(element, selectors.action).filter((button) =>
    button.querySelector(selectors.icon),
  );
  for (const button of buttons.toReversed()) {
    // Each button may have a wrapper, so that the row is its parent or the one above.
    for (const row of [button.parentElement, button.parentElement?.parentElement]) {
      if (!row || row === element || !element.contains(row)) break;
      const isRow = buttons.filter((other) => row.contains(other)).length >= ACTIONS_MIN;
      if (isRow) return { anchor: row, where: 'after' };
    }
  }
  return { anchor: element, where: 'append' };
}

/** The link with an icon that leads to one's own profile; the names of others stand in columns. */
function findAccount(doc: Document, url: URL): string | null {
  for (const link of doc.querySelectorAll(selectors.navigationProfile)) {
    if (link.closest(selectors.notNavigation) || !link.querySelector(selectors.icon)) continue;
    const handle = readProfile(link, url);
    if (handle) return handle;
  }
  return null;
}

/*
 * Pages to try: https://www.threads.com/ · https://www.threads.com/@threads · a post with replies and a quoted post ·
 * https://www.threads.com/search?q=acme · the same post on threads.net.
 */
