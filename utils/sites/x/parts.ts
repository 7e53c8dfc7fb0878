/** The parts of one post on X, and what does not belong to it: a quoted post stands inside the same article. */
import { toUrl } from '../dom/address.ts';

/** 2020 to 2026-10. */
export const postSelectors = {
  post: 'article[data-testid="tweet"]',
  text: '[data-testid="tweetText"]',
  userName: '[data-testid="User-Name"]',
  // A quoted post; link cards are anchors, so that a `div` with this role is never one.
  quote: 'div[role="link"]',
  statusLink: 'a[href*="/status/"]',
};

/** The box of the post that this one quotes, or null. */
export function findQuote(post: Element): Element | null {
  const { quote, userName } = postSelectors;
  for (const box of post.querySelectorAll(quote)) if (box.querySelector(userName)) return box;
  return null;
}

/** All matches that belong to the post itself, not to a quoted or nested one. */
export function findOwnAll(post: Element, selector: string): Element[] {
  return [...post.querySelectorAll(selector)].filter((part) => {
    const border = part.parentElement?.closest(`${postSelectors.quote}, article`);
    return !border || border === post || !post.contains(border);
  });
}

/** The first of them, or null. */
export function findOwn(post: Element, selector: string): Element | null {
  return findOwnAll(post, selector)[0] ?? null;
}

/** The link of the post's own time: its permanent address. Advertisements have none. */
export function findStatusLink(post: Element): Element | null {
  const links = findOwnAll(post, postSelectors.statusLink);
  return links.find((link) => link.querySelector('time')) ?? null;
}

/** The hosts of X, old and new, wide and narrow. */
export function isXHost(host: string): boolean {
  return /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/u.test(host);
}

/** Author and id from the address of a post; null for any other link. */
export function readStatusPath(
  link: Element | null,
  base: URL,
): { handle: string; id: string } | null {
  const url = toUrl(link?.getAttribute('href'), base);
  if (!url || !isXHost(url.hostname)) return null;
  const parts = /^\/(\w+|i\/web)\/status\/(\d+)/u.exec(url.pathname);
  return parts?.[1] && parts[2] ? { handle: parts[1], id: parts[2] } : null;
}

/** The id of the post that a page is about; null where it is about none. */
export function toStatusId(url: URL): string | null {
  return /^\/(?:\w+|i\/web)\/status\/(\d+)/u.exec(url.pathname)?.[1] ?? null;
}
