import { toIdHost } from '#utils/model/address-id.ts';
import { readLine } from '#utils/sites/dom/read-text.ts';
import { findNumber, own, readHandle, readName, postSelectors } from './parts.ts';

/** `components/post/{embedded,meta-data/reply-to-tab}.gjs`, 2025–2026; the same classes in 2023. */
export const parentSelectors = {
  // The answered post, unfolded above the answer; the last of several is the nearest.
  above: '.embedded-posts.top .reply[data-post-id]',
  // Answers, unfolded below the answered post.
  below: '.embedded-posts.bottom .reply[data-post-id]',
  tab: '.reply-to-tab',
  tabAvatar: 'img.avatar[title]',
};

/**
 * The post that one answers, where the page is certain of it: unfolded above or below, else the only post so far by the
 * person that the tab names, if all posts so far are on the page. No tab means nothing: the forum leaves it out
 * where the answered post stands right above.
 */
export function findParentId(article: Element, url: URL): string | null {
  const id = article.getAttribute('data-post-id');
  const above = [...article.querySelectorAll(parentSelectors.above)].at(-1);
  const below = [...article.ownerDocument.querySelectorAll(parentSelectors.below)]
    .find((reply) => reply.getAttribute('data-post-id') === id)
    ?.closest(postSelectors.post);
  const parent = above ?? below ?? findNamed(article);
  const parentId = parent?.getAttribute('data-post-id') ?? '';
  return /^[1-9]\d*$/u.test(parentId) && parentId !== id ? `${toIdHost(url)}/${parentId}` : null;
}

function findNamed(article: Element): Element | null {
  const tab = own(article, parentSelectors.tab);
  const number = findNumber(article);
  if (!tab || number === null) return null;
  const names = [
    tab.querySelector(parentSelectors.tabAvatar)?.getAttribute('title'),
    readLine(tab),
  ];
  const before = [...article.ownerDocument.querySelectorAll(postSelectors.post)].filter(
    (other) => (findNumber(other) ?? Infinity) < number,
  );
  if (before.length !== number - 1) return null;
  const theirs = before.filter((other) =>
    [readHandle(other), readName(other)].some((name) => name !== '' && names.includes(name)),
  );
  return theirs.length === 1 ? (theirs[0] ?? null) : null;
}
