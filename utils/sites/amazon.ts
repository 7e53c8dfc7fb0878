/** Amazon's product and review pages, in every country. Sellers answer in Seller Central, no longer in public. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { eachOnce } from './dom/each-once.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** Hooks seen 2023 in two saved pages; the names in camel case since 2025, beside the old ones (four sources). */
const selectors = {
  card: '[data-hook="review"]',
  innerId: '[id^="customer_review"]',
  author: 'a[href*="/gp/profile/"]',
  name: '.a-profile-name',
  title: '[data-hook="review-title"], [data-hook="reviewTitle"]',
  text: '[data-hook="review-body"], [data-hook="reviewTextContainer"], [data-hook="reviewText"], [data-hook="reviewRichContentContainer"]',
  link: 'a[href*="/customer-reviews/"]',
  stars: 'i, [data-hook$="review-star-rating"]',
  more: '.a-expander-header, [data-hook="expand-collapse-read-more-less"]',
  // A review of another country stands in both languages once a person asked for a translation.
  original: '.cr-original-review-content',
  translation: '.cr-translated-review-content',
};

export const amazonAdapter: SiteAdapter = {
  ...readOnly,
  id: 'amazon',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    eachOnce(root, selectors.card, 'first', readId).filter((card) => !isOnHiddenScreen(card)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const path = url.pathname;
  if (/\/customer-reviews\/R[0-9A-Z]+/u.test(path)) return 'thread';
  if (/\/gp\/profile\//u.test(path)) return 'profile';
  if (/^\/s(?:\/|$)/u.test(path)) return 'search';
  return /\/(?:dp|gp\/product|product-reviews)\//u.test(path) ? 'feed' : 'other';
}

function readPost(card: Element, url: URL): Post | null {
  const id = readId(card);
  const profile = card.querySelector(selectors.author)?.getAttribute('href') ?? '';
  const account = /\/gp\/profile\/(amzn1\.account\.[0-9A-Z]+)/u.exec(profile)?.[1];
  const name = readLine(card.querySelector(selectors.name));
  const skip = toSkipped(card);
  return toPost({
    site: 'amazon',
    id,
    handle: account ?? name,
    name: account && name,
    title: readLine(card.querySelector(selectors.title), { skip: `${selectors.stars}, ${skip}` }),
    text: readText(card.querySelector(selectors.text), { skip }),
    permalink: isLinked(card, id, url) ? `${url.origin}/gp/customer-reviews/${id}` : null,
  });
}

/** The number of a review, one in all countries: of the card itself or of a part of it. */
function readId(card: Element): string | null {
  const inner = card.querySelector(selectors.innerId)?.id;
  for (const mark of [card.id, card.getAttribute('data-reviewid'), inner]) {
    const id = /(?:^|[-_])(R[0-9A-Z]{8,20})$/u.exec(mark ?? '')?.[1];
    if (id) return id;
  }
  return null;
}

/** Reviews from other countries have no page in this one. */
function isLinked(card: Element, id: string | null, url: URL): boolean {
  if (!id) return false;
  const links = [...card.querySelectorAll(selectors.link)];
  const paths = [...links.map((link) => link.getAttribute('href') ?? ''), url.pathname];
  return paths.some((path) => new RegExp(`/customer-reviews/${id}(?![0-9A-Z])`, 'u').test(path));
}

function toSkipped(card: Element): string {
  const isTranslated = card.querySelector(selectors.original) !== null;
  return isTranslated ? `${selectors.more}, ${selectors.translation}` : selectors.more;
}

function findMountPoint(card: Element): MountPoint {
  const text = card.querySelector(selectors.text);
  return text ? { anchor: text, where: 'after' } : { anchor: card, where: 'append' };
}

/*
 * Pages to try: a product of one's own on www.amazon.com and www.amazon.de, its page of all reviews, one review's page.
 */
