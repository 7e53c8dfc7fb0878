/** TikTok: videos in the feed, in searches and on their own pages, and the comments below them. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { readProfile, toVideoPath } from './tiktok/address.ts';
import { advertisementSelectors } from './tiktok/advertisement.ts';
import { commentSelectors, findCommentPart, findText, readComment } from './tiktok/comment.ts';
import {
  findTiktokReplyBox,
  findTiktokReplyTarget,
  findTiktokSubmit,
  replySelectors,
} from './tiktok/replying.ts';
import { findDescription, findVideoPart, readVideo, videoSelectors } from './tiktok/video.ts';

const selectors = {
  // Navigation on the left, 2023 on; the mark stands on the link or around it.
  ownProfile: 'a[data-e2e="nav-profile"], [data-e2e="nav-profile"] a',
};

/** Sources of 2025 and 2026. */
const LIMIT = 150;
const FEED = /^(?:foryou|following|friends|explore|[a-z]{2}(?:-[a-z]{2,4})?)?$/iu;

export const tiktokAdapter: SiteAdapter = {
  id: 'tiktok',
  selectors: {
    page: selectors,
    video: videoSelectors,
    advertisement: advertisementSelectors,
    comment: commentSelectors,
    reply: replySelectors,
  },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url) => (isVideo(element) ? readVideo : readComment)(element, url),
  mountPoint: findMountPoint,
  findReplyBox: findTiktokReplyBox,
  findReplyTarget: findTiktokReplyTarget,
  findSubmit: findTiktokSubmit,
  sendsOnEnter: true,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: LIMIT }),
};

function toPageKind(url: URL): PageKind {
  const [first = '', second] = url.pathname.split('/').filter(Boolean);
  if (toVideoPath(url)) return 'thread';
  if (first === 'search' || first === 'tag') return 'search';
  if (first.startsWith('@')) return second === undefined ? 'profile' : 'other';
  return FEED.test(first) && second === undefined ? 'feed' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  const { item, description, caption } = videoSelectors;
  const marks = root.querySelectorAll(
    `${item}, ${description}, ${caption}, ${commentSelectors.text}`,
  );
  const posts = new Set<Element>();
  for (const mark of marks) {
    const post = findPart(mark);
    if (post && root.contains(post) && !isOnHiddenScreen(post)) posts.add(post);
  }
  return [...posts];
}

function findPart(mark: Element): Element | null {
  if (mark.matches(videoSelectors.item)) return mark;
  return mark.matches(commentSelectors.text) ? findCommentPart(mark) : findVideoPart(mark);
}

function isVideo(element: Element): boolean {
  return element.matches(videoSelectors.item) || findDescription(element) !== null;
}

/** Below the words. */
function findMountPoint(element: Element): MountPoint {
  const words = isVideo(element) ? findDescription(element) : findText(element);
  return words ? { anchor: words, where: 'after' } : { anchor: element, where: 'append' };
}

function findAccount(doc: Document): string | null {
  return readProfile(doc.querySelector(selectors.ownProfile));
}

/*
 * Pages to try: https://www.tiktok.com/foryou · https://www.tiktok.com/@tiktok and a video of it, with an answered
 * comment · https://www.tiktok.com/search?q=acme · a series of photos (`/photo/`).
 */
