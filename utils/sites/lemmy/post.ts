import { toAddressId, toIdHost } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { decodePart } from '#utils/sites/dom/named-link.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { selectors } from './selectors.ts';

/** Reads a post or a comment; null for one that was taken back or that has no author. */
export function readLemmyPost(element: Element, url: URL): Post | null {
  const address = toOwnAddress(element, url);
  if (!address) return null;
  return element.matches(selectors.listing)
    ? readListing(element, address, url)
    : readComment(element, address, url);
}

/** Where a post or comment stands on the server of the page; its id is the same. */
export function toOwnAddress(element: Element, url: URL): URL | null {
  if (!element.matches(selectors.listing)) {
    const number = /^comment-(\d+)$/u.exec(element.id)?.[1];
    return number ? new URL(`/comment/${number}`, url.origin) : null;
  }
  const number = /^post-listing-(\d+)$/u.exec(element.id)?.[1] ?? findNumber(element, url);
  return number ? new URL(`/post/${number}`, url.origin) : null;
}

/** Local people have no server in the address of their page. */
export function toLemmyHandle(href: string | null | undefined, url: URL): string {
  const address = toUrl(href, url);
  const name = decodePart(/\/u\/([^/]+)/u.exec(address?.pathname ?? '')?.[1] ?? '');
  return !address || !name || name.includes('@') ? name : `${name}@${address.host}`;
}

/** The comment of a line; deeper lines have their own. */
export function findComment(item: Element): Element | null {
  return [...item.children].find((child) => child.matches(selectors.comment)) ?? null;
}

function readListing(listing: Element, address: URL, url: URL): Post | null {
  const person = listing.querySelector(selectors.person);
  return toPost({
    site: 'lemmy',
    id: toAddressId(address),
    handle: toLemmyHandle(person?.getAttribute('href'), url),
    name: readLine(person, { skip: selectors.server }),
    title: readLine(listing.querySelector(selectors.title)),
    text: readText(listing.querySelector(selectors.postText)),
    permalink: address.href,
    truncated: listing.querySelector(selectors.preview) !== null,
  });
}

function readComment(comment: Element, address: URL, url: URL): Post | null {
  const text = comment.querySelector(selectors.commentText);
  if (!text || comment.querySelector(selectors.removed)) return null;
  const person = comment.querySelector(selectors.person);
  return toPost({
    site: 'lemmy',
    id: toAddressId(address),
    handle: toLemmyHandle(person?.getAttribute('href'), url),
    name: readLine(person, { skip: selectors.server }),
    text: readText(text),
    permalink: address.href,
    parentId: findParentId(comment, url),
  });
}

/** The comment whose line holds this one; of the first comments of a tree, the post of the page. */
function findParentId(comment: Element, url: URL): string | null {
  const above = comment.closest(selectors.item)?.parentElement?.closest(selectors.item);
  const parent = above ? findComment(above) : null;
  if (above) {
    const address = parent && toOwnAddress(parent, url);
    return address && toAddressId(address);
  }
  const isTree = [...comment.children].some((child) => child.matches(selectors.treeMark));
  // The page of one comment begins with that comment, wherever in the tree it stands.
  const isWhole = /^\/post\/\d+\/?$/u.test(url.pathname);
  return isTree && isWhole ? toAddressId(new URL(url.pathname, url.origin)) : null;
}

/** By the first link to a post of this server, words of the post left out; on a page of one post by its address. */
function findNumber(listing: Element, url: URL): string | null {
  for (const link of listing.querySelectorAll(selectors.postLink)) {
    const address = link.closest(selectors.written) ? null : toUrl(link.getAttribute('href'), url);
    const isHere = address !== null && toIdHost(address) === toIdHost(url);
    const number = isHere && /^\/post\/(\d+)/u.exec(address.pathname)?.[1];
    if (number) return number;
  }
  return /^\/post\/(\d+)/u.exec(url.pathname)?.[1] ?? null;
}
