/**
 * Google Business Profile: the reviews that an owner answers and the answers given, on business.google.com and in the
 * frames that Google Search shows over its results (`/customers/reviews`, and `/customers/reviews/reply` with one
 * review). How an answer looks in the frames is not known: there only one that was just sent is noticed, by its text.
 */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { keepOutermost, toContributor, toReviewId } from './families/google-review.ts';
import {
  answerSelectors,
  findAnswers,
  findAnswerText,
  findOwner,
  findPlace,
  isInAnswer,
  readAnswer,
} from './googlebusiness/answer.ts';
import { boxSelectors, findBox, findPost, findTarget } from './googlebusiness/composer.ts';
import { findSentAnswers } from './googlebusiness/sent.ts';

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
  selectors: { page: selectors, answer: answerSelectors, box: boxSelectors },
  pageKind: (url) => (isReplyFrame(url) ? 'thread' : toListKind(url)),
  findPosts,
  readPost: (element, url) =>
    isInAnswer(element) ? readAnswer(element, findCards, readId) : readReview(element, url),
  mountPoint: findMountPoint,
  findReplyBox: (card, url) => findBox(card, partsOf(url)),
  findReplyTarget: (editable, url) => findTarget(editable, partsOf(url)),
  findSubmit: findPost,
  findSentPosts: (doc, url, awaited) =>
    findSentAnswers(doc, awaited, {
      findCards,
      readReview: (card) => readReview(card, url),
      ownerOf: findOwner,
    }),
  // Answers are given in the name of the place. Who is signed in stands there as a picture and a mail address only.
  findAccount: findPlace,
  characterRule: () => ({ count: 'graphemes', limit: ANSWER_MAX }),
};

function isReplyFrame(url: URL): boolean {
  return /\/customers\/reviews\/reply(?:\/|$)/u.test(url.pathname);
}

function toListKind(url: URL): PageKind {
  return /\/reviews(?:\/|$)/u.test(url.pathname) ? 'feed' : 'other';
}

function partsOf(url: URL) {
  return { findCards, isOfOneReview: isReplyFrame(url) };
}

/** The cards and the answers to them, in document order. */
function findPosts(root: ParentNode): Element[] {
  const posts = new Set([...findCards(root), ...findAnswers(root)]);
  const all = root.querySelectorAll(
    `${selectors.card}, ${selectors.single}, ${answerSelectors.answer}`,
  );
  return [...all].filter((one) => posts.has(one));
}

function findCards(root: ParentNode): Element[] {
  const marked = keepOutermost(root.querySelectorAll(selectors.card), selectors.card);
  const cards = marked.length > 0 ? marked : [...root.querySelectorAll(selectors.single)];
  return cards.filter((card) => !isOnHiddenScreen(card));
}

function readReview(card: Element, url: URL): Post | null {
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

/** The text of a review, never that of the answer below it. */
function findText(card: Element): Element | null {
  for (const selector of [selectors.text, selectors.frameText]) {
    const text = [...card.querySelectorAll(selector)].find((one) => !isInAnswer(one));
    if (text) return text;
  }
  return null;
}

function findMountPoint(element: Element): MountPoint {
  const text = isInAnswer(element) ? findAnswerText(element) : findText(element);
  if (!text || text === element) return { anchor: element, where: 'append' };
  return { anchor: text, where: 'after' };
}

// Pages to try, signed in as an owner: business.google.com/reviews · "Read reviews" over a search for the own business ·
// the frame of one review there
