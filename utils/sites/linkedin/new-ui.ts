/**
 * The React pages of LinkedIn since 2025-10: class names are hashed and no element names its post. Posts are told by
 * their text box, and what belongs to whom by order: the author's links stand before the text.
 */
import type { Post } from '#utils/model/post.ts';
import { parentOf } from '../dom/neighbors.ts';
import { readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { isAdvertisementLabel } from './advertisement.ts';
import { findOwnAll, newSelectors as selectors, readKeyed, readOwner } from './new-parts.ts';
import { oldUi } from './old-ui.ts';
import { readAuthor, toTextId, type LinkedinAuthor, type LinkedinReader } from './reader.ts';
import { isShowOriginal } from './translation.ts';
import {
  postKinds,
  readPostUrns,
  toCommentAddress,
  toPostAddress,
  toProfileHandle,
  toUrnTime,
} from './urn.ts';

/** `Node.DOCUMENT_POSITION_FOLLOWING`, without asking a global. */
const FOLLOWING = 4;

export const newUi = {
  selectors,
  takes: (element) => (readKeyed(element) ? isOutermost(element) : isUpdate(element)),
  readPost: (element, url) =>
    readKeyed(element) ? readComment(element, url) : readUpdate(element, url),
  mountPoint: (element) => ({ anchor: element, where: 'append' }),
} satisfies LinkedinReader;

function isOutermost(comment: Element): boolean {
  return readOwner(comment.parentElement) !== readKeyed(comment)?.urn;
}

/** An outermost list item with a text box of its own; other interfaces use some of the same marks. */
function isUpdate(element: Element): boolean {
  return (
    element.matches(selectors.post) &&
    !element.parentElement?.closest(`${selectors.post}, ${selectors.comment}`) &&
    !element.querySelector(oldUi.selectors.post) &&
    findOwnAll(element, selectors.text).length > 0
  );
}

/** The post of this interface that holds an element. */
export function findUpdateAround(element: Element): Element | null {
  let post = element.closest(selectors.post);
  while (post && !isUpdate(post)) post = parentOf(post)?.closest(selectors.post) ?? null;
  return post;
}

function readUpdate(element: Element, url: URL): Post | null {
  const [box] = findOwnAll(element, selectors.text);
  const author = findAuthor(element, box, url);
  if (!box || !author) return null;
  const urn = readUpdateUrn(element, url);
  const quoteBox = findQuoteBox(element, url);
  // Told by its words, it would be another post than the one that others see.
  if (!urn && isReplaced(element, quoteBox)) return null;
  const text = readBody(box);
  const lines = findOwnAll(element, selectors.line);
  return toPost({
    site: 'linkedin',
    id: urn ?? toTextId(author.handle, text),
    handle: author.handle,
    name: author.name,
    text,
    permalink: urn && toPostAddress(urn),
    time: toUrnTime(urn),
    quoted: quoteBox && readQuote(element, box, quoteBox, url),
    truncated: isCut(box, text),
    promoted: isAdvertisementLabel(lines.filter((line) => isBefore(line, box))),
  });
}

function readComment(element: Element, url: URL): Post | null {
  const urn = readKeyed(element);
  const [box] = findOwnAll(element, selectors.text);
  const author = findAuthor(element, box, url);
  if (!urn || !author) return null;
  const text = readBody(box);
  return toPost({
    site: 'linkedin',
    id: urn.urn,
    handle: author.handle,
    name: author.name,
    text,
    permalink: toCommentAddress(urn),
    time: toUrnTime(urn.urn),
    parentId: readOwner(element.parentElement) ?? readUpdateId(element, url) ?? urn.postUrn,
    truncated: box !== undefined && isCut(box, text),
  });
}

/** The id of the post around a comment, which need not be the URN that the comment names. */
function readUpdateId(comment: Element, url: URL): string | null {
  const update = findUpdateAround(comment);
  return update && (readUpdateUrn(update, url) ?? readUpdate(update, url)?.id ?? null);
}

function readBody(box: Element | undefined): string {
  return readText(box, { skip: selectors.notText });
}

/** The box may hold all of a text and only show less of it; one that ends in dots does not. */
function isCut(box: Element, text: string): boolean {
  const button = (box.parentElement ?? box).querySelector(selectors.showMore);
  return button !== null && /(?:…|\.{3})$/u.test(text);
}

/** A second text with an author of its own is a shared post's. */
function readQuote(
  element: Element,
  box: Element,
  quoteBox: Element,
  url: URL,
): { author: string; text: string } | null {
  const links = findLinksBetween(element, box, quoteBox, url);
  const author = readAuthor(links, url, selectors.notText);
  return author && { author: author.handle, text: readBody(quoteBox) };
}

/** The second text of a post, unless it is the translation of the first: one without an author of its own. */
function findQuoteBox(element: Element, url: URL): Element | null {
  const [box, second] = findOwnAll(element, selectors.text);
  if (!box || !second) return null;
  const isOwn = findLinksBetween(element, box, second, url).length > 0;
  return isOwn || !hasShowOriginal(element) ? second : null;
}

/** True where a translation stands in the place of what was written, so that this cannot be read. */
function isReplaced(element: Element, quoteBox: Element | null): boolean {
  const texts = findOwnAll(element, selectors.text).filter((text) => text !== quoteBox);
  return texts.length === 1 && hasShowOriginal(element, quoteBox);
}

/** True when a text of the post is shown translated; `before` leaves out what stands after an element. */
function hasShowOriginal(element: Element, before: Element | null = null): boolean {
  return findOwnAll(element, selectors.control).some(
    (control) => isShowOriginal(control) && (!before || isBefore(control, before)),
  );
}

function findLinksBetween(element: Element, one: Element, other: Element, url: URL): Element[] {
  return findProfileLinks(element, url).filter(
    (link) => isBefore(one, link) && isBefore(link, other),
  );
}

/** The last account that is linked before the text: those before it liked or shared the post. */
function findAuthor(element: Element, box: Element | undefined, url: URL): LinkedinAuthor | null {
  const links = findProfileLinks(element, url).filter((link) => !box || isBefore(link, box));
  const author = box ? links.at(-1) : links[0];
  const handle = toProfileHandle(author?.getAttribute('href'), url);
  return readAuthor(
    links.filter((link) => toProfileHandle(link.getAttribute('href'), url) === handle),
    url,
    selectors.notText,
  );
}

function findProfileLinks(element: Element, url: URL): Element[] {
  return findOwnAll(element, selectors.profileLink).filter(
    (link) =>
      !link.closest(selectors.text) && toProfileHandle(link.getAttribute('href'), url) !== null,
  );
}

/** The URN that the post's own keys agree on, else its page's, else its comments'. */
function readUpdateUrn(element: Element, url: URL): string | null {
  return readKeyUrn(element, url) ?? readPageUrn(element, url) ?? readCommentedUrn(element);
}

function readKeyUrn(element: Element, url: URL): string | null {
  // A shared post has keys too, so that only the outermost counts where one is shared.
  const isSharing = findQuoteBox(element, url) !== null;
  const keyed = isSharing ? [element] : [element, ...findOwnAll(element, selectors.keyed)];
  const urns = new Set(keyed.flatMap((part) => readPostUrns(part.getAttribute('componentkey'))));
  const byKind = postKinds.map((kind) => [...urns].filter((urn) => urn.includes(`:${kind}:`)));
  const best = byKind.find((some) => some.length > 0);
  return best?.length === 1 ? (best[0] ?? null) : null;
}

/** What the address of a post's page names, for the first post there. */
function readPageUrn(element: Element, url: URL): string | null {
  if (!/^\/(?:feed\/update|posts)\//u.test(url.pathname)) return null;
  const posts = element.ownerDocument.querySelectorAll(selectors.post);
  if ([...posts].find(isUpdate) !== element) return null;
  const urns = readPostUrns(url.pathname);
  return urns.find((urn) => urn.includes(':activity:')) ?? urns[0] ?? null;
}

function readCommentedUrn(element: Element): string | null {
  const comment = element.querySelector(selectors.comment);
  return readPostUrns(comment && readKeyed(comment)?.postUrn)[0] ?? null;
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & FOLLOWING) !== 0;
}
