/** Reads a comment of Facebook, or an answer to one. */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import { cleanLine } from '../dom/clean-text.ts';
import { readLine } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { readCommentLink, type CommentLink } from './address.ts';
import { findOwn, findOwnAll, findPostOf, isBefore, isComment, partSelectors } from './parts.ts';
import { isCut, readAuthor, readBody, readPostId, type FacebookAuthor } from './post.ts';
import { toCommentKind } from './words.ts';

/** See `SiteAdapter.readPost`. */
export function readFacebookComment(element: Element, url: URL): Post | null {
  const body = findBody(element);
  const author = readCommentAuthor(element, url);
  const text = readBody(body);
  const link = readOwnLink(element, url);
  return toPost({
    site: 'facebook',
    id: link?.id ?? toTextId(author, text),
    handle: author?.handle,
    name: author?.name,
    text,
    permalink: link?.isOwn ? link.address : null,
    parentId: readParentId(element, link, url),
    lang: body?.getAttribute('lang'),
    truncated: isCut(body, text),
  });
}

/** The link of the comment's time, else that of its author, which names the comment too. */
function readOwnLink(element: Element, url: URL): CommentLink | null {
  const links = findOwnAll(element, partSelectors.commentLink)
    .map((link) => readCommentLink(link.getAttribute('href'), url))
    .filter((link) => link !== null);
  return links.find(({ isOwn }) => isOwn) ?? links[0] ?? null;
}

function toTextId(author: FacebookAuthor | null, text: string): string | null {
  return author && text ? `~${toHash(`${author.handle}\n${cleanLine(text)}`)}` : null;
}

/** The first account linked; people without a profile to link are named, in the article's label as well. */
function readCommentAuthor(element: Element, url: URL): FacebookAuthor | null {
  const body = findBody(element);
  const links = findOwnAll(element, partSelectors.link);
  const linked = readAuthor(
    links.filter((link) => !body || isBefore(link, body)),
    url,
  );
  if (linked) return linked;
  const label = cleanLine(element.getAttribute('aria-label') ?? '');
  const named = findOwnAll(element, partSelectors.body)
    .filter((line) => line !== body)
    .map((line) => readLine(line))
    .find((line) => line.length > 1 && label.includes(line));
  return named ? { handle: named, name: named } : null;
}

/** The first text of the comment; a translation of it follows in a second. */
function findBody(element: Element): Element | null {
  const line = findOwn(element, partSelectors.bodyLine);
  const body = line?.closest(partSelectors.body);
  return body && element.contains(body) ? body : line;
}

/** The comment that the address names, else for an answer the nearest comment above; for a comment its post. */
function readParentId(element: Element, link: CommentLink | null, url: URL): string | null {
  if (link?.parentId) return link.parentId;
  const post = findPostOf(element);
  if (!post) return null;
  if (toCommentKind(element.getAttribute('aria-label')) !== 'reply') return readPostId(post, url);
  const above = [...post.querySelectorAll(partSelectors.article)].findLast(
    (one) =>
      isBefore(one, element) &&
      isComment(one) &&
      toCommentKind(one.getAttribute('aria-label')) === 'comment',
  );
  return above ? (readOwnLink(above, url)?.id ?? null) : null;
}
