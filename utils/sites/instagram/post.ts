/** A post of Instagram: an article, or the whole screen where a page shows nothing else. */
import type { Post } from '#utils/model/post.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { readInstagramLink, readProfile, toPermalink } from './address.ts';
import { isAdvertisement } from './advertisement.ts';
import { findNames, findTimeLinks, findWords, partSelectors } from './parts.ts';

/** Reads one post; null where it has no address of its own (advertisements, empty screens). */
export function readInstagramPost(root: Element, url: URL): Post | null {
  const link = findPostLink(root);
  const path = readInstagramLink(link);
  if (!link || !path) return null;
  const names = findNames(root);
  const handle = path.owner ?? (names[0] && readProfile(names[0]));
  const caption = handle ? readCaption(root, names, handle) : null;
  return toPost({
    site: 'instagram',
    id: path.code,
    handle,
    text: caption?.text ?? '',
    permalink: toPermalink(link, url),
    time: link.querySelector(partSelectors.time)?.getAttribute('datetime'),
    truncated: caption?.isCut ?? false,
    promoted: isAdvertisement(root),
  });
}

/** The link of the post's own time, not of a comment's. */
export function findPostLink(root: Element): Element | null {
  return findTimeLinks(root).find((link) => readInstagramLink(link)?.commentId === null) ?? null;
}

/** True for an element that stands for a whole post. */
export function isPostRoot(element: Element): boolean {
  return element.matches(`${partSelectors.article}, ${partSelectors.screen}`);
}

/**
 * The caption looks like a comment of the author. On a post's page its time links nowhere; in a feed it has none and
 * comes second, after the author's name in the header.
 */
function readCaption(
  root: Element,
  names: Element[],
  handle: string,
): { text: string; isCut: boolean } | null {
  const own = names.filter((name) => readProfile(name) === handle && readLine(name) === handle);
  for (const name of own) {
    const words = findWords(name, root);
    if (words && hasLooseTime(words.part)) return words;
  }
  const title = root.querySelector(partSelectors.title);
  if (title) return { text: readText(title, { keepsLineFeeds: true }), isCut: false };
  if (!root.matches(partSelectors.article)) return null;
  for (const name of own.slice(1)) {
    const words = findWords(name, root);
    if (words && !words.part.querySelector(partSelectors.time)) return words;
  }
  return null;
}

function hasLooseTime(part: Element): boolean {
  const time = part.querySelector(partSelectors.time);
  return time !== null && time.closest(partSelectors.link) === null;
}
