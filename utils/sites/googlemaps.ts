/**
 * Google Maps: the reviews of a place, and its owner's answers below them. Owners answer in Google Business Profile,
 * which is another site.
 */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { parentOf } from './dom/neighbors.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { keepOutermost, toContributor, toReviewId } from './families/google-review.ts';

/** Twelve sources of 2022 to 2026, the last of 2026-07-31; classes change more often than the rest. */
const selectors = {
  card: '[data-review-id]',
  // Only reviews on a place's page name who wrote them; on a reviewer's own page they name the place.
  author: '[data-href*="/maps/contrib/"], a[href*="/maps/contrib/"]',
  // fallback where the card has no label
  name: '.d4r55',
  textBlock: '[lang]',
  // fallback where the language is not marked
  text: '.wiI7pd',
  // No mark but its class is known.
  answer: '.CDe7pd',
  more: 'button[jsaction*="review.expandReview"]',
  answerMore: 'button[jsaction*="review.expandOwnerResponse"]',
  place: '[role="main"]',
  title: 'h1',
};

/** Line feeds are shown as lines; the button that opens a cut text stands inside it. */
const TEXT = { skip: 'button', keepsLineFeeds: true };

/** Google's limit of an owner's answer (two extensions, 2025). */
const ANSWER_MAX = 4_096;

export const googlemapsAdapter: SiteAdapter = {
  ...readOnly,
  id: 'googlemaps',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url) =>
    element.matches(selectors.answer) ? readAnswer(element) : readReview(element, url),
  mountPoint: findMountPoint,
  characterRule: () => ({ count: 'graphemes', limit: ANSWER_MAX }),
};

function toPageKind(url: URL): PageKind {
  const kind = /^\/maps\/([a-z]+)/u.exec(url.pathname)?.[1];
  if (kind === 'reviews') return 'thread';
  if (kind === 'contrib') return 'profile';
  if (kind === 'search') return 'search';
  return kind === 'place' ? 'feed' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  return [...root.querySelectorAll(`${selectors.card}, ${selectors.answer}`)].filter(
    (one) => !isOnHiddenScreen(one) && (isCard(one) || isAnswer(one)),
  );
}

function isCard(element: Element): boolean {
  return element.matches(selectors.card) && keepOutermost([element], selectors.card).length > 0;
}

function isAnswer(element: Element): boolean {
  return element.matches(selectors.answer) && element.closest(selectors.card) !== null;
}

function readReview(card: Element, url: URL): Post | null {
  const author = card.querySelector(selectors.author);
  const href = author?.getAttribute('data-href') ?? author?.getAttribute('href');
  const text = findText(card);
  return toPost({
    site: 'googlemaps',
    id: toReviewId(card.getAttribute('data-review-id')),
    handle: toContributor(href, url),
    name: card.getAttribute('aria-label') ?? readLine(card.querySelector(selectors.name)),
    text: readText(text, TEXT),
    permalink: null,
    lang: readLanguage(text, card),
    truncated: isCut(card, selectors.more),
  });
}

/** It is the place that answers; the page does not say who of its people. */
function readAnswer(answer: Element): Post | null {
  const card = findCard(answer);
  const reviewId = toReviewId(card?.getAttribute('data-review-id'));
  const place = answer.closest(selectors.place);
  const text = findText(answer);
  if (!reviewId || !text) return null;
  return toPost({
    site: 'googlemaps',
    id: `${reviewId}.answer`,
    handle: readLine(place?.querySelector(selectors.title)) || place?.getAttribute('aria-label'),
    text: readText(text, TEXT),
    permalink: null,
    parentId: reviewId,
    lang: readLanguage(text, answer),
    truncated: isCut(answer, selectors.answerMore),
  });
}

function findCard(element: Element): Element | null {
  let card = element.closest(selectors.card);
  for (let outer = card; outer; outer = parentOf(outer)?.closest(selectors.card) ?? null) {
    card = outer;
  }
  return card;
}

/** The text of a review or of an answer, never that of the answer inside a review. */
function findText(scope: Element): Element | null {
  for (const selector of [selectors.textBlock, selectors.text]) {
    for (const part of scope.querySelectorAll(selector)) {
      const answer = part.closest(selectors.answer);
      if (!answer || answer === scope) return part;
    }
  }
  return null;
}

/** The language of the text; that of the page around it is the reader's. */
function readLanguage(text: Element | null, scope: Element): string | null {
  const marked = text?.closest(selectors.textBlock);
  return marked && scope.contains(marked) ? marked.getAttribute('lang') : null;
}

function isCut(scope: Element, more: string): boolean {
  const button = scope.querySelector(more);
  return button !== null && button.getAttribute('aria-expanded') !== 'true';
}

function findMountPoint(element: Element): MountPoint {
  const text = findText(element);
  return text ? { anchor: text, where: 'after' } : { anchor: element, where: 'append' };
}

// Pages to try: google.com/maps/place/ of any restaurant, tab "Reviews", sorted by newest · the same with hl=ja ·
// one whose owner answers
