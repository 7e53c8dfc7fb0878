/** Trustpilot's public pages. Companies answer in its business app, which is another site. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { eachOnce } from './dom/each-once.ts';
import { readOnly } from './dom/read-only.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** Test hooks, unchanged for years; seen 2023-05 in a saved page, in nine sources until 2026. */
const selectors = {
  card: 'article[data-service-review-card-paper]',
  link: 'a[href*="/reviews/"]',
  author: 'a[href*="/users/"]',
  name: '[data-consumer-name-typography]',
  title: '[data-service-review-title-typography]',
  text: '[data-service-review-text-typography]',
  time: 'time[data-service-review-date-time-ago], time[datetime]',
  content: '[data-review-content]',
};

export const trustpilotAdapter: SiteAdapter = {
  ...readOnly,
  id: 'trustpilot',
  selectors: { page: selectors },
  pageKind: toPageKind,
  // A carousel of samples, with texts cut short, stands above the list.
  findPosts: (root) =>
    eachOnce(root, selectors.card, 'last', readId).filter((card) => !isOnHiddenScreen(card)),
  readPost,
  mountPoint: findMountPoint,
};

function toPageKind(url: URL): PageKind {
  const [first] = url.pathname.split('/').filter(Boolean);
  if (first === 'reviews') return 'thread';
  if (first === 'users') return 'profile';
  if (first === 'search' || first === 'categories') return 'search';
  return first === 'review' ? 'feed' : 'other';
}

function readPost(card: Element, url: URL): Post | null {
  const id = readId(card);
  const author = card.querySelector(selectors.author)?.getAttribute('href') ?? '';
  const user = /\/users\/([0-9a-f]{24})(?![0-9a-f])/u.exec(author)?.[1];
  const name = readLine(card.querySelector(selectors.name));
  return toPost({
    site: 'trustpilot',
    id,
    handle: user ?? name,
    name: user && name,
    title: readLine(card.querySelector(selectors.title)),
    text: readText(card.querySelector(selectors.text)),
    permalink: `${url.origin}/reviews/${id}`,
    time: card.querySelector(selectors.time)?.getAttribute('datetime'),
  });
}

/** The number of a review, one in all languages. */
function readId(card: Element): string | null {
  const href = card.querySelector(selectors.link)?.getAttribute('href') ?? '';
  return /\/reviews\/([0-9a-f]{24})(?![0-9a-f])/u.exec(href)?.[1] ?? null;
}

function findMountPoint(card: Element): MountPoint {
  const content = card.querySelector(selectors.content);
  return content ? { anchor: content, where: 'after' } : { anchor: card, where: 'append' };
}

/*
 * Pages to try: https://www.trustpilot.com/review/www.trustpilot.com · a review of its own there ·
 * https://de.trustpilot.com/review/www.trustpilot.com
 */
