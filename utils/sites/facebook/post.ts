/** Reads a post of Facebook: its header, its text, and the post that it shares. */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import { cleanLine } from '../dom/clean-text.ts';
import { readLine, readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { readPostLink, toProfileHandle, type PostLink } from './address.ts';
import { findOwnAll, isBefore, isComment, partSelectors } from './parts.ts';
import { isSponsoredLabel } from './words.ts';

export interface FacebookAuthor {
  handle: string;
  name: string;
}

/** Enough of a post to tell it from its author's others, and always shown. */
const TELLING_LENGTH = 100;

/** What belongs to the post itself, and what to the post that it shares, which has a name and a text as well. */
interface Layout {
  name: Element | undefined;
  message: Element | undefined;
  sharedName: Element | undefined;
  sharedMessage: Element | undefined;
  /** Links above the text. */
  header: Element[];
}

/** See `SiteAdapter.readPost`. */
export function readFacebookPost(element: Element, url: URL): Post | null {
  const layout = readLayout(element);
  const author = readPostAuthor(layout, url);
  const text = readBody(layout.message);
  const link = readHeaderLink(layout, url);
  return toPost({
    site: 'facebook',
    id: toPostId(link, author, text),
    handle: author?.handle,
    name: author?.name,
    text,
    permalink: link?.address ?? null,
    quoted: readShared(layout, url),
    truncated: isCut(layout.message, text),
    promoted: layout.header.some(isSponsored),
  });
}

/** The id of a post, which its comments name as their parent. */
export function readPostId(element: Element, url: URL): string | null {
  return readFacebookPost(element, url)?.id ?? null;
}

function readLayout(element: Element): Layout {
  const [name, sharedName] = findOwnAll(element, partSelectors.name);
  const messages = findOwnAll(element, partSelectors.message);
  const isShared = (message: Element) => sharedName !== undefined && isBefore(sharedName, message);
  const message = messages.find((one) => !isShared(one));
  const sharedMessage = messages.find(isShared);
  const end = message ?? sharedName;
  return { name, message, sharedName, sharedMessage, header: findHeader(element, end) };
}

/** The links before the text, else before the shared post, else before the comments. */
function findHeader(element: Element, end: Element | undefined): Element[] {
  const header: Element[] = [];
  for (const link of element.querySelectorAll(partSelectors.link)) {
    const article = link.closest(partSelectors.article);
    const isBeyond = end
      ? !isBefore(link, end)
      : article !== null && article !== element && isComment(article);
    if (isBeyond) break;
    header.push(link);
  }
  return header;
}

/** The account in the name, else the one below it (in a group the name is the group's), else the first. */
function readPostAuthor({ name, header }: Layout, url: URL): FacebookAuthor | null {
  const inName = header.filter((link) => name?.contains(link));
  const after = header.filter((link) => !name || (isBefore(name, link) && !name.contains(link)));
  return readAuthor(inName, url) ?? readAuthor(after, url) ?? readUnlinked(name);
}

function readUnlinked(name: Element | undefined): FacebookAuthor | null {
  const text = name && !name.querySelector(partSelectors.link) ? readLine(name) : '';
  return text ? { handle: text, name: text } : null;
}

/** The account that the first of these links leads to, with the name that one of them shows. */
export function readAuthor(links: readonly Element[], url: URL): FacebookAuthor | null {
  const handleOf = (link: Element) => toProfileHandle(link.getAttribute('href'), url);
  const first = links.find((link) => handleOf(link) !== null);
  const handle = first && handleOf(first);
  if (!handle) return null;
  const names = links.filter((link) => handleOf(link) === handle).map((link) => readLine(link));
  return { handle, name: names.find((name) => name !== '') ?? '' };
}

function readHeaderLink({ header }: Layout, url: URL): PostLink | null {
  for (const link of header) {
    const found = readPostLink(link.getAttribute('href'), url);
    if (found) return found;
  }
  return null;
}

/**
 * The number in its address. Many addresses are only there while the pointer is over them, or hold a token of the
 * session: then who wrote what stands for the post, which is the same for all who read it.
 */
function toPostId(
  link: PostLink | null,
  author: FacebookAuthor | null,
  text: string,
): string | null {
  if (link?.id) return link.id;
  const start = [...cleanLine(text).replace(/\s*(?:…|\.{3})$/u, '')].slice(0, TELLING_LENGTH);
  if (author && start.length > 0) return `~${toHash(`${author.handle}\n${start.join('')}`)}`;
  return link?.token ?? null;
}

function readShared(layout: Layout, url: URL): { author: string; text: string } | null {
  const { sharedName, sharedMessage } = layout;
  if (!sharedName) return null;
  const links = [...sharedName.querySelectorAll(partSelectors.link)];
  const author = readAuthor(links, url)?.handle ?? readLine(sharedName);
  return { author, text: readBody(sharedMessage) };
}

/** The text of a post or comment, without the controls in it. */
export function readBody(element: Element | null | undefined): string {
  return readText(element, { skip: partSelectors.control });
}

/** Facebook leaves out the rest of a long text, and ends it in dots before "See more". */
export function isCut(element: Element | null | undefined, text: string): boolean {
  return Boolean(element?.querySelector(partSelectors.control)) && /(?:…|\.{3})$/u.test(text);
}

/** The label of an advertisement stands where others have the time, often by reference or in scattered letters. */
function isSponsored(link: Element): boolean {
  if (/^(?:https:\/\/(?:www\.)?facebook\.com)?\/ads\/about/u.test(link.getAttribute('href') ?? ''))
    return true;
  const named = link.getAttribute('aria-labelledby');
  const label = named ? link.ownerDocument.getElementById(named) : null;
  return [link.getAttribute('aria-label') ?? '', readLine(link), readLine(label)].some(
    isSponsoredLabel,
  );
}
