/**
 * Any page that marks up its posts: schema.org microdata, h-entry, or JSON-LD that can be found again in the page.
 * It invents nothing: a page without such marks has no posts.
 */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { findMarkedAccount } from './generic/account.ts';
import { findAnswered, findEditables, findSend } from './generic/composer.ts';
import {
  findMarkedBody,
  findMarkedPosts,
  findRoot,
  MARKED_POST,
  readMarkedPost,
} from './generic/reader.ts';

export const genericAdapter: SiteAdapter = {
  id: 'generic',
  selectors: {},
  pageKind,
  findPosts: findMarkedPosts,
  readPost: readMarkedPost,
  mountPoint,
  findReplyBox(element, url) {
    const doc = element.ownerDocument;
    const boxes = findEditables(doc).filter(
      (box) => genericAdapter.findReplyTarget(box, url) === element,
    );
    return boxes.find((box) => box.contains(doc.activeElement)) ?? boxes[0] ?? null;
  },
  findReplyTarget(editable, url) {
    const posts = findMarkedPosts(editable.ownerDocument);
    return findAnswered(editable, { posts, root: findRoot(posts), selector: MARKED_POST }, url);
  },
  findSubmit: findSend,
  findAccount: findMarkedAccount,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};

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
  return path === '/' ? 'feed' : 'other';
}

/** Below the text of the post where it has an element of its own, else at the post's end. */
function mountPoint(element: Element): MountPoint | null {
  const body = findMarkedBody(element);
  if (body?.matches('td, th, li')) return { anchor: body, where: 'append' };
  if (body && body !== element) return { anchor: body, where: 'after' };
  return element.matches('tr, table, tbody, ul, ol') ? null : { anchor: element, where: 'append' };
}

/*
 * Pages to try: a Discourse topic without scripts · a XenForo thread · an Adobe community question (Khoros) ·
 * https://aaronparecki.com/ (h-entry) · the practice page of our own server.
 */
