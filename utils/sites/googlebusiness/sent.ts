/**
 * Answers that were just given, on pages where nothing marks an answer: in the frames over Google Search how one looks
 * is not known. What was sent is: an element beside the review whose whole text it is, outside of every box, proves it.
 */
import type { Post } from '#utils/model/post.ts';
import type { AwaitedReply } from '../adapter.ts';
import { parentOf } from '../dom/neighbors.ts';
import { readText } from '../dom/read-text.ts';
import { isVisible } from '../dom/visibility.ts';

export interface ReviewParts {
  findCards(root: ParentNode): Element[];
  readReview(card: Element): Post | null;
  /** In whose name the answer in this part of the page is given. */
  ownerOf(part: Element): string;
}

const EDITABLE = '[contenteditable], [role="textbox"], textarea, input';
const NO_ANSWER = `${EDITABLE}, button, [role="button"]`;
/** Words of the page's own ("Thank you", "Reply") are shorter, in characters. */
const TELLING_LENGTH = 16;
/** More elements than this are more than one review with its answer and box. */
const ELEMENTS_MAX = 3_000;

/** See `SiteAdapter.findSentPosts`. */
export function findSentAnswers(
  doc: Document,
  awaited: readonly AwaitedReply[],
  parts: ReviewParts,
): Post[] {
  return awaited.flatMap(({ target, text, isBefore = false }) => {
    const card = toPacked(text).length < TELLING_LENGTH ? null : findReview(doc, target, parts);
    const part = card && partAround(card, parts);
    if (!part || !isShownIn(part, text, isBefore)) return [];
    return {
      site: target.site,
      id: `${target.id}.answer`,
      author: { handle: parts.ownerOf(part) },
      text,
      permalink: null,
      time: null,
      parentId: target.id,
    };
  });
}

/** The card of that review. The frame with one review does not tell its id, the list does. */
function findReview(doc: Document, target: Post, parts: ReviewParts): Element | null {
  const cards = parts.findCards(doc).map((card) => ({ card, post: parts.readReview(card) }));
  const same = cards.find(({ post }) => post?.id === target.id);
  if (same) return same.card;
  const alike = cards.filter(({ post }) => post && isAlike(post, target));
  return alike.length === 1 ? (alike[0]?.card ?? null) : null;
}

function isAlike(one: Post, other: Post): boolean {
  return one.text !== '' && one.text === other.text && nameOf(one) === nameOf(other);
}

function nameOf({ author }: Post): string {
  return author.name ?? author.handle;
}

function isShownIn(part: Element, text: string, isBefore: boolean): boolean {
  const wanted = toPacked(text);
  const elements = part.querySelectorAll('*');
  if (elements.length > ELEMENTS_MAX) return false;
  let isShown = false;
  for (const element of elements) {
    if (element.matches(EDITABLE)) {
      // Where it stands in the box still, it was not sent.
      if (!isBefore && isVisible(element) && toPacked(toWritten(element)) === wanted) return false;
    } else if (!isShown && (element.textContent?.length ?? 0) >= TELLING_LENGTH) {
      isShown =
        element.closest(NO_ANSWER) === null &&
        toPacked(readText(element)) === wanted &&
        isVisible(element);
    }
  }
  return isShown;
}

/** The largest part of the page with this review alone; the whole page where there is one only. */
function partAround(card: Element, { findCards }: ReviewParts): Element {
  let part = card;
  for (let around = parentOf(part); around; around = parentOf(around)) {
    if (findCards(around).length > 1) break;
    part = around;
  }
  return part;
}

function toWritten(editable: Element): string {
  return 'value' in editable ? String(editable.value) : readText(editable);
}

/** Spaces and lines are the page's own. */
function toPacked(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
