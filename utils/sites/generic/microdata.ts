import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';

/** Types of schema.org that something is answered to. */
const ROOTS = ['DiscussionForumPosting', 'SocialMediaPosting', 'Question', 'BlogPosting'];
/** Types that answer something, or stand alone. */
const ANSWERS = ['Comment', 'Answer', 'Review', 'UserReview'];
const toSelector = (types: string[]) =>
  types.map((type) => `[itemscope][itemtype$="schema.org/${type}"]`).join(', ');

export const MICRODATA_ROOT = toSelector(ROOTS);
export const MICRODATA_POST = toSelector([...ROOTS, ...ANSWERS]);
export const POST_TYPES: readonly string[] = [...ROOTS, ...ANSWERS];

/** Reads a schema.org item; null when it does not say who wrote what. `nested` are posts, not part of its text. */
export function readMicrodata(item: Element, nested: string): MarkedPost | null {
  const author = readAuthor(item);
  const text = readBody(item, nested);
  const title = readFirst(item, ['headline', 'name']);
  if (!author || !(text || title)) return null;
  const href = readFirst(item, ['url']) || item.getAttribute('itemid');
  return {
    ...author,
    text,
    title,
    href: href || null,
    time: readFirst(item, ['datePublished', 'dateCreated']) || null,
    lang: readFirst(item, ['inLanguage']) || readLanguage(findBody(item) ?? item),
    parentHref: readParent(item),
    isCut: false,
  };
}

/** The element that holds the text of an item; null when the text stands in an attribute or nowhere. */
export function findBody(item: Element): Element | null {
  for (const name of ['text', 'articleBody', 'reviewBody', 'commentText']) {
    for (const property of properties(item, name)) {
      if (property.localName !== 'meta' && property.textContent?.trim()) return property;
    }
  }
  return null;
}

/** The language that the page declares for an element. */
export function readLanguage(element: Element): string | null {
  return element.closest('[lang]')?.getAttribute('lang') ?? null;
}

function readBody(item: Element, nested: string): string {
  const body = findBody(item);
  if (body) return readText(body, { skip: nested });
  return readFirst(item, ['text', 'articleBody', 'reviewBody', 'commentText']);
}

function readAuthor(item: Element): { handle: string; name: string } | null {
  for (const role of ['author', 'creator']) {
    for (const author of properties(item, role)) {
      const isItem = author.hasAttribute('itemscope');
      const name = isItem ? readFirst(author, ['name']) : readValue(author, readLine(author));
      const handle = isItem ? readFirst(author, ['alternateName']) : '';
      if (handle || name) return { handle: handle || name, name: handle ? name : '' };
    }
  }
  return null;
}

function readParent(item: Element): string | null {
  for (const parent of properties(item, 'parentItem')) {
    const inside = parent.hasAttribute('itemscope') ? readFirst(parent, ['url']) : '';
    return inside || parent.getAttribute('itemid') || readValue(parent, readLine(parent)) || null;
  }
  return null;
}

function readFirst(item: Element, names: string[]): string {
  for (const name of names) {
    for (const property of properties(item, name)) {
      if (property.hasAttribute('itemscope')) continue;
      const value = readValue(property, readLine(property));
      if (value) return value;
    }
  }
  return '';
}

/** The value of a property by the rules of HTML microdata; `text` is what people see of it. */
function readValue(property: Element, text: string): string {
  const attribute = { meta: 'content', a: 'href', link: 'href', area: 'href', time: 'datetime' }[
    property.localName
  ];
  const isName = property.matches('[itemprop~="author"], [itemprop~="name"]');
  // Pages name people in links; an address is no name.
  if (isName && attribute === 'href') return text;
  const value = (attribute && property.getAttribute(attribute)) || property.getAttribute('content');
  return value?.trim() || text;
}

function* properties(item: Element, name: string): Generator<Element> {
  for (const found of item.querySelectorAll(`[itemprop~="${name}"]`)) {
    if (found.parentElement?.closest('[itemscope]') === item) yield found;
  }
}
