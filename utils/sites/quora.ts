/** Answers on Quora, in every language. What is answered goes into its own editor by the clipboard. */
import { toAddressId } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { decodePart, findNamedLink } from './dom/named-link.ts';
import { parentOf } from './dom/neighbors.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** Names that its own measuring goes by, among classes of style; read in eight sources of 2020 to 2026. */
const selectors = {
  answer: '.spacing_log_answer_content',
  author: 'a[href*="/profile/"]',
  link: 'a[href*="/answer/"]',
  title: '.puppeteer_test_question_title',
  more: '.qt_read_more',
  advertisement: '[class*="dom_annotate_ad_"]',
};

/** So far up from a text its author and its address are looked for. */
const LEVELS = 12;

export const quoraAdapter: SiteAdapter = {
  ...readOnly,
  id: 'quora',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.answer)].filter(
      (answer) => !isOnHiddenScreen(answer) && findHolder(answer) !== null,
    ),
  readPost,
  mountPoint: (answer): MountPoint => ({ anchor: answer, where: 'after' }),
};

function toPageKind(url: URL): PageKind {
  const [first, second] = url.pathname.split('/').filter(Boolean);
  if (first === undefined || first === 'following' || first === 'topic') return 'feed';
  if (first === 'search') return 'search';
  if (first === 'profile') return 'profile';
  if (['answer', 'spaces', 'notifications', 'about', 'contact'].includes(first)) return 'other';
  return second === undefined || second === 'answer' ? 'thread' : 'other';
}

function readPost(answer: Element, url: URL): Post | null {
  const holder = findHolder(answer);
  const author = holder && findAuthor(holder, answer);
  const address = toUrl(holder?.querySelector(selectors.link)?.getAttribute('href'), url);
  if (!holder || !author || !address) return null;
  // What follows `/answer/…` are its comments, its log, marks of where a visit came from.
  const path = /^.*?\/answer\/[^/]+/u.exec(address.pathname)?.[0];
  if (!path) return null;
  const own = new URL(path, address.origin);
  const profile = toUrl(author.getAttribute('href'), url)?.pathname ?? '';
  const title = holder.querySelector(selectors.title) ?? findPageTitle(answer);
  return toPost({
    site: 'quora',
    id: toAddressId(own),
    handle: decodePart(/\/profile\/([^/]+)/u.exec(profile)?.[1] ?? ''),
    name: readLine(author),
    title: readLine(title),
    text: readText(answer, { skip: `button, ${selectors.more}` }),
    permalink: own.href.length <= 2_000 ? own.href : null,
    truncated: holder.querySelector(selectors.more) !== null,
    promoted: answer.closest(selectors.advertisement) !== null,
  });
}

/** The smallest part around an answer that says who wrote it and where it stands, and holds no other answer. */
function findHolder(answer: Element): Element | null {
  let holder = parentOf(answer);
  for (let level = 0; holder && level < LEVELS; level += 1, holder = parentOf(holder)) {
    if (holder.querySelectorAll(selectors.answer).length > 1) return null;
    if (holder.querySelector(selectors.link) && findAuthor(holder, answer)) return holder;
  }
  return null;
}

/** The author's link with a name in it, which stands before the text; people are mentioned within it. */
function findAuthor(holder: Element, answer: Element): Element | null {
  const links = [...holder.querySelectorAll(selectors.author)];
  return findNamedLink(links.filter((link) => (answer.compareDocumentPosition(link) & 2) !== 0));
}

/** The question of a page that has only one. */
function findPageTitle(answer: Element): Element | null {
  const titles = answer.ownerDocument.querySelectorAll(selectors.title);
  return titles.length === 1 ? (titles[0] ?? null) : null;
}

/*
 * Pages to try: https://www.quora.com/What-is-Quora · one answer there · https://de.quora.com/ (signed in)
 */
