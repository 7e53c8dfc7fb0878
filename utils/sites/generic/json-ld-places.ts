import type { MarkedPost } from './marked-post.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Where a post of the JSON-LD stands in the page. */
export interface Place {
  post: MarkedPost;
  /** The element of the text, when the post was found by its text. */
  body: Element | null;
}

/** So many characters without white space tell one text from another. */
const KEY = 20;
const PROOF = 60;
/** So far up the tree a text is looked for its author. */
const LEVELS = 8;
const ITEM = 'article, li, tr, [role="article"], [role="listitem"]';
const PROSE =
  'p, br, ul, ol, pre, blockquote, figure, img, a, span, b, strong, i, em, code, h2, h3, h4';
const CUT = /\s*(?:\[?(?:\.{3}|…)\]?)$/u;
const UNREAD = 'script, style, noscript, template, textarea, title';

/** Finds the elements of posts that are only known by author, text, address; one element a post, no guesses. */
export function findPlaces(doc: Document, sought: MarkedPost[]): Map<Element, Place> {
  const bodies = findBodies(doc, sought);
  const places: [Element, Place][] = [];
  for (const post of sought) {
    const target = findTarget(doc, post);
    const body = bodies.get(post) ?? null;
    const item = target ?? (body && findItem(body, post, [...bodies.values()]));
    if (item) places.push([item, { post, body: target ? null : body }]);
  }
  const isOnce = ([item]: [Element, Place]) => places.filter(([one]) => one === item).length === 1;
  return new Map(
    places
      .filter(isOnce)
      .toSorted(([a], [b]) => ((a.compareDocumentPosition(b) & 4) !== 0 ? -1 : 1)),
  );
}

/** The element that the fragment of the post's address names, if it shows the post's text. */
function findTarget(doc: Document, post: MarkedPost): Element | null {
  const fragment = /#([\w:.-]+)$/u.exec(post.href ?? '')?.[1];
  const target = fragment ? doc.getElementById(fragment) : null;
  return target && squeeze(target.textContent ?? '').includes(toProof(post)) ? target : null;
}

function findBodies(doc: Document, sought: MarkedPost[]): Map<MarkedPost, Element> {
  const byKey = new Map<string, MarkedPost[]>();
  for (const post of sought) {
    const key = squeeze(post.text).slice(0, KEY);
    if (key.length === KEY) byKey.set(key, [...(byKey.get(key) ?? []), post]);
  }
  const bodies = new Map<MarkedPost, Element>();
  if (byKey.size === 0 || !doc.body) return bodies;
  const walker = doc.createTreeWalker(doc.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.nodeValue?.trim() || parent.closest(UNREAD)) continue;
    const own = squeeze(node.nodeValue);
    // A text may begin with a link or an emoji: then the element, not its first node, has the beginning.
    const start = own.length >= KEY ? own : squeeze(parent.textContent?.slice(0, 400) ?? '');
    for (const post of byKey.get(start.slice(0, KEY)) ?? []) {
      const body = bodies.has(post) ? null : proveBody(parent, post);
      if (body) bodies.set(post, body);
    }
  }
  return bodies;
}

function proveBody(start: Element, post: MarkedPost): Element | null {
  const proof = toProof(post);
  let body: Element | null = start;
  for (let level = 0; body && level < 4; level += 1, body = parentOf(body)) {
    if (squeeze(body.textContent ?? '').startsWith(proof)) return toWhole(body, post);
  }
  return null;
}

/** Climbs from the first paragraph to the element of the whole text. */
function toWhole(body: Element, post: MarkedPost): Element {
  const length = squeeze(post.text).length;
  const isCut = CUT.test(post.text.trim());
  const isLong = (part: Element) => squeeze(part.textContent ?? '').length >= length;
  let whole = body;
  for (let parent = parentOf(body); parent; parent = parentOf(parent)) {
    const text = squeeze(parent.textContent ?? '');
    if (!text.startsWith(toProof(post))) break;
    if (isCut ? !isProse(parent) : isLong(whole) || text.length > length * 1.1 + PROOF) break;
    whole = parent;
  }
  return whole;
}

/** True for what holds nothing but text: how long that is, a text that was cut does not tell. */
function isProse(element: Element): boolean {
  return [...element.children].every((child) => child.matches(PROSE));
}

function findItem(body: Element, post: MarkedPost, bodies: Element[]): Element | null {
  const author = squeeze(post.name || post.handle);
  let item: Element | null = parentOf(body);
  for (let level = 0; item && level < LEVELS; level += 1, item = parentOf(item)) {
    const holds: Element = item;
    if (bodies.some((other) => other !== body && holds.contains(other))) return null;
    const isWritten = squeeze(item.textContent ?? '').includes(author);
    if (!isWritten) continue;
    const whole = item.closest(ITEM);
    const isOnly = whole && bodies.every((other) => other === body || !whole.contains(other));
    return isOnly ? whole : item;
  }
  return null;
}

function toProof(post: MarkedPost): string {
  return squeeze(post.text.trim().replace(CUT, '')).slice(0, PROOF);
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
