/** Comments and reviews on Product Hunt. What is answered goes into its own editor by the clipboard. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { eachOnce } from './dom/each-once.ts';
import { decodePart, findNamedLink } from './dom/named-link.ts';
import { parentOf } from './dom/neighbors.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { readMarkedAs } from './generic/marked-site.ts';
import { findMarkedPosts } from './generic/reader.ts';

/** General knowledge of the site (2026-11), in no saved page. */
const selectors = {
  comment: '[id^="comment-"], [data-test^="comment-"]',
  author: 'a[href^="/@"], a[href^="https://www.producthunt.com/@"]',
  // `htmlText` is the readable half of a hashed class of 2023: fallback for `prose`.
  text: '.prose, [class*="htmlText"]',
  time: 'time[datetime]',
  // Anything named after comments in which somebody wrote at some time.
  holder: ':is([id*="comment" i], [data-test*="comment" i]):has(a[href*="/@"]):has(time[datetime])',
};

export const producthuntAdapter: SiteAdapter = {
  ...readOnly,
  id: 'producthunt',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts(root) {
    const comments = eachOnce(root, selectors.comment, 'first', readId);
    const found = comments.length > 0 ? comments : findMarkedPosts(root);
    return found.filter((element) => !isOnHiddenScreen(element));
  },
  readPost: (element, url) =>
    element.matches(selectors.comment)
      ? readComment(element, url)
      : readMarkedAs('producthunt', element, url, { id: null, handle: null }),
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const [first, , third] = url.pathname.split('/').filter(Boolean);
  if (first === undefined) return 'feed';
  if (first === 'posts' || first === 'p') return 'thread';
  if (first === 'products') return third === 'reviews' ? 'feed' : 'thread';
  if (first === 'search') return 'search';
  return first.startsWith('@') ? 'profile' : 'other';
}

/** A comment without a text that is told apart is none that can be read. */
function readComment(element: Element, url: URL): Post | null {
  const id = readId(element);
  const text = findOwn(element, selectors.text);
  const authors = [...element.querySelectorAll(selectors.author)].filter(
    (link) => toComment(link) === element && link.closest(selectors.text) === null,
  );
  const author = findNamedLink(authors) ?? authors[0];
  const path = toUrl(author?.getAttribute('href'), url)?.pathname ?? '';
  if (!id || !text) return null;
  const parent = element.parentElement && toComment(element.parentElement);
  return toPost({
    site: 'producthunt',
    id,
    handle: decodePart(/^\/@([^/]+)/u.exec(path)?.[1] ?? ''),
    name: readLine(author),
    text: readText(text),
    permalink: element.id ? `${url.origin}${url.pathname}#${element.id}` : null,
    time: findOwn(element, selectors.time)?.getAttribute('datetime'),
    parentId: parent && readId(parent),
  });
}

/** The number of a comment, whichever of its attributes has it. */
function readId(element: Element): string | null {
  for (const { value } of element.attributes) {
    const id = /^comment-(\d+)$/u.exec(value)?.[1];
    if (id) return id;
  }
  return null;
}

/** The comment that an element stands in or is; its buttons carry names that begin like those of comments. */
function toComment(element: Element): Element | null {
  let comment = element.closest(selectors.comment);
  while (comment && readId(comment) === null) {
    comment = parentOf(comment)?.closest(selectors.comment) ?? null;
  }
  return comment;
}

/** A part of the comment itself, not of an answer within it. */
function findOwn(element: Element, selector: string): Element | null {
  for (const part of element.querySelectorAll(selector)) {
    if (toComment(part) === element) return part;
  }
  return null;
}

function findMountPoint(element: Element): MountPoint {
  const text = findOwn(element, selectors.text);
  return text ? { anchor: text, where: 'after' } : { anchor: element, where: 'append' };
}

/*
 * Pages to try: https://www.producthunt.com/ and a launch of the day · its reviews
 */
