/**
 * One post of Threads. Posts and the posts they quote are the same kind of box, one inside the other; what a box shows
 * of its own is what no inner box holds. The id is the code in its address, the same on threads.com and threads.net.
 */
import type { Post } from '#utils/model/post.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';

/** Seen 2025-12 in a saved profile, and in eight sources up to 2026-01; class names are hashed. */
export const postSelectors = {
  post: '[data-pressable-container="true"]',
  permalink: 'a[href*="/post/"]',
  time: 'time[datetime]',
  profile: 'a[href^="/@"]',
  block: '[dir="auto"]',
  control: 'a, button, [role="button"]',
  // The line down to the next post of a chain: StyleX writes its ends into the style.
  chainLine: '[style*="--x-bottom: 0px"]',
  heading: 'h1, h2, [role="heading"], [dir="auto"]',
};

export interface PostPath {
  handle: string;
  code: string;
}

const PATH = /^\/@([\w.]{1,60})\/post\/([\w-]{1,60})(?:\/|$)/u;

/** True for the hosts of Threads, old and new. */
export function isThreadsHost(host: string): boolean {
  return /^(?:www\.)?threads\.(?:com|net)$/u.test(host);
}

/** Author and code from the address of a post; null for any other address. */
export function toPostPath(url: URL | null): PostPath | null {
  const [, handle, code] = (url && isThreadsHost(url.hostname) && PATH.exec(url.pathname)) || [];
  return handle && code ? { handle, code } : null;
}

/** Reads one post; null without an address of its own (advertisements, boxes for writing). */
export function readThreadsPost(element: Element, url: URL): Post | null {
  const link = findTimeLink(element, url);
  const path = link && readPath(link, url);
  if (!path) return null;
  return toPost({
    site: 'threads',
    id: path.code,
    handle: path.handle,
    text: readBody(element, url),
    permalink: `${url.origin}/@${path.handle}/post/${path.code}`,
    time: link.querySelector(postSelectors.time)?.getAttribute('datetime'),
    quoted: readQuote(element, url),
  });
}

/** Where a post stands, without reading the rest of it. */
export function findPath(element: Element, url: URL): PostPath | null {
  const link = findTimeLink(element, url);
  return link && readPath(link, url);
}

/** All matches that belong to the post itself, not to a post it quotes. */
export function findOwn(post: Element, selector: string): Element[] {
  return [...post.querySelectorAll(selector)].filter(
    (part) => part.parentElement?.closest(postSelectors.post) === post,
  );
}

function findTimeLinks(post: Element, url: URL): Element[] {
  return findOwn(post, postSelectors.permalink).filter(
    (link) => link.querySelector(postSelectors.time) !== null && readPath(link, url) !== null,
  );
}

function findTimeLink(post: Element, url: URL): Element | null {
  return findTimeLinks(post, url)[0] ?? null;
}

function readPath(link: Element, url: URL): PostPath | null {
  return toPostPath(toUrl(link.getAttribute('href'), url));
}

/**
 * The first block of words below the header: counts, translations and cards of links are controls, badges and labels
 * stand in the header, and what follows another post's time is that post's.
 */
function readBody(post: Element, url: URL): string {
  const [time, otherTime] = findTimeLinks(post, url);
  const header = time && findHeader(post, time, url);
  for (const block of findOwn(post, postSelectors.block)) {
    if (otherTime && !precedes(block, otherTime)) return '';
    if (header && (header.contains(block) || precedes(block, header))) continue;
    const control = block.closest(postSelectors.control);
    if (control && post.contains(control)) continue;
    return readText(block, { skip: 'button, [role="button"]', keepsLineFeeds: true });
  }
  return '';
}

/** The smallest part that holds both the author's name and the time. */
function findHeader(post: Element, time: Element, url: URL): Element {
  const handle = readPath(time, url)?.handle;
  const names = findOwn(post, postSelectors.profile).filter(
    (link) => readProfile(link, url) === handle && readLine(link) !== '',
  );
  let header = time;
  while (!names.some((name) => header.contains(name))) {
    const parent = header.parentElement;
    if (!parent || parent === post) return time;
    header = parent;
  }
  return header;
}

function readQuote(post: Element, url: URL): Post['quoted'] | null {
  const quote = findOwn(post, postSelectors.post)[0];
  if (!quote) return null;
  const author = findPath(quote, url)?.handle ?? readFirstProfile(quote, url);
  return author === null ? null : { author, text: readBody(quote, url) };
}

function readFirstProfile(post: Element, url: URL): string | null {
  for (const link of findOwn(post, postSelectors.profile)) {
    const handle = readProfile(link, url);
    if (handle) return handle;
  }
  return null;
}

/** The handle of a link to a profile; null for a link to anything else. */
export function readProfile(link: Element, url: URL): string | null {
  const target = toUrl(link.getAttribute('href'), url);
  if (!target || !isThreadsHost(target.hostname)) return null;
  return /^\/@([\w.]{1,60})\/?$/u.exec(target.pathname)?.[1] ?? null;
}

function precedes(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) !== 0;
}
