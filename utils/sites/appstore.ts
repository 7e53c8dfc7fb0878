/** Reviews on the public pages of Apple's App Store. Developers answer in App Store Connect. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { eachOnce } from './dom/each-once.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** The page since 2025; read in five sources of 2025 and 2026, in no saved page. */
const selectors = {
  // A second copy of each waits, unseen, to be opened as a whole.
  card: '[aria-labelledby^="review-"]:not(.is-detail-view)',
  author: '.author',
  title: 'h3',
  time: 'time[datetime]',
  text: '[data-testid="truncate-text"], .content, blockquote',
};

export const appstoreAdapter: SiteAdapter = {
  ...readOnly,
  id: 'appstore',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    eachOnce(root, selectors.card, 'first', readId).filter((card) => !isOnHiddenScreen(card)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  if (/\/id\d+\/?$/u.test(url.pathname)) return 'feed';
  return /\/search\b/u.test(url.pathname) ? 'search' : 'other';
}

/** Cards of the editors stand among the reviews and have no author. */
function readPost(card: Element): Post | null {
  return toPost({
    site: 'appstore',
    id: readId(card),
    handle: readLine(card.querySelector(selectors.author)),
    title: readLine(card.querySelector(selectors.title)),
    text: readText(card.querySelector(selectors.text), { skip: 'button' }),
    // A review has no address of its own.
    permalink: null,
    time: card.querySelector(selectors.time)?.getAttribute('datetime'),
  });
}

function readId(card: Element): string | null {
  return /^review-(\d+)-title$/u.exec(card.getAttribute('aria-labelledby') ?? '')?.[1] ?? null;
}

function findMountPoint(card: Element): MountPoint {
  return { anchor: card, where: 'append' };
}

/*
 * Pages to try: https://apps.apple.com/us/app/pages/id361309726 · the same with ?see-all=reviews ·
 * https://apps.apple.com/de/app/pages/id361309726
 */
