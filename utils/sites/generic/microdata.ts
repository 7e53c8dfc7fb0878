/** Items of schema.org in both ways of writing them into markup: microdata, and RDFa with its own attributes. */
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';

/** Types of schema.org that something is answered to. */
const ROOTS = ['DiscussionForumPosting', 'SocialMediaPosting', 'Question', 'BlogPosting'];
/** Types that answer something, or stand alone. */
const ANSWERS = ['Comment', 'Answer', 'Review', 'UserReview'];
/** Names without a prefix are of schema.org only below where the page says so. */
const VOCABULARY = '[vocab*="schema.org"]';

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

/** Reads a schema.org item; null when it does not say who wrote what. `nested` are posts, not part of its text. */
export function readMicrodata(item: Element, nested: string): MarkedPost | null {
  const author = readAuthor(item);
  const text = readBody(item, nested);
  const title = readFirst(item, ['headline', 'name']);
  if (!author || !(text || title)) return null;
  const href = readFirst(item, ['url']) || readAddress(item);
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
      const isItem = author.hasAttribute(toScope(item));
      const name = isItem ? readFirst(author, ['name']) : readValue(author, readLine(author));
      const handle = isItem ? readFirst(author, ['alternateName']) : '';
      if (handle || name) return { handle: handle || name, name: handle ? name : '' };
    }
  }
  return null;
}

function readParent(item: Element): string | null {
  // Drupal names the article first, then the comment.
  for (const parent of [...properties(item, 'parentItem')].toReversed()) {
    const inside = parent.hasAttribute(toScope(item)) ? readFirst(parent, ['url']) : '';
    return inside || readAddress(parent) || readValue(parent, readLine(parent)) || null;
  }
  return null;
}

function readFirst(item: Element, names: string[]): string {
  for (const name of names) {
    for (const property of properties(item, name)) {
      if (property.hasAttribute(toScope(item))) continue;
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

function* properties(item: Element, name: string): Generator<Element> {
  const scope = `[${toScope(item)}]`;
  for (const found of item.querySelectorAll(toProperty(name))) {
    if (found.parentElement?.closest(scope) === item) yield found;
  }
}

/** The attribute that makes an element an item of its own. */
function toScope(item: Element): 'itemscope' | 'typeof' {
  return item.hasAttribute('itemscope') ? 'itemscope' : 'typeof';
}

function toProperty(name: string): string {
  const names = ['property', 'rel'].flatMap((attribute) => [
    `[${attribute}~="${name}"]`,
    `[${attribute}~="schema:${name}"]`,
    `[${attribute}$="schema.org/${name}"]`,
  ]);
  return [`[itemprop~="${name}"]`, ...names].join(', ');
}
