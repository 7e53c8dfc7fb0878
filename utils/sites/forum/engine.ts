/**
 * One adapter for the forum engines, which differ in markup rather than in kind: posts in a row, quotes in them, one
 * box for the whole thread. An engine says where things stand; what they mean is told here.
 *
 * The box answers the post that its draft quotes; without a quote it answers the one that opened the thread, where
 * the page shows that.
 */
import { dropTracking, toIdHost } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { MountPoint, PageKind, SiteAdapter } from '../adapter.ts';
import { toAbsoluteUrl, toUrl } from '../dom/address.ts';
import { readLine } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { keepShown } from '../dom/visibility.ts';
import { findBoxes, findComposer, findSend } from './composer.ts';
import { isFirstPage } from './page-kind.ts';
import { findOwn, ownParts, pick } from './parts.ts';
import { findQuoteTags, readBody } from './quotes.ts';
import type { ForumSelectors } from './selectors.ts';

/** Who wrote a post, as an engine tells. */
interface Author {
  handle: string;
  name?: string;
}

export interface ForumEngine {
  id: SiteId;
  selectors: ForumSelectors;
  pageKind(url: URL): PageKind;
  /** What tells a post from all others of its forum: mostly a number. */
  readKey(post: Element): string | null;
  /** The name in front of every key, where a host may hold several forums; empty by itself. */
  readBase?(doc: Document): string;
  /** Handle and shown name, where the text of `author` is not all of it. */
  readAuthor?(post: Element): Author;
  /** ISO date with its zone, where it is no `datetime` of `time`. */
  readTime?(post: Element): string | null;
  /** The address of a post whose page shows no link to it. */
  toPermalink?(key: string, url: URL, post: Element): string | null;
  /** The key of the post that a post says it answers; undefined where it says nothing. */
  readParentKey?(post: Element): string | null | undefined;
  /** The key of the post that a quote comes from, in a post as in a rich editor. */
  readQuotedKey(quote: Element): string | null;
  /** Who is quoted, where head line and attributes do not tell. */
  readQuoteAuthor?(quote: Element): string | null;
  /** Finds the key of the quoted post in the `[quote …]` of a plain editor: the first group. */
  quoteTag?: RegExp;
  /** The keys of the posts that a plain editor quotes in another way; null for a quote of unknown origin. */
  readDraftKeys?(draft: string): (string | null)[];
  /** The key of the post that a form names; undefined: it names none, null: it is not for an answer. */
  readFormKey?(form: Element, url: URL): string | null | undefined;
  /** False for pages that show posts in another order, or only some of them. */
  isThread?(doc: Document): boolean;
  /** The post that opened the thread, where the page marks it; else it is told by its place. */
  findOpening?(doc: Document): Element | null;
  /** True where the page shows only the beginning of a post. */
  isCut?(post: Element): boolean;
  readAccount?(doc: Document): string | null;
}

const ZONED = /T.*(?:Z|[+-]\d{2}:?\d{2})$/iu;

/** The adapter of an engine. */
export function createForumAdapter(engine: ForumEngine): SiteAdapter {
  const { selectors } = engine;
  const pageNumbers = new WeakMap<Element, { asked: string; number: number }>();

  /** Some forums show a post twice, as the answer that helped and then in its place, which counts. */
  const findPosts = (root: ParentNode): Element[] => {
    const shown = keepShown(root.querySelectorAll(selectors.post)).map(
      (post) => [post, engine.readKey(post)] as const,
    );
    const last = new Map(shown.map(([post, key]) => [key, post]));
    return shown.flatMap(([post, key]) => (key === null || last.get(key) === post ? [post] : []));
  };

  const own = (post: Element, selector: string) => findOwn(post, selector, selectors.post);

  const toId = (key: string | null | undefined, doc: Document, url: URL): string | null =>
    key ? `${toIdHost(url)}${engine.readBase?.(doc) ?? ''}/${key}` : null;

  const findOpening = (doc: Document, url: URL): Element | null => {
    if (engine.findOpening) return engine.findOpening(doc);
    const first = doc.querySelector(selectors.post);
    if (engine.isThread?.(doc) === false) return null;
    if (!first) return null;
    // Posts that are counted stand in a thread, whatever the address of the page looks like.
    const position = readNumber(own(first, selectors.position));
    if (position !== null) return position === 1 ? first : null;
    const kind = engine.pageKind(url);
    if (kind !== 'thread' && kind !== 'other') return null;
    return isFirstPage(url) && readPageNumber(first, url) === 1 ? first : null;
  };

  /** The number of the page that begins with this post. Asked for each post, where it may cost a walk through them all. */
  const readPageNumber = (first: Element, { href }: URL): number => {
    const asked = `${href} ${selectors.currentPage}`;
    const known = pageNumbers.get(first);
    if (known?.asked === asked) return known.number;
    const number = readNumber(first.ownerDocument.querySelector(selectors.currentPage)) ?? 1;
    pageNumbers.set(first, { asked, number });
    return number;
  };

  const readPost = (post: Element, url: URL): Post | null => {
    const doc = post.ownerDocument;
    const body = own(post, selectors.body);
    const key = engine.readKey(post);
    if (!body || !key) return null;
    const author: Author = engine.readAuthor?.(post) ?? {
      handle: readLine(own(post, selectors.author)),
    };
    const time = engine.readTime?.(post) ?? own(post, selectors.time)?.getAttribute('datetime');
    const { text, quoted, quote } = readBody(body, selectors, engine.readQuoteAuthor);
    const opening = findOpening(doc, url);
    const parentKey = readParentKey(post, quote, opening);
    return toPost({
      site: engine.id,
      id: toId(key, doc, url),
      handle: author.handle,
      name: author.name === author.handle ? null : author.name,
      text,
      title: opening === post ? readLine(doc.querySelector(selectors.title)) : null,
      permalink: readPermalink(post, key, url),
      // Without a zone it is the forum's own time, or the reader's: nobody knows.
      time: ZONED.test(time ?? '') ? time : null,
      parentId: parentKey === key ? null : toId(parentKey, doc, url),
      lang: body.closest('[lang]:not(html)')?.getAttribute('lang'),
      quoted,
      truncated: engine.isCut?.(post) ?? false,
    });
  };

  const readPermalink = (post: Element, key: string, url: URL): string | null => {
    const number = pick(/(\d+)$/u, key) ?? key;
    const base = findBase(post.ownerDocument, url);
    // Posts link to other posts as well; a link to themselves has their number.
    const isOwn = (one: string) => one.split(/\D+/u).includes(number) || one.endsWith(number);
    for (const part of ownParts(post, selectors.post)) {
      if (!part.matches(selectors.permalink)) continue;
      const link = toAbsoluteUrl(part.getAttribute('href'), base);
      if (link && isOwn(link)) return dropSession(link);
    }
    const address = engine.toPermalink?.(key, url, post) ?? null;
    return address && dropSession(address);
  };

  /** What a post says it answers, else where its quote comes from; without either, the post that opened the thread. */
  const readParentKey = (post: Element, quote: Element | null, opening: Element | null) => {
    const told = engine.readParentKey?.(post);
    if (told !== undefined) return told;
    if (quote) return engine.readQuotedKey(quote);
    return opening && opening !== post ? engine.readKey(opening) : null;
  };

  const findByKey = (doc: Document, key: string): Element | null =>
    findPosts(doc).find((post) => engine.readKey(post) === key) ?? null;

  const findReplyTarget = (editable: Element, url: URL): Element | null => {
    const composer = findComposer(editable, selectors);
    if (!composer) return null;
    const { form, box } = composer;
    const doc = form.ownerDocument;
    const told = engine.readFormKey?.(form, url);
    if (told !== undefined) return told === null ? null : findByKey(doc, told);
    // What stands in a post and names none edits it, or is for something else.
    if (form.closest(selectors.post)) return null;
    const keys = new Set(readDraftKeys(box));
    if (keys.size > 1) return null;
    const [key] = keys;
    if (key === undefined) return findOpening(doc, url);
    return key === null ? null : findByKey(doc, key);
  };

  /** The keys of all posts that a draft quotes; null for a quote that does not say of which. */
  const readDraftKeys = (box: HTMLElement): (string | null)[] => {
    if ('value' in box && typeof box.value === 'string') {
      if (engine.readDraftKeys) return engine.readDraftKeys(box.value);
      const { quoteTag } = engine;
      return findQuoteTags(box.value).map((tag) => quoteTag?.exec(tag)?.[1] ?? null);
    }
    const quotes = [...box.querySelectorAll(selectors.quote)]
      .filter((quote) => !quote.parentElement?.closest(selectors.quote))
      .map((quote) => engine.readQuotedKey(quote));
    // Some rich editors leave BBCode as it is.
    const tags = engine.quoteTag ? findQuoteTags(box.textContent ?? '') : [];
    return [...quotes, ...tags.map((tag) => engine.quoteTag?.exec(tag)?.[1] ?? null)];
  };

  return {
    id: engine.id,
    selectors: { page: selectors },
    pageKind: (url) => engine.pageKind(url),
    findPosts,
    readPost,
    mountPoint: (post) => toMountPoint(post, own(post, selectors.body)),
    findReplyBox(post, url) {
      const boxes = findBoxes(post.ownerDocument, selectors).filter(
        (box) => findReplyTarget(box, url) === post,
      );
      return boxes.find((box) => box.contains(box.ownerDocument.activeElement)) ?? boxes[0] ?? null;
    },
    findReplyTarget,
    findSubmit: (box) => findSend(box, selectors),
    findAccount: (doc) =>
      (engine.readAccount
        ? engine.readAccount(doc)
        : readLine(doc.querySelector(selectors.account))) || null,
    characterRule: () => ({ count: 'graphemes', limit: null }),
  };
}

/** Below what was written, in a table within its cell. */
function toMountPoint(post: Element, body: Element | null): MountPoint | null {
  if (!body) return null;
  if (body.matches('td, th, li')) return { anchor: body, where: 'append' };
  return body === post ? { anchor: post, where: 'append' } : { anchor: body, where: 'after' };
}

/** The number in `#1`, `1` or `Post #1`; null where there is none. */
function readNumber(element: Element | null): number | null {
  const digits = /(?:^|#|\s)(\d{1,9})$/u.exec(
    readLine(element).replace(/(?<=\d)[.,\s](?=\d{3})/gu, ''),
  );
  return digits ? Number(digits[1]) : null;
}

/** What addresses of a page are relative to; a base on another host is not believed. */
function findBase(doc: Document, url: URL): URL {
  // Asked for each post: browsers remember this list, and go through the whole page for a query.
  const [first] = doc.getElementsByTagName('base');
  const base = toUrl(first?.getAttribute('href'), url);
  return base && toIdHost(base) === toIdHost(url) ? base : url;
}

/**
 * An address without what was looked for, where somebody came from, and the number of the reader's session, which is
 * nobody's business.
 */
function dropSession(address: string): string {
  const url = dropTracking(new URL(address.replace(/\/highlight\/true(?=[?#]|$)/u, '')));
  const isSession = /^[\da-f]{32}$/u.test(url.searchParams.get('s') ?? '');
  const names = ['sid', 'hilit', 'highlight', ...(isSession ? ['s'] : [])];
  // Addresses without such a part keep the very shape that they have.
  if (!names.some((name) => url.searchParams.has(name))) return url.href;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
