import { findHolders, findPlace } from './holders.ts';

/** Rails pages, 2020–2026. Issues and the conversation of a pull request tell nobody whom a comment answers. */
export const threadSelectors = {
  // A thread of remarks on a line of code.
  review:
    '.js-resolvable-timeline-thread-container, review-thread-collapsible, .review-thread-component, .js-inline-comments-container, [data-testid="review-thread"]',
  // The answers to a comment of a discussion; the id ends in its place.
  answers: '[id^="child-comments-discussioncomment-"]',
  nested: '.js-nested-comment-container',
  comment: '.js-comment-container:not(.js-nested-comment-container)',
};

/** The comment that one in a thread of review or below a comment of a discussion answers. */
export function findParentPlace(holder: Element): string | null {
  const place = findPlace(holder);
  const above = findThreadPlace(holder);
  return above === place ? null : above;
}

/** The place of the comment that heads the thread around an element; null outside of such threads. */
export function findThreadPlace(element: Element): string | null {
  const answers = element.closest(threadSelectors.answers);
  if (answers) return answers.id.replace(/^child-comments-/u, '');
  const review = element.closest(threadSelectors.review);
  const from = element.closest(threadSelectors.nested)?.parentElement ?? element;
  const head = findHolders(review ?? from.closest(threadSelectors.comment) ?? element)[0];
  const place = head ? findPlace(head) : null;
  return place?.startsWith(review ? 'discussion_r' : 'discussioncomment-') ? place : null;
}
