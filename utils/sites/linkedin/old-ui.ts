/** The Ember pages of LinkedIn, with class names that say what they are: profiles' activity, search, company pages. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint } from '../adapter.ts';
import { readLine, readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { isAdvertisementLabel } from './advertisement.ts';
import { readAuthor, toTextId, type LinkedinReader } from './reader.ts';
import { readCommentUrn, readPostUrns, toCommentAddress, toPostAddress, toUrnTime } from './urn.ts';

/** Seen 2025-12 in a saved page of an activity feed; comments 2024 to 2026-06 in seven extensions. */
const selectors = {
  post: '.feed-shared-update-v2',
  // Around posts whose own element names no URN.
  postNamed: '[data-urn*="urn:li:"], [data-id*="urn:li:"]',
  // A post that this one shares.
  quote: '.update-components-mini-update-v2, .feed-shared-mini-update-v2, .feed-shared-update-v2',
  actorLink: '.update-components-actor__meta-link, .update-components-actor__image',
  // 2022 to 2025.
  actorName: ':is(.update-components-actor__title, .update-components-actor__name)',
  // A name stands twice, for the eye and for the ear.
  seen: '[aria-hidden="true"]',
  actorLine: '.update-components-actor__sub-description, .update-components-actor__description',
  text: '.feed-shared-update-v2__description, .update-components-text',
  comment: 'article.comments-comment-entity[data-id], article.comments-comment-item[data-id]',
  // The second of each pair: before 2024.
  commentLink:
    '.comments-comment-meta__description-container, .comments-comment-meta__image-link, .comments-post-meta__profile-link',
  commentName: '.comments-comment-meta__description-title, .comments-post-meta__name-text',
  commentText: '.comments-comment-item__main-content',
  // Controls, words for screen readers only ("…more", "hashtag"), the offer of a translation (six sources until 2025).
  notText:
    'button, .visually-hidden, .feed-shared-see-translation-button, [class^="comments-see-translation-button"]',
  actions: '.feed-shared-social-action-bar',
};

export const oldUi = {
  selectors,
  takes: (element) =>
    element.matches(selectors.comment) ||
    (element.matches(selectors.post) && !element.parentElement?.closest(selectors.post)),
  readPost: (element, url) =>
    element.matches(selectors.comment) ? readComment(element, url) : readUpdate(element, url),
  mountPoint: findMountPoint,
} satisfies LinkedinReader;

function readUpdate(element: Element, url: URL): Post | null {
  const author = readAuthor(findOwnAll(element, selectors.actorLink), url, selectors.notText);
  const name = readName(findOwn(element, selectors.actorName)) || author?.name;
  const handle = author?.handle ?? name;
  const text = readText(findOwn(element, selectors.text), { skip: selectors.notText });
  const urn = readUpdateUrn(element);
  return toPost({
    site: 'linkedin',
    id: urn ?? toTextId(handle, text),
    handle,
    name,
    text,
    permalink: urn && toPostAddress(urn),
    time: toUrnTime(urn),
    quoted: readQuote(element, url),
    promoted: isPromoted(element),
  });
}

/** The URN of an update; null where its element names none. */
export function readUpdateUrn(element: Element): string | null {
  const named = element.closest(selectors.postNamed);
  const urn = named?.getAttribute('data-urn') ?? named?.getAttribute('data-id');
  return readPostUrns(urn)[0] ?? null;
}

function isPromoted(element: Element): boolean {
  if (/sponsored/iu.test(element.getAttribute('data-urn') ?? '')) return true;
  const lines = findOwnAll(element, selectors.actorLine);
  return isAdvertisementLabel(lines.flatMap((line) => [line, ...line.querySelectorAll('*')]));
}

function readQuote(element: Element, url: URL): { author: string; text: string } | null {
  const quote = findQuote(element);
  if (!quote) return null;
  const links = [...quote.querySelectorAll(selectors.actorLink)];
  const author =
    readAuthor(links, url, selectors.notText)?.handle ??
    readName(quote.querySelector(selectors.actorName));
  const text = readText(quote.querySelector(selectors.text), { skip: selectors.notText });
  return author || text ? { author, text } : null;
}

function readName(element: Element | null): string {
  const shown = element?.querySelector(selectors.seen) ?? element;
  return readLine(shown, { skip: selectors.notText });
}

function readComment(element: Element, url: URL): Post | null {
  const urn = readCommentUrn(element.getAttribute('data-id'));
  const author = readAuthor(findOwnAll(element, selectors.commentLink), url, selectors.notText);
  const name = readName(findOwn(element, selectors.commentName)) || author?.name;
  if (!urn) return null;
  return toPost({
    site: 'linkedin',
    id: urn.urn,
    handle: author?.handle ?? name,
    name,
    text: readText(findOwn(element, selectors.commentText), { skip: selectors.notText }),
    permalink: toCommentAddress(urn),
    time: toUrnTime(urn.urn),
    parentId: readParentId(element) ?? urn.postUrn,
  });
}

/** The comment around this one, else the update. */
function readParentId(comment: Element): string | null {
  const around = comment.parentElement?.closest(selectors.comment);
  if (around) return readCommentUrn(around.getAttribute('data-id'))?.urn ?? null;
  const update = comment.closest(selectors.post);
  return update && readUpdateUrn(update);
}

function findQuote(update: Element): Element | null {
  return [...update.querySelectorAll(selectors.quote)].find((quote) => !isInComment(quote)) ?? null;
}

function isInComment(part: Element): boolean {
  return part.closest(selectors.comment) !== null;
}

/** Matches that belong to the post itself: of a comment not its answers', of an update not its comments' or quote's. */
function findOwnAll(element: Element, selector: string): Element[] {
  const isComment = element.matches(selectors.comment);
  const border = isComment
    ? selectors.comment
    : `${selectors.comment}, ${selectors.post}, ${selectors.quote}`;
  return [...element.querySelectorAll(selector)].filter(
    (part) => part.parentElement?.closest(border) === element,
  );
}

function findOwn(element: Element, selector: string): Element | null {
  return findOwnAll(element, selector)[0] ?? null;
}

function findMountPoint(element: Element): MountPoint | null {
  const isComment = element.matches(selectors.comment);
  const anchor = findOwn(element, isComment ? selectors.commentText : selectors.actions);
  return anchor ? { anchor, where: 'after' } : null;
}
