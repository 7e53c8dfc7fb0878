/**
 * Answers that were given to reviews. They stand beside what carries the review's id, or in it, and tell neither their
 * own id nor who of the team wrote them: it is the place that answers.
 */
import type { Post } from '#utils/model/post.ts';
import { readLine, readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { isOnHiddenScreen } from '../dom/visibility.ts';
import { keepOutermost } from '../families/google-review.ts';
import { findNearestPart, type PageParts } from './composer.ts';

/** Hashed classes, all that is known: six scripts and extensions of 2023 to 2026-07. Low confidence. */
export const answerSelectors = {
  // The block around an answer, the quotation in it, its text: one may outlast the others.
  answer: '.Rhj72c, .Q9ktHb, .DT6Wnd',
  answerText: '.DT6Wnd',
  // fallback
  quotation: 'blockquote',
  // The name of the place, in lists of several (three scripts of 2025 to 2026-07).
  place: '.rRqL5e',
};

/** Where a list of one place does not say its name. */
const OWNER = 'owner';

/** All answers under `root` that can be seen. */
export function findAnswers(root: ParentNode): Element[] {
  const parts = root.querySelectorAll(answerSelectors.answer);
  return keepOutermost(parts, answerSelectors.answer).filter((one) => !isOnHiddenScreen(one));
}

/** True within an answer, itself included. */
export function isInAnswer(element: Element): boolean {
  return element.closest(answerSelectors.answer) !== null;
}

/** See `SiteAdapter.readPost`. `readId`: the id of a card's review. */
export function readAnswer(
  answer: Element,
  findCards: PageParts['findCards'],
  readId: (card: Element) => string | null,
): Post | null {
  const near = findNearestPart(answer, findCards);
  const [card, ...others] = near?.cards ?? [];
  const reviewId = card && others.length === 0 ? readId(card) : null;
  if (!near || !reviewId) return null;
  return toPost({
    site: 'googlebusiness',
    id: `${reviewId}.answer`,
    handle: findOwner(near.part),
    text: readText(findAnswerText(answer), { skip: 'button' }),
    permalink: null,
    parentId: reviewId,
  });
}

/** The text alone: a date and the word for "your answer" stand above it. */
export function findAnswerText(answer: Element): Element {
  const { answerText, quotation } = answerSelectors;
  return answer.querySelector(answerText) ?? answer.querySelector(quotation) ?? answer;
}

/** In whose name the answer to the review in this part of the page is given. */
export function findOwner(part: Element): string {
  const place = readLine(part.querySelector(answerSelectors.place));
  return place || (findPlace(part.ownerDocument) ?? OWNER);
}

/** The one place that the page is about; null when it names none or several. */
export function findPlace(doc: Document): string | null {
  const names = [...doc.querySelectorAll(answerSelectors.place)].map((one) => readLine(one));
  const [only, ...others] = new Set(names.filter(Boolean));
  return only && others.length === 0 ? only : null;
}
