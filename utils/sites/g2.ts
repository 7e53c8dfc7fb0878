/** Reviews of software on G2, by the microdata that it is built with. Vendors answer in my.g2.com. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { readOnly } from './dom/read-only.ts';
import { readMarkedAs } from './generic/marked-site.ts';
import { findMarkedBody, findMarkedPosts } from './generic/reader.ts';

/** General knowledge of the site (2026-11), in no saved page: what is certain is the markup of schema.org alone. */
const selectors = {
  // What a product's page marks up besides: its questions, which are no reviews.
  question: '[itemtype$="schema.org/Question"], [itemtype$="schema.org/Answer"]',
  link: 'a[href*="-review-"], a[href*="/survey_responses/"]',
  author: 'a[href*="/users/"]',
};

export const g2Adapter: SiteAdapter = {
  ...readOnly,
  id: 'g2',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    findMarkedPosts(root).filter((element) => !element.matches(selectors.question)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const path = toPath(url);
  if (/-review-\d+\/?$|\/survey_responses\//u.test(path)) return 'thread';
  if (path.startsWith('/users/')) return 'profile';
  if (/^\/search\b/u.test(path)) return 'search';
  return /^\/products\/[^/]+\/reviews\b/u.test(path) ? 'feed' : 'other';
}

/** The path without the language that it begins with in the interfaces other than English (`/fr/products/…`). */
function toPath(url: URL): string {
  return url.pathname.replace(/^\/[a-z]{2}(?:-[a-z]{2})?(?=\/)/iu, '');
}

function readPost(element: Element, url: URL): Post | null {
  const link = findAddress(element, url);
  const author = toUrl(element.querySelector(selectors.author)?.getAttribute('href'), url);
  const handle = author && /^\/users\/([\w-]{1,200})/u.exec(toPath(author));
  const post = readMarkedAs('g2', element, url, { id: link?.id, handle: handle?.[1] });
  return post && { ...post, permalink: link?.permalink ?? post.permalink };
}

/** The number and address of a review: by its link, on a page of its own by that of the page. */
function findAddress(element: Element, url: URL): { id: string; permalink: string | null } | null {
  const link = toUrl(element.querySelector(selectors.link)?.getAttribute('href'), url);
  const isOnly = !link && findMarkedPosts(element.ownerDocument).length === 1;
  const address = isOnly ? url : link;
  const id = /(?:-review-|\/survey_responses\/(?:[\w-]*-)?)(\d+)\/?$/u.exec(
    address?.pathname ?? '',
  )?.[1];
  if (!address || !id) return null;
  // One address in all languages, as there is one number.
  const permalink = address.origin + toPath(address);
  return { id, permalink: permalink.length <= 2_000 ? permalink : null };
}

function findMountPoint(element: Element): MountPoint {
  const body = findMarkedBody(element);
  return body && body !== element
    ? { anchor: body, where: 'after' }
    : { anchor: element, where: 'append' };
}

/*
 * Pages to try: https://www.g2.com/products/g2/reviews · one review's own page there
 */
