/**
 * One post of Bluesky. Its id is `<actor>/<record key>`: the actor is the author's handle, as the test id of the
 * post names it, whatever form the links have; only where the handle is broken (`handle.invalid`) it is the DID
 * that the links then carry. A page opened by a DID address therefore gives the same ids as one opened by handle.
 */
import type { Post } from '#utils/model/post.ts';
import { toAbsoluteUrl, toUrl } from '#utils/sites/dom/address.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { findParent } from './thread.ts';
import { toTidTime } from './tid.ts';

export const postSelectors = {
  // Home feed and thread pages, January 2026; test ids from PostFeedItem and ThreadItemPost.
  post: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
  // RichText's dataset; the only mark of the text in a thread.
  text: '[data-word-wrap="1"]',
  // A quoted post is a box that acts as a link; links proper are `a`.
  quote: '[role="link"]:not(a)',
  profile: 'a[href^="/profile/"]',
  avatar: '[data-testid="userAvatarImage"]',
  line: '[dir="auto"]',
};

/** Actor and record key of an address of a post or of something below it; null for any other address. */
export interface PostPath {
  actor: string;
  key: string;
  /** True for the post itself, false for its likes, quotes, reposts. */
  isExact: boolean;
}

const PATH = /^\/profile\/([^/]+)\/post\/([^/]+)(\/.*)?$/u;
const BROKEN_HANDLE = 'handle.invalid';

/** Reads the place of a post out of an address. */
export function toPostPath(url: URL): PostPath | null {
  const match = PATH.exec(url.pathname);
  if (!match?.[1] || !match[2]) return null;
  const isExact = match[3] === undefined || match[3] === '/';
  return { actor: safeDecode(match[1]).toLowerCase(), key: match[2], isExact };
}

/** Reads one post; null when neither the page nor the address tells which post it is. */
export function readBlueskyPost(element: Element, url: URL): Post | null {
  const handle = readHandle(element);
  const id = findId(element, url);
  if (!handle || !id) return null;
  const [actor, key] = id.split('/');
  const quote = findQuote(element);
  const post = toPost({
    site: 'bluesky',
    id,
    handle: actor,
    name: readName(element),
    text: readText(findOwnText(element), { keepsLineFeeds: true }),
    permalink: toAbsoluteUrl(`/profile/${actor}/post/${key}`, url),
    parentId: findParentId(element, url),
    quoted: quote && readQuote(quote),
  });
  return post && { ...post, time: toTidTime(key ?? '') };
}

/** The id of a post without reading the rest of it. */
export function findId(element: Element, url: URL): string | null {
  const handle = readHandle(element);
  if (!handle) return null;
  const path = findPath(element, url, handle);
  if (!path) return null;
  return `${handle === BROKEN_HANDLE ? path.actor : handle}/${path.key}`;
}

/** The text block of the post itself, never that of a post it quotes. */
export function findOwnText(element: Element): Element | null {
  return findOwn(element, postSelectors.text);
}

/** The name people see above the post; empty when the page shows none. */
export function readName(element: Element): string {
  const avatar = findOwn(element, postSelectors.avatar)?.closest('a');
  for (const link of ownAll(element, postSelectors.profile)) {
    // Above the avatar stands who reposted; below it, who wrote.
    if (avatar && !follows(link, avatar)) continue;
    if (isPathBelowProfile(link) || link.closest(postSelectors.text)) continue;
    const lines = link.matches(postSelectors.line)
      ? [link]
      : link.querySelectorAll(postSelectors.line);
    for (const line of lines) {
      const text = readLine(line);
      if (text && !text.startsWith('@')) return text;
    }
  }
  return '';
}

/** The handle in the test id, lower case; empty for an element that is no post. */
export function readHandle(element: Element): string {
  const [, handle] = /^[a-zA-Z]+-by-(.+)$/u.exec(element.getAttribute('data-testid') ?? '') ?? [];
  return cleanLine(handle ?? '').toLowerCase();
}

function findPath(element: Element, url: URL, handle: string): PostPath | null {
  const isMine = (path: PostPath) =>
    path.actor === handle || path.actor.startsWith('did:') || handle === BROKEN_HANDLE;
  let below: PostPath | null = null;
  for (const link of ownAll(element, postSelectors.profile)) {
    if (link.closest(postSelectors.text)) continue;
    const target = toUrl(link.getAttribute('href'), url);
    const path = target && toPostPath(target);
    if (!path || !isMine(path)) continue;
    if (path.isExact) return path;
    below ??= path;
  }
  if (below) return below;
  // The post in focus has no link to itself, and no counts to link to while nobody reacted.
  const isFocused = !element.matches(postSelectors.quote);
  const place = toPostPath(url);
  return isFocused && place && isMine(place) ? place : null;
}

function findParentId(element: Element, url: URL): string | null {
  const parent = findParent(element);
  return parent && findId(parent, url);
}

function findQuote(element: Element): Element | null {
  return (
    [...element.querySelectorAll(postSelectors.quote)].find((box) =>
      box.querySelector(postSelectors.profile),
    ) ?? null
  );
}

function readQuote(quote: Element): Post['quoted'] | null {
  const link = [...quote.querySelectorAll(postSelectors.profile)].find(
    (one) => !isPathBelowProfile(one),
  );
  const actor = /^\/profile\/([^/]+)/u.exec(link?.getAttribute('href') ?? '')?.[1];
  if (!actor) return null;
  const text = readText(quote.querySelector(postSelectors.text), { keepsLineFeeds: true });
  return { author: safeDecode(actor), text };
}

function isPathBelowProfile(link: Element): boolean {
  return !/^\/profile\/[^/]+\/?$/u.test(link.getAttribute('href') ?? '');
}

function findOwn(element: Element, selector: string): Element | null {
  for (const found of ownAll(element, selector)) return found;
  return null;
}

function* ownAll(element: Element, selector: string): Generator<Element> {
  for (const found of element.querySelectorAll(selector)) {
    const box = found.closest(postSelectors.quote);
    if (!box || box === element || !element.contains(box)) yield found;
  }
}

function follows(one: Element, other: Element): boolean {
  return (other.compareDocumentPosition(one) & 4) !== 0;
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
