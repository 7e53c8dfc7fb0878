/**
 * JSON-LD says what posts a page has, not where they stand. Each is looked for in the page, by the fragment of its
 * address or by the beginning of its text with its author near; one that is not found is left out.
 */
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { atPath, parseJson, toText } from '#utils/sites/dom/json.ts';
import { readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';
import { findPlaces } from './json-ld-places.ts';
import { POST_TYPES } from './microdata.ts';
import { readPageObject } from './page-object.ts';

const POSTS_MAX = 500;
const DEPTH_MAX = 12;
const HOLDERS = [
  '@graph',
  'mainEntity',
  'comment',
  'acceptedAnswer',
  'suggestedAnswer',
  'review',
  'hasPart',
  'itemListElement',
  'item',
];

interface Bindings {
  /** The number of elements when the posts were looked for: another number, another page. */
  size: number;
  sources: string;
  posts: Map<Element, MarkedPost>;
}

const known = new WeakMap<Document, Bindings>();

/** The posts of a page's JSON-LD, else the one that an ActivityPub page is, by the element that shows them, in document order. */
export function bindJsonLd(doc: Document): Map<Element, MarkedPost> {
  const scripts = [...doc.querySelectorAll('script[type="application/ld+json"]')];
  const object = readPageObject(doc);
  if (scripts.length === 0 && !object) return new Map();
  const size = doc.getElementsByTagName('*').length;
  const lengths = scripts.map((script) => script.textContent?.length ?? 0);
  const sources = [object?.href, ...lengths].join();
  const before = known.get(doc);
  if (before?.size === size && before.sources === sources) return before.posts;
  const sought: MarkedPost[] = [];
  for (const script of scripts) collect(parseJson(script.textContent), null, 0, sought);
  if (sought.length === 0 && object) sought.push(object);
  const posts = new Map<Element, MarkedPost>();
  for (const [element, { post, body }] of findPlaces(doc, sought)) {
    const text = body ? readText(body) : post.text;
    posts.set(element, { ...post, text, isCut: !body && /(?:\.{3}|…)$/u.test(text) });
  }
  known.set(doc, { size, sources, posts });
  return posts;
}

function collect(value: unknown, parent: string | null, depth: number, found: MarkedPost[]): void {
  if (depth > DEPTH_MAX || found.length >= POSTS_MAX) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, parent, depth + 1, found);
    return;
  }
  const post = toMarkedPost(value, parent);
  if (post) found.push(post);
  for (const key of HOLDERS) {
    const below = atPath(value, key);
    if (below !== undefined) collect(below, post?.href ?? parent, depth + 1, found);
  }
}

function toMarkedPost(node: unknown, parent: string | null): MarkedPost | null {
  const types = [atPath(node, '@type')].flat();
  if (!types.some((type) => typeof type === 'string' && POST_TYPES.includes(type))) return null;
  const author = [atPath(node, 'author')].flat()[0];
  const name = toText(author) ?? toText(atPath(author, 'name')) ?? '';
  const handle = toText(atPath(author, 'alternateName')) ?? name;
  const text = first(node, ['text', 'articleBody', 'reviewBody']);
  if (!handle || !text) return null;
  return {
    handle: cleanLine(handle),
    name: handle === name ? '' : name,
    text,
    title: first(node, ['headline', 'name']) ?? '',
    href: first(node, ['url', '@id']),
    time: first(node, ['datePublished', 'dateCreated']),
    lang: first(node, ['inLanguage']),
    parentHref: toAddress(atPath(node, 'parentItem')) ?? parent,
    isCut: false,
  };
}

function toAddress(value: unknown): string | null {
  return toText(value) ?? first(value, ['url', '@id']);
}

function first(node: unknown, keys: string[]): string | null {
  for (const key of keys) {
    const text = toText(atPath(node, key));
    if (text) return text;
  }
  return null;
}
