/** Yelp's pages of businesses, in every country. Owners answer on biz.yelp.com. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { eachOnce } from './dom/each-once.ts';
import { findNamedLink } from './dom/named-link.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/**
 * Classes are hashed; what lasts is the link to the author and that the site declares the language of each text (read
 * in six sources of 2018 to 2026). In no saved page.
 */
const selectors = {
  card: 'li',
  author: 'a[href*="/user_details?userid="]',
  text: 'p[lang], p [lang]',
  link: 'a[href*="hrid="]',
  // Whoever wrote something and rated the business with it; questions and photos have no rating.
  holder: 'li:has(a[href*="/user_details?userid="]):has([role="img"][aria-label])',
};

export const yelpAdapter: SiteAdapter = {
  ...readOnly,
  id: 'yelp',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    eachOnce(root, selectors.card, 'first', readUser).filter((card) => !isOnHiddenScreen(card)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const [first] = url.pathname.split('/').filter(Boolean);
  if (first === 'search') return 'search';
  if (first === 'biz') return 'feed';
  return first === 'user_details' ? 'profile' : 'other';
}

/** A person has one review of a business, which later ones replace: the two together name it. */
function readPost(card: Element, url: URL): Post | null {
  const user = readUser(card);
  const business = toBusiness(url.pathname);
  const text = findOwn(card, selectors.text);
  if (!user || !business || !text) return null;
  return toPost({
    site: 'yelp',
    id: `${business}/${user}`,
    handle: user,
    name: readLine(findNamedLink(card.querySelectorAll(selectors.author))),
    text: readText(text),
    permalink: toPermalink(card, business, url),
    lang: text.getAttribute('lang'),
  });
}

/** The account of who wrote the review that a list item is; null for any other item. */
function readUser(card: Element): string | null {
  const author = findOwn(card, selectors.author);
  if (!author || !findOwn(card, selectors.text)) return null;
  const href = author.getAttribute('href') ?? '';
  return /[?&]userid=([\w-]{22})(?![\w-])/u.exec(href)?.[1] ?? null;
}

/** The first match that stands in no list item within this one. */
function findOwn(card: Element, selector: string): Element | null {
  for (const part of card.querySelectorAll(selector)) {
    if (part.closest(selectors.card) === card) return part;
  }
  return null;
}

function toBusiness(path: string): string | null {
  return /^\/biz\/([^/]+)/u.exec(path)?.[1] ?? null;
}

/** The address that a review is shared by, where the page has it. */
function toPermalink(card: Element, business: string, url: URL): string | null {
  const address = toUrl(card.querySelector(selectors.link)?.getAttribute('href'), url);
  const review = address?.searchParams.get('hrid') ?? '';
  const isHere = address?.host === url.host && toBusiness(address.pathname) === business;
  return isHere && /^[\w-]{22}$/u.test(review)
    ? `${url.origin}/biz/${business}?hrid=${review}`
    : null;
}

function findMountPoint(card: Element): MountPoint {
  const text = findOwn(card, selectors.text)?.closest('p');
  return text ? { anchor: text, where: 'after' } : { anchor: card, where: 'append' };
}

/*
 * Pages to try: any business on www.yelp.com · one on www.yelp.de · one with an answer of its owner
 */
