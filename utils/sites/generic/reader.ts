import type { Post } from '#utils/model/post.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { isOnHiddenScreen } from '#utils/sites/dom/visibility.ts';
import { toAddressId } from '#utils/model/address-id.ts';
import { isSamePage, toMarkedId, toOwnAddress } from './identity.ts';
import { bindJsonLd } from './json-ld.ts';
import type { MarkedPost } from './marked-post.ts';
import { finish, type Steps } from './steps.ts';
import { findBody, MICRODATA_POST, MICRODATA_ROOT, readMicrodata } from './microdata.ts';
import {
  findEntryBody,
  MICROFORMAT_POST,
  MICROFORMAT_ROOT,
  readMicroformat,
} from './microformats.ts';

/** Elements that the page marks as posts where they stand. */
export const MARKED_POST = `${MICRODATA_POST}, ${MICROFORMAT_POST}`;
const MARKED_ROOT = `${MICRODATA_ROOT}, ${MICROFORMAT_ROOT}`;

/** What was told of a page, and how many elements it had then: another number, another page. */
const told = new WeakMap<Document, { size: number; isMarkedUp: boolean }>();

/** True for a page that says of anything who wrote it as a post. */
export function isMarkedUp(doc: Document): boolean {
  return finish(seekMarks(doc));
}

/** The same in steps: each looks at every element of the page once. */
export function* seekMarks(doc: Document): Steps<boolean> {
  const size = doc.getElementsByTagName('*').length;
  const before = told.get(doc);
  if (before?.size === size) return before.isMarkedUp;
  const marked = [...doc.querySelectorAll(MARKED_POST)];
  yield;
  const isMarked = bindJsonLd(doc).size > 0 || marked.some((element) => readMarked(element));
  told.set(doc, { size, isMarkedUp: isMarked });
  yield;
  return isMarked;
}

/** The elements of all posts under `root`: marked in place, or else described by JSON-LD and found by it. */
export function findMarkedPosts(root: ParentNode): Element[] {
  const doc = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  if (!doc) return [];
  const elements = doc.querySelector(MARKED_POST)
    ? [...root.querySelectorAll(MARKED_POST)]
    : [...bindJsonLd(doc).keys()].filter((element) => root.contains(element));
  return elements.filter((element) => !isOnHiddenScreen(element));
}

/** Reads one of them; null when the markup does not say who wrote what. */
export function readMarkedPost(element: Element, url: URL): Post | null {
  const marked = readMarked(element);
  return marked && toGenericPost(marked, element, url, isFirstMarked(element));
}

/** A post with the id and the address that it has in this page; the first one may have the page's own. */
export function toGenericPost(
  marked: MarkedPost,
  element: Element,
  url: URL,
  isFirst = false,
): Post | null {
  const address = toOwnAddress(marked, element, isFirst, url);
  return toPost({
    site: 'generic',
    id: toMarkedId(marked, address, url),
    handle: marked.handle,
    name: marked.name,
    text: marked.text,
    title: marked.title,
    permalink: address && address.href.length <= 2_000 ? address.href : null,
    time: marked.time,
    parentId: findParentId(element, marked, url),
    lang: marked.lang,
    truncated: marked.isCut,
  });
}

/** The one post that a page is about; null on a page of several (a feed) or none. */
export function findRoot(posts: Element[]): Element | null {
  const roots = posts.filter(
    (post) => post.matches(MARKED_ROOT) && !post.parentElement?.closest(MARKED_POST),
  );
  if (roots.length > 1) return null;
  const [first] = posts;
  return first && (roots.length === 0 || roots[0] === first) ? first : null;
}

/** The element of a post's text; null when it is not told apart. */
export function findMarkedBody(element: Element): Element | null {
  if (element.matches(MICRODATA_POST)) {
    const body = findBody(element);
    if (body) return body;
  }
  return element.matches(MICROFORMAT_POST) ? findEntryBody(element, MARKED_POST) : null;
}

function readMarked(element: Element): MarkedPost | null {
  const isItem = element.matches(MICRODATA_POST);
  const isEntry = element.matches(MICROFORMAT_POST);
  if (!isItem && !isEntry) return bindJsonLd(element.ownerDocument).get(element) ?? null;
  return (
    (isItem ? readMicrodata(element, MARKED_POST) : null) ??
    (isEntry ? readMicroformat(element, MARKED_POST) : null)
  );
}

function isFirstMarked(element: Element): boolean {
  const doc = element.ownerDocument;
  const first = doc.querySelector(MARKED_POST) ?? bindJsonLd(doc).keys().next().value;
  return first === element;
}

function findParentId(element: Element, marked: MarkedPost, url: URL): string | null {
  const holder = element.parentElement?.closest(MARKED_POST);
  const above = holder && readId(holder, url);
  if (above) return above;
  const parent = toUrl(marked.parentHref, url);
  if (!parent) return null;
  const place = isSamePage(parent, url) ? parent.hash.slice(1) : '';
  const target = place ? element.ownerDocument.getElementById(place) : null;
  if (target && target !== element && isPost(target)) return readId(target, url);
  const own = toUrl(marked.href, url);
  return own && toAddressId(own) === toAddressId(parent) ? null : toAddressId(parent);
}

function isPost(element: Element): boolean {
  return element.matches(MARKED_POST) || bindJsonLd(element.ownerDocument).has(element);
}

function readId(element: Element, url: URL): string | null {
  const marked = readMarked(element);
  return (
    marked && toMarkedId(marked, toOwnAddress(marked, element, isFirstMarked(element), url), url)
  );
}
