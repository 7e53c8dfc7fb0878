/**
 * Google Business Profile: the reviews that an owner answers, on business.google.com and in the frames that Google
 * Search shows over its results (`/customers/reviews`, and `/customers/reviews/reply` with one review).
 */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { keepOutermost, toContributor, toReviewId } from './families/google-review.ts';
import { boxSelectors, findBox, findPost, findTarget } from './googlebusiness/composer.ts';

/** Notes of live pages of 2025-07, 2026-07-17 and 2026-07-20, and four scripts of 2023 to 2026. */
const selectors = {
  // The second until 2026, its id in an attribute of that name.
  card: '[data-review-id], .DsOcnf[key]',
  innerId: '[data-review-id]',
  // The frame with one review marks it in no way.
  single: 'main article',
  author: 'a[href*="/maps/contrib/"]',
  // fallback: hashed classes, those of the frame first
  name: '.N0c6q, .LH5kS, .k4kupc span a, .bFubHb',
  text: 'blockquote',
  // fallback: the frame's own
  frameText: '.gyKkFe',
};

/** 2025, in two extensions. */
const ANSWER_MAX = 4_096;

export const googlebusinessAdapter: SiteAdapter = {
  id: 'googlebusiness',
  selectors: { page: selectors, box: boxSelectors },
  pageKind: (url) => (isReplyFrame(url) ? 'thread' : toListKind(url)),
  findPosts,
  readPost,
  mountPoint: findMountPoint,
  findReplyBox: (card, url) => findBox(card, partsOf(url)),
  findReplyTarget: (editable, url) => findTarget(editable, partsOf(url)),
  findSubmit: findPost,
  // Pages show a picture and a mail address, and answers are given in the name of the business.
  findAccount: () => null,
  characterRule: () => ({ count: 'graphemes', limit: ANSWER_MAX }),
};

function isReplyFrame(url: URL): boolean {
  return /\/customers\/reviews\/reply(?:\/|$)/u.test(url.pathname);
}

function toListKind(url: URL): PageKind {
  return /\/reviews(?:\/|$)/u.test(url.pathname) ? 'feed' : 'other';
}

function partsOf(url: URL) {
  return { findCards: findPosts, isOfOneReview: isReplyFrame(url) };
}

function findPosts(root: ParentNode): Element[] {
  const marked = keepOutermost(root.querySelectorAll(selectors.card), selectors.card);
  const cards = marked.length > 0 ? marked : [...root.querySelectorAll(selectors.single)];
  return cards.filter((card) => !isOnHiddenScreen(card));
}

function readPost(card: Element, url: URL): Post | null {
  const link = card.querySelector(selectors.author);
  const name = readLine(card.querySelector(selectors.name)) || readLine(link);
  const contributor = toContributor(link?.getAttribute('href'), url);
  const handle = contributor ?? name;
  const text = readText(findText(card), { skip: 'button' });
  return toPost({
    site: 'googlebusiness',
    id: readId(card) ?? (handle && isSingle(card) ? `~${toHash(`${handle}\n${text}`)}` : null),
    handle,
    name: contributor && name,
    text,
    permalink: null,
  });
}

function readId(card: Element): string | null {
  const marked = card.hasAttribute('data-review-id') ? card : card.querySelector(selectors.innerId);
  return toReviewId(marked?.getAttribute('data-review-id') ?? card.getAttribute('key'));
}

function isSingle(card: Element): boolean {
  return card.matches(selectors.single);
}

function findText(card: Element): Element | null {
  return card.querySelector(selectors.text) ?? card.querySelector(selectors.frameText);
}

function findMountPoint(card: Element): MountPoint {
  const text = findText(card);
  return text ? { anchor: text, where: 'after' } : { anchor: card, where: 'append' };
}

// Pages to try, signed in as an owner: business.google.com/reviews · "Read reviews" over a search for the own business ·
// the frame of one review there
