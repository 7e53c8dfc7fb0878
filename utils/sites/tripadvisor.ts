/** TripAdvisor's reviews of hotels, restaurants, sights, in every country. Owners answer in the Management Center. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { eachOnce } from './dom/each-once.ts';
import { decodePart, findNamedLink } from './dom/named-link.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** Test hooks, read in nine sources of 2021 to 2026; in no saved page. */
const selectors = {
  // `HR_CC_CARD` and `data-reviewid` alone: pages of hotels until 2024.
  card: '[data-automation="reviewCard"], [data-test-target="HR_CC_CARD"], [data-reviewid]',
  numbered: '[data-reviewid]',
  link: 'a[href*="/ShowUserReviews-"]',
  author: 'a[href*="/Profile/"]',
  title: '[data-test-target="review-title"]',
  // `q` and `.partial_entry`: fallbacks for pages until 2023.
  text: '[data-test-target="review-body"], [data-automation^="reviewText"], [data-automation="ugcReviewReadMore_Content"], q, .partial_entry',
};

export const tripadvisorAdapter: SiteAdapter = {
  ...readOnly,
  id: 'tripadvisor',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    eachOnce(root, selectors.card, 'first', readOwnId).filter((card) => !isOnHiddenScreen(card)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  if (first.startsWith('ShowUserReviews-')) return 'thread';
  if (first === 'Profile') return 'profile';
  if (first === 'Search') return 'search';
  return /^\w+_Review-/u.test(first) ? 'feed' : 'other';
}

function readPost(card: Element, url: URL): Post | null {
  const link = card.querySelector(selectors.link);
  const text = card.querySelector(selectors.text);
  const author = findNamedLink(card.querySelectorAll(selectors.author));
  const path = toUrl(author?.getAttribute('href'), url)?.pathname ?? '';
  return toPost({
    site: 'tripadvisor',
    id: readId(card),
    handle: decodePart(/\/Profile\/([^/]+)/u.exec(path)?.[1] ?? ''),
    name: readLine(author),
    title: readLine(card.querySelector(selectors.title)) || readLine(link),
    text: readText(text, { skip: 'button' }),
    permalink: toPermalink(link?.getAttribute('href'), url),
    truncated: text === null || /(?:…|\.{3})$/u.test(readLine(text, { skip: 'button' })),
  });
}

/** The id of an outermost card; of a part of another one null. */
function readOwnId(card: Element): string | null {
  return card.parentElement?.closest(selectors.card) ? null : readId(card);
}

/** The number of a review, one in all countries. */
function readId(card: Element): string | null {
  const numbered = card.matches(selectors.numbered) ? card : card.querySelector(selectors.numbered);
  const number = numbered?.getAttribute('data-reviewid') ?? '';
  if (/^\d+$/u.test(number)) return number;
  const href = card.querySelector(selectors.link)?.getAttribute('href') ?? '';
  return /\/ShowUserReviews-[^?#]*?-r(\d+)(?!\d)/u.exec(href)?.[1] ?? null;
}

function toPermalink(href: string | null | undefined, url: URL): string | null {
  const address = toUrl(href, url);
  return address && address.pathname.length < 1_000 ? address.origin + address.pathname : null;
}

function findMountPoint(card: Element): MountPoint {
  const text = card.querySelector(selectors.text);
  return text ? { anchor: text, where: 'after' } : { anchor: card, where: 'append' };
}

/*
 * Pages to try: a hotel, a restaurant, a sight on www.tripadvisor.com · one of them on www.tripadvisor.de · one review's
 * own page (/ShowUserReviews-…).
 */
