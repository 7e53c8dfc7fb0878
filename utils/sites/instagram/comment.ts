/** A comment of Instagram, or an answer to one. Its number in its address is its id. */
import type { Post } from '#utils/model/post.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { readInstagramLink, readProfile, toPermalink } from './address.ts';
import { findNames, findTimeLinks, findWords, partSelectors } from './parts.ts';

/** Reads one comment; null when the part holds none. */
export function readInstagramComment(part: Element, url: URL): Post | null {
  const link = findTimeLinks(part)[0];
  const path = readInstagramLink(link);
  const name = findNames(part)[0];
  if (!link || !path?.commentId || !name) return null;
  const words = findWords(name, part.ownerDocument.body);
  const isOwn = words !== null && part.contains(words.part);
  return toPost({
    site: 'instagram',
    id: path.answerId ?? path.commentId,
    handle: readProfile(name),
    text: isOwn ? words.text : '',
    permalink: toPermalink(link, url),
    time: link.querySelector(partSelectors.time)?.getAttribute('datetime'),
    parentId: path.answerId ? path.commentId : path.code,
    truncated: isOwn && words.isCut,
  });
}
