/** Items of schema.org in both ways of writing them into markup: microdata, and RDFa with its own attributes. */
import { nextWithin } from '#utils/sites/dom/next-within.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';

/** Types of schema.org that something is answered to. */
const ROOTS = ['DiscussionForumPosting', 'SocialMediaPosting', 'Question', 'BlogPosting'];
/** Types that answer something, or stand alone. */
const ANSWERS = ['Comment', 'Answer', 'Review', 'UserReview'];
/** Names without a prefix are of schema.org only below where the page says so. */
const VOCABULARY = '[vocab*="schema.org"]';

/** Names of the text of a post. */
const BODIES = ['text', 'articleBody', 'reviewBody', 'commentText'];
/** The attributes that name a property. */
const NAMING = ['itemprop', 'property', 'rel'];
const propertySelectors = new Map<string, string>();

/** Begins with what few elements have: the whole page is asked, over and over. */
function toSelector(types: string[]): string {
  const join = (toMark: (type: string) => string) => `:is(${types.map(toMark).join(', ')})`;
  const bare = `[typeof]${join((type) => `[typeof~="${type}"]`)}`;
  return [
    `[itemscope]${join((type) => `[itemtype$="schema.org/${type}"]`)}`,
    `[typeof]${join((type) => `[typeof~="schema:${type}"], [typeof$="schema.org/${type}"]`)}`,
    VOCABULARY + bare,
    `${VOCABULARY} ${bare}`,
  ].join(', ');
}

export const MICRODATA_ROOT = toSelector(ROOTS);
export const MICRODATA_POST = toSelector([...ROOTS, ...ANSWERS]);
export const POST_TYPES: readonly string[] = [...ROOTS, ...ANSWERS];

/** An item with the elements that tell of it: those of items within it tell of these. */
interface Item {
  element: Element;
  properties: Element[];
}

/** Reads a schema.org item; null when it does not say who wrote what. `nested` are posts, not part of its text. */
export function readMicrodata(element: Element, nested: string): MarkedPost | null {
  const item = toItem(element);
  const author = readAuthor(item);
  const body = findBodyOf(item);
  const text = body ? readText(body, { skip: nested }) : readFirst(item, BODIES);
  const title = readFirst(item, ['headline', 'name']);
  if (!author || !(text || title)) return null;
  const href = readFirst(item, ['url']) || readAddress(element);
  return {
    ...author,
    text,
    title,
    href: href || null,
    time: readFirst(item, ['datePublished', 'dateCreated']) || null,
    lang: readFirst(item, ['inLanguage']) || readLanguage(body ?? element),
    parentHref: readParent(item),
    isCut: false,
  };
}

/** The element that holds the text of an item; null when the text stands in an attribute or nowhere. */
export function findBody(element: Element): Element | null {
  return findBodyOf(toItem(element));
}

function findBodyOf(item: Item): Element | null {
  for (const name of BODIES) {
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

function readAuthor(item: Item): { handle: string; name: string } | null {
  for (const role of ['author', 'creator']) {
    for (const author of properties(item, role)) {
      const inner = toInner(author, item);
      const name = inner ? readFirst(inner, ['name']) : readValue(author, readLine(author));
      const handle = inner ? readFirst(inner, ['alternateName']) : '';
      if (handle || name) return { handle: handle || name, name: handle ? name : '' };
    }
  }
  return null;
}

function readParent(item: Item): string | null {
  // Drupal names the article first, then the comment.
  for (const parent of [...properties(item, 'parentItem')].toReversed()) {
    const inner = toInner(parent, item);
    const inside = inner ? readFirst(inner, ['url']) : '';
    return inside || readAddress(parent) || readValue(parent, readLine(parent)) || null;
  }
  return null;
}

function readFirst(item: Item, names: readonly string[]): string {
  for (const name of names) {
    for (const property of properties(item, name)) {
      if (property.hasAttribute(toScope(item.element))) continue;
      const value = readValue(property, readLine(property));
      if (value) return value;
    }
  }
  return '';
}

/** What an item is by itself: the attribute of microdata, then those of RDFa. */
function readAddress(item: Element): string | null {
  return item.getAttribute('itemid') ?? item.getAttribute('resource') ?? item.getAttribute('about');
}

/** The value of a property by the rules of HTML microdata; `text` is what people see of it. */
function readValue(property: Element, text: string): string {
  const attribute = { meta: 'content', a: 'href', link: 'href', area: 'href', time: 'datetime' }[
    property.localName
  ];
  const isName = property.matches(`${toProperty('author')}, ${toProperty('name')}`);
  // Pages name people in links; an address is no name.
  if (isName && attribute === 'href') return text;
  const value = (attribute && property.getAttribute(attribute)) || property.getAttribute('content');
  return value?.trim() || text;
}

function* properties(item: Item, name: string): Generator<Element> {
  const selector = toProperty(name);
  for (const property of item.properties) if (property.matches(selector)) yield property;
}

/** A property that is an item itself. */
function toInner(property: Element, item: Item): Item | null {
  return property.hasAttribute(toScope(item.element)) ? toItem(property) : null;
}

/** Walked once and by itself: what an item holds may be hundreds of answers, which a query would go through too. */
function toItem(element: Element): Item {
  const scope = toScope(element);
  const found: Element[] = [];
  let at = element.firstElementChild;
  while (at) {
    if (NAMING.some((attribute) => at?.hasAttribute(attribute))) found.push(at);
    at = (at.hasAttribute(scope) ? null : at.firstElementChild) ?? nextWithin(element, at);
  }
  return { element, properties: found };
}

/** The attribute that makes an element an item of its own. */
function toScope(item: Element): 'itemscope' | 'typeof' {
  return item.hasAttribute('itemscope') ? 'itemscope' : 'typeof';
}

/** Matches the elements that give this property of an item. */
function toProperty(name: string): string {
  const known = propertySelectors.get(name);
  if (known) return known;
  const names = ['property', 'rel'].flatMap((attribute) => [
    `[${attribute}~="${name}"]`,
    `[${attribute}~="schema:${name}"]`,
    `[${attribute}$="schema.org/${name}"]`,
  ]);
  const selector = [`[itemprop~="${name}"]`, ...names].join(', ');
  propertySelectors.set(name, selector);
  return selector;
}
