/**
 * Which box answers which review, by place. A card does not hold its own box (2026-07-17): the nearest part of the page
 * around both that holds no other card tells; in the frame of one review it is that one.
 */
import { parentOf } from '../dom/neighbors.ts';
import { firstVisible } from '../dom/visibility.ts';

/** `jsname` has lasted longer than classes: 2025-07 to 2026-07. */
export const boxSelectors = {
  box: 'textarea[jsname="YPqjbf"]',
  // fallback
  otherBox: 'textarea, [contenteditable="true"]',
  submit: 'button[jsname="hrGhad"]',
};

/** Where everything on the page is inside, so that being inside tells nothing. */
const WHOLE_PAGE = 'main, [role="main"], body, html';
const DIALOG = '[role="dialog"], dialog';
/** A box or answer stands so many elements deep below the part around it and its card, at most (six were seen). */
const DEPTH_MAX = 10;

export interface PageParts {
  findCards(root: ParentNode): Element[];
  /** True for the page that shows one review and its box. */
  isOfOneReview: boolean;
}

/** See `SiteAdapter.findReplyBox`. */
export function findBox(card: Element, page: PageParts): HTMLElement | null {
  for (const selector of [boxSelectors.box, boxSelectors.otherBox]) {
    const boxes = card.ownerDocument.querySelectorAll<HTMLElement>(selector);
    const box = firstVisible([...boxes].filter((one) => findTarget(one, page) === card));
    if (box) return box;
  }
  return null;
}

/** See `SiteAdapter.findReplyTarget`. */
export function findTarget(editable: Element, page: PageParts): Element | null {
  if (!editable.matches(`${boxSelectors.box}, ${boxSelectors.otherBox}`)) return null;
  const cards = findNearest(editable, page.findCards);
  if (cards) return cards.length === 1 ? (cards[0] ?? null) : null;
  const all = page.isOfOneReview ? page.findCards(editable.ownerDocument) : [];
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** The cards in the smallest part around the box that has any; null where only the whole page has. */
function findNearest(editable: Element, findCards: PageParts['findCards']): Element[] | null {
  const near = findNearestPart(editable, findCards);
  if (!near) return null;
  const { part, cards } = near;
  const isSure = editable.matches(boxSelectors.box) || cards.includes(part) || isLone(part);
  return isSure ? cards : [];
}

/** The smallest part around an element that has cards, with these; without any at the edge of a dialog. */
export function findNearestPart(
  element: Element,
  findCards: PageParts['findCards'],
): { part: Element; cards: Element[] } | null {
  const around = findCards(element.ownerDocument).find((card) => card.contains(element));
  if (around) return { part: around, cards: [around] };
  let part = parentOf(element);
  for (let depth = 0; part && depth < DEPTH_MAX; depth += 1, part = parentOf(part)) {
    if (part.matches(WHOLE_PAGE)) return null;
    const cards = findCards(part);
    if (cards.length > 0 || part.matches(DIALOG)) return { part, cards };
  }
  return null;
}

/** True when a box without the known mark is the only one here, and there is something to send it with. */
function isLone(part: Element): boolean {
  const boxes = part.querySelectorAll(`${boxSelectors.box}, ${boxSelectors.otherBox}`);
  return boxes.length === 1 && part.querySelector(boxSelectors.submit) !== null;
}

/** See `SiteAdapter.findSubmit`. */
export function findPost(box: HTMLElement): HTMLElement | null {
  for (let part = parentOf(box); part; part = parentOf(part)) {
    const buttons = part.querySelectorAll<HTMLElement>(boxSelectors.submit);
    if (buttons.length > 0) return buttons.length === 1 ? (buttons[0] ?? null) : null;
  }
  return null;
}
