/**
 * Google Play: the reviews of an app on its public page and in the dialog with all of them, and the developer's
 * replies. Developers reply in the Play Console, which is another site.
 */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { findPrevious } from './dom/previous.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { toReviewId } from './families/google-review.ts';

/** Twenty sources of 2022 to 2026, the last of 2026-09. The header's id is the one mark that is no hashed class. */
const selectors = {
  header: 'header[data-review-id]',
  name: '.X5PpBb',
  // fallback: the name follows the picture
  nameByPlace: 'img + div',
  text: '.h3YV2d',
  // fallback: the text follows the header
  textByPlace: 'header[data-review-id] + div',
  reply: '.ocpBU',
  replyName: '.I6j64d',
  replyText: '.ras4vb',
};

/** Of a developer's reply (developers.google.com/android-publisher/reply-to-reviews, 2026). */
const REPLY_MAX = 350;

export const googleplayAdapter: SiteAdapter = {
  ...readOnly,
  id: 'googleplay',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url) =>
    element.matches(selectors.reply) ? readReply(element, url) : readReview(element, url),
  mountPoint: findMountPoint,
  characterRule: () => ({ count: 'graphemes', limit: REPLY_MAX }),
};

function toPageKind(url: URL): PageKind {
  const kind = /^\/store\/(?:apps\/)?([a-z]+)/u.exec(url.pathname)?.[1];
  if (kind === 'search') return 'search';
  if (kind === 'dev' || kind === 'developer') return 'profile';
  return kind === 'details' ? 'feed' : 'other';
}

/** The card around each header, and each reply. */
function findPosts(root: ParentNode): Element[] {
  const parts = root.querySelectorAll(`${selectors.header}, ${selectors.reply}`);
  const posts = [...parts].map((part) =>
    part.matches(selectors.header) ? part.parentElement : part,
  );
  return [...new Set(posts)].filter(
    (post): post is Element => post !== null && !isOnHiddenScreen(post),
  );
}

function readReview(card: Element, url: URL): Post | null {
  const header = findHeader(card);
  if (!header) return null;
  const id = toReviewId(header.getAttribute('data-review-id'));
  const name = header.querySelector(selectors.name) ?? header.querySelector(selectors.nameByPlace);
  return toPost({
    site: 'googleplay',
    id,
    // Reviewers have no address here.
    handle: readLine(name),
    text: readText(findText(card), { skip: selectors.reply }),
    permalink: toPermalink(id, url),
  });
}

function readReply(reply: Element, url: URL): Post | null {
  const reviewId = toReviewId(findAnswered(reply)?.getAttribute('data-review-id'));
  if (!reviewId) return null;
  return toPost({
    site: 'googleplay',
    id: `${reviewId}.reply`,
    handle: readLine(reply.querySelector(selectors.replyName)),
    text: readText(reply.querySelector(selectors.replyText)),
    permalink: toPermalink(reviewId, url),
    parentId: reviewId,
  });
}

/** The header of the review that a reply answers: in the same card, or in the one directly before. */
function findAnswered(reply: Element): Element | null {
  const header = findPrevious(reply, reply.ownerDocument.documentElement, selectors.header);
  const card = header?.parentElement;
  if (!header || !card) return null;
  const isBeside = card === reply.previousElementSibling && !card.querySelector(selectors.reply);
  return card.contains(reply) || isBeside ? header : null;
}

function findHeader(card: Element): Element | null {
  return [...card.children].find((child) => child.matches(selectors.header)) ?? null;
}

function findText(card: Element): Element | null {
  return card.querySelector(selectors.text) ?? card.querySelector(selectors.textByPlace);
}

/** The app's page with the review on top, in whatever language and country. */
function toPermalink(reviewId: string | null, url: URL): string | null {
  const app = url.searchParams.get('id');
  if (!reviewId || !app || !/^[\w.]{3,200}$/u.test(app)) return null;
  const query = new URLSearchParams({ id: app, reviewId });
  return `https://play.google.com/store/apps/details?${query}`;
}

function findMountPoint(element: Element): MountPoint {
  const text = element.matches(selectors.reply)
    ? element.querySelector(selectors.replyText)
    : findText(element);
  return text ? { anchor: text, where: 'after' } : { anchor: element, where: 'append' };
}

// Pages to try: play.google.com/store/apps/details?id=org.mozilla.firefox · its "See all reviews" · the same with &hl=ja
