import { toUrl } from '#utils/sites/dom/address.ts';
import type { PagePosts } from './page-posts.ts';
import { parentOf } from '../dom/neighbors.ts';

const ATTRIBUTES = ['data-reply-to', 'data-in-reply-to', 'data-parent-id', 'data-comment-parent'];
/** Hidden fields of WordPress, Drupal, webmention forms and their like. */
const FIELD = ['in_reply_to', 'in-reply-to', 'reply_to', 'parent', 'parent_id', 'comment_parent']
  .map((name) => `input[name="${name}" i]`)
  .join(', ');
const LINK = 'a.u-in-reply-to, a[rel~="in-reply-to"]';
/** So far up from a box what it answers may be written. */
const LEVELS = 5;

/** The post that a box says in so many words it answers; null for one that is not here, undefined for no word. */
export function findReferred(
  editable: Element,
  page: PagePosts,
  url: URL,
): Element | null | undefined {
  let around: Element | null = editable;
  for (let level = 0; around && level < LEVELS && !around.matches(page.selector); level += 1) {
    const value = readAttribute(around);
    if (value) return findPost(value, page, url);
    const opener = around.id && findOpener(around);
    const holder = opener ? opener.closest(page.selector) : null;
    if (holder && page.posts.includes(holder)) return holder;
    around = parentOf(around);
  }
  const form = editable.closest('form');
  const field = form?.querySelector<HTMLInputElement>(FIELD)?.value.trim();
  const told = field && field !== '0' ? field : form?.querySelector(LINK)?.getAttribute('href');
  return told ? findPost(told, page, url) : undefined;
}

function readAttribute(element: Element): string {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)?.trim();
    if (value) return value;
  }
  return '';
}

function findOpener(box: Element): Element | null {
  const isPlain = /^[\w:.-]+$/u.test(box.id);
  return isPlain ? box.ownerDocument.querySelector(`[aria-controls="${box.id}"]`) : null;
}

/** By id, by the number at the end of an id, by fragment, by address: the first way that finds one. */
function findPost(reference: string, page: PagePosts, url: URL): Element | null {
  const name = reference.replace(/^#/u, '');
  const address = toUrl(reference, url);
  const ways: ((post: Element) => boolean)[] = [
    (post) => post.id === name || post.getAttribute('data-id') === name,
    (post) => /^\d+$/u.test(name) && /(?:^|\D)(\d+)$/u.exec(post.id)?.[1] === name,
    (post) => post.id !== '' && address?.hash === `#${post.id}`,
    (post) => address !== null && toUrl(readAddress(post), url)?.href === address.href,
  ];
  for (const way of ways) {
    const found = page.posts.filter(way);
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

function readAddress(post: Element): string | null {
  const link = post.querySelector('[itemprop~="url"], .u-url');
  return post.getAttribute('itemid') ?? link?.getAttribute('href') ?? null;
}
