import { findHolders, findPlace, postSelectors } from './holders.ts';
import { isOpening } from './address.ts';
import { findThreadPlace } from './parent.ts';

/** refined-github, 2025–2026. Edit forms, review summaries and "convert to issue" keep filled fields out of sight. */
export const boxSelectors = {
  // The box below a thread.
  main: '#react-issue-comment-composer textarea, textarea#new_comment_field, [data-testid="comment-composer"] textarea, textarea[aria-labelledby="comment-composer-heading"], form.js-new-comment-form textarea[name="comment[body]"]',
  // The box of a thread of review, or below a comment of a discussion.
  thread: 'form textarea[name="comment[body]"]',
  notReply:
    '[id^="convert-to-issue-body"], form.js-comment-update textarea, [role="dialog"] textarea, dialog textarea, [readonly], [disabled]',
  reactPanel: '#react-issue-comment-composer, [data-testid="comment-composer"]',
  reactSubmit: 'button[data-variant="primary"], button[type="submit"]',
  railsSubmit:
    'button[type="submit"].btn-primary, button[type="submit"][data-variant="primary"], button[name="single_comment"]',
};

/** All fields that may write a comment, shown or not. */
export function findFields(doc: Document): HTMLElement[] {
  const { main, thread } = boxSelectors;
  return [...doc.querySelectorAll<HTMLElement>(`${main}, ${thread}`)];
}

/**
 * The post that a field answers: of a review or of a comment in a discussion the one that heads its thread, else what
 * the page's thread begins with, because GitHub does not nest further.
 */
export function findAnswered(editable: Element): Element | null {
  const { main, thread, notReply } = boxSelectors;
  if (!editable.matches(`${main}, ${thread}`) || editable.matches(notReply)) return null;
  // An edit form within a comment of a React page looks like the composer.
  if (editable.closest(`${postSelectors.reactComment}, ${postSelectors.reactOpening}`)) return null;
  const holders = findHolders(editable.ownerDocument);
  const place = findThreadPlace(editable);
  if (place) return holders.find((holder) => findPlace(holder) === place) ?? null;
  if (!editable.matches(main)) return null;
  const openings = holders.filter(isFirst);
  return openings.length === 1 ? (openings[0] ?? null) : null;
}

/** The button "Comment", not the one that also closes the thread. */
export function findSend(box: Element): HTMLElement | null {
  const { reactPanel, reactSubmit, railsSubmit } = boxSelectors;
  const panel = box.closest(reactPanel);
  if (panel) return panel.querySelector<HTMLElement>(reactSubmit);
  return box.closest('form')?.querySelector<HTMLElement>(railsSubmit) ?? null;
}

function isFirst(holder: Element): boolean {
  const place = findPlace(holder);
  return place === null ? holder.matches(postSelectors.reactOpening) : isOpening(place);
}
