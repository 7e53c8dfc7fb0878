/**
 * Any page that marks up its posts: schema.org microdata and RDFa, h-entry, or JSON-LD and ActivityPub that can be
 * found again in the page; where nothing is marked, posts that repeat so clearly that nothing else can be meant. Before
 * all that, what a team has taught of the site.
 */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { findMarkedAccount } from './generic/account.ts';
import { findAnswered, findEditables, findSend } from './generic/composer.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import {
  findMarkedBody,
  findMarkedPosts,
  findRoot,
  isMarkedUp,
  MARKED_POST,
  readMarkedPost,
  seekMarks,
  toGenericPost,
} from './generic/reader.ts';
import { findSiblingBody, readSibling, seekSiblings } from './generic/siblings.ts';
import { finish, type Steps } from './generic/steps.ts';
import {
  findTaughtBody,
  findTaughtPosts,
  findTaughtTarget,
  isTaught,
  readTaught,
  taughtSelectors,
} from './generic/taught.ts';

export const genericAdapter: SiteAdapter = {
  id: 'generic',
  selectors: { taught: taughtSelectors },
  pageKind,
  findPosts,
  seekPosts,
  readPost(element, url) {
    const told = isTaught() ? readTaught(element) : readSibling(element);
    if (isTaught()) return told && toGenericPost(told, element, url);
    return told ? toGenericPost(told, element, url) : readMarkedPost(element, url);
  },
  mountPoint,
  findReplyBox(element, url) {
    const doc = element.ownerDocument;
    const boxes = findEditables(doc).filter(
      (box) => genericAdapter.findReplyTarget(box, url) === element,
    );
    return boxes.find((box) => box.contains(doc.activeElement)) ?? boxes[0] ?? null;
  },
  findReplyTarget(editable, url) {
    if (isTaught()) return findTaughtTarget(editable);
    const doc = editable.ownerDocument;
    const posts = findPosts(doc);
    // Of posts that nothing marks none is known to be what the page is about.
    const root = isMarkedUp(doc) ? findRoot(posts) : null;
    return findAnswered(editable, { posts, root, selector: MARKED_POST }, url);
  },
  findSubmit: findSend,
  findAccount: findMarkedAccount,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};

function findPosts(root: ParentNode): Element[] {
  return finish(seekPosts(root));
}

function* seekPosts(root: ParentNode): Steps<Element[]> {
  if (isTaught()) return findTaughtPosts(root);
  const doc = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  if (!doc || (yield* seekMarks(doc))) return findMarkedPosts(root);
  const found = yield* seekSiblings(root, doc);
  return found.filter((element) => !isOnHiddenScreen(element));
}

function pageKind(url: URL): PageKind {
  const path = url.pathname.toLowerCase();
  if (/\/search\b/u.test(path) || /^\?(?:.*&)?q=/u.test(url.search)) return 'search';
  if (/\/(?:u|user|users|member|members|profile)\/[^/]/u.test(path)) return 'profile';
  if (
    /\/(?:t|topic|topics|thread|threads|discussion|discussions|question|questions|viewtopic|showthread)\b/u.test(
      path,
    )
  ) {
    return 'thread';
  }
  // What stands on the first page of a site that nobody knows is not known either.
  return path === '/' && isTaught() ? 'feed' : 'other';
}

/** Below the text of the post where it has an element of its own, else at the post's end. */
function mountPoint(element: Element): MountPoint | null {
  const body = isTaught()
    ? findTaughtBody(element)
    : (findSiblingBody(element) ?? findMarkedBody(element));
  if (body?.matches('td, th, li')) return { anchor: body, where: 'append' };
  if (body && body !== element) return { anchor: body, where: 'after' };
  return element.matches('tr, table, tbody, ul, ol') ? null : { anchor: element, where: 'append' };
}

/*
 * Pages to try: a Discourse topic without scripts · a XenForo thread · an Adobe community question (Khoros) ·
 * https://aaronparecki.com/ (h-entry) · the practice page of our own server.
 */
