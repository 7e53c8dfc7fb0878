/**
 * A comment of TikTok, or an answer to one. The page shows neither its number nor when exactly it was written, so its
 * id is made of the video, the author and the words; of an answer, also of the comment it answers, because a brand
 * often answers several in the same words.
 */
import type { Post } from '#utils/model/post.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { toHash } from '#utils/text/hash.ts';
import { readProfile, toVideoPath } from './address.ts';
import { readPlayer, videoSelectors } from './video.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Nine sources, 2023 to 2026; on the page of a video and in the panel beside the feed. */
export const commentSelectors = {
  text: '[data-e2e^="comment-level-"]',
  first: '[data-e2e="comment-level-1"]',
  name: '[data-e2e^="comment-username-"]',
  profile: 'a[href*="/@"]',
};

/** The part of the page that holds one comment: its words and its author's name. */
export function findCommentPart(text: Element): Element | null {
  for (let part = parentOf(text); part; part = parentOf(part)) {
    if (part.querySelectorAll(commentSelectors.text).length > 1) return null;
    if (findAuthor(part)) return part;
  }
  return null;
}

/** The words of the comment that a part holds. */
export function findText(part: Element): Element | null {
  return part.querySelector(commentSelectors.text);
}

/** Reads one comment; null when the part holds none. */
export function readComment(part: Element, url: URL): Post | null {
  const read = readParts(part);
  if (!read) return null;
  const videoId = toVideoPath(url)?.id ?? findOnlyVideo(part.ownerDocument);
  const toId = (hash: string) => `${videoId ?? '~'}/${hash}`;
  const isFirst = findText(part)?.matches(commentSelectors.first);
  const answered = isFirst ? null : findAnswered(part);
  return toPost({
    site: 'tiktok',
    id: toId(answered ? toHash(`${read.words}\n${answered}`) : toHash(read.words)),
    handle: read.handle,
    name: read.name,
    text: read.text,
    // The address of the video is not that of a comment: what is erased by its address must not take all comments.
    permalink: null,
    parentId: isFirst ? videoId : answered && toId(answered),
  });
}

function readParts(
  part: Element,
): { handle: string; name: string; text: string; words: string } | null {
  const author = findAuthor(part);
  const handle = readProfile(author);
  const text = readText(findText(part), { skip: 'button, [role="button"]' });
  if (!handle || !text) return null;
  const name = readLine(part.querySelector(commentSelectors.name) ?? author);
  return { handle, name, text, words: `${handle}\n${cleanLine(text)}` };
}

/** The link to the author; those in the words are mentions. */
function findAuthor(part: Element): Element | null {
  const mark = part.querySelector(commentSelectors.name);
  const link = mark?.closest('a') ?? mark?.querySelector('a');
  if (readProfile(link)) return link ?? null;
  const text = findText(part);
  const links = [...part.querySelectorAll(commentSelectors.profile)];
  return links.find((one) => !text?.contains(one) && readProfile(one) !== null) ?? null;
}

/** What tells the comment above the answers that this one stands among; null when it cannot be told. */
function findAnswered(part: Element): string | null {
  for (let thread = parentOf(part); thread; thread = parentOf(thread)) {
    const [first, other] = thread.querySelectorAll(commentSelectors.first);
    if (other) return null;
    const answered = first && findCommentPart(first);
    const read = answered && readParts(answered);
    if (first) return read ? toHash(read.words) : null;
  }
  return null;
}

/** The video of a page whose address names none, if it plays only one. */
function findOnlyVideo(doc: Document): string | null {
  const players = [...doc.querySelectorAll(videoSelectors.player)];
  const ids = new Set(players.map(readPlayer));
  const [id] = ids;
  return ids.size === 1 ? (id ?? null) : null;
}
