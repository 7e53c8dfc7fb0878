import type { PageKind } from '../adapter.ts';

const FEEDS = new Set([
  '',
  'hot',
  'new',
  'top',
  'rising',
  'best',
  'controversial',
  'popular',
  'all',
]);

/** True for the hosts that serve posts; advertisers' and developers' sites have others. */
export function isRedditHost(host: string): boolean {
  return /^(?:(?:www|old|new|np|sh|m|i|[a-z]{2})\.)?reddit\.com$/u.test(host);
}

/** What kind of page an address of either Reddit is. */
export function toRedditPageKind(url: URL): PageKind {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first = '', , third] = parts;
  if (parts.includes('comments')) return 'thread';
  if (first === 'search' || parts.includes('search')) return 'search';
  if (first === 'user' || first === 'u') return 'profile';
  if (first === 'r') return third === undefined || FEEDS.has(third) ? 'feed' : 'other';
  return FEEDS.has(first) ? 'feed' : 'other';
}

/** The fullname of the post that a thread page is about; null on any other page. */
export function toThreadPostId(url: URL): string | null {
  const id = /\/comments\/([a-z0-9]+)/iu.exec(url.pathname)?.[1];
  return id ? `t3_${id.toLowerCase()}` : null;
}

/** True for a name that stands for nobody any more. */
export function isDeletedAuthor(name: string | null | undefined): boolean {
  return !name || name === '[deleted]' || name === '[removed]';
}

/** True for the id of a post (`t3_…`) or a comment (`t1_…`). */
export function isFullname(id: string | null): id is string {
  return id !== null && /^t[13]_[a-z0-9]+$/iu.test(id);
}
