import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';
import { readLanguage } from './microdata.ts';

/** h-entry, its predecessor hentry (hAtom), and h-cite where it is a comment and not what a post answers or likes. */
export const MICROFORMAT_ROOT = '.h-entry, .hentry';
const CITED =
  '[class*="in-reply-to"], [class*="like-of"], [class*="repost-of"], [class*="bookmark-of"], [class*="quotation-of"]';
export const MICROFORMAT_POST = `${MICROFORMAT_ROOT}, .h-cite:not(${CITED})`;

const selectors = {
  author: '.p-author, .author, .vcard',
  name: '.p-name, .fn, .n',
  nickname: '.p-nickname, .nickname',
  text: '.e-content, .p-content, .entry-content, .p-summary, .entry-summary',
  title: '.p-name, .entry-title',
  link: 'a.u-url, a.u-uid, a[rel~="bookmark"]',
  time: '.dt-published, time.published, time.entry-date',
  parent: 'a.u-in-reply-to, .u-in-reply-to a.u-url, a[rel~="in-reply-to"]',
} as const;

/** Reads an entry; null when it does not say who wrote what. `nested` are posts, not part of its text. */
export function readMicroformat(entry: Element, nested: string): MarkedPost | null {
  const author = own(entry, selectors.author, nested);
  const body = findEntryBody(entry, nested);
  const name = readLine(author?.querySelector(selectors.name) ?? author);
  const nickname = readLine(author?.querySelector(selectors.nickname));
  const text = readText(body, { skip: nested });
  if (!(nickname || name) || !text) return null;
  const title = [...entry.querySelectorAll(selectors.title)].find(
    (one) => isOwn(entry, one, nested) && !one.closest(selectors.author) && !one.contains(body),
  );
  const time = own(entry, selectors.time, nested);
  return {
    handle: nickname || name,
    name: nickname ? name : '',
    text,
    title: title === body ? '' : readLine(title),
    href: own(entry, selectors.link, nested, selectors.author)?.getAttribute('href') ?? null,
    time: time?.getAttribute('datetime') ?? time?.getAttribute('title') ?? null,
    lang: readLanguage(body ?? entry),
    parentHref: findParentLink(entry, nested)?.getAttribute('href') ?? null,
    isCut: body?.matches('.p-summary, .entry-summary') ?? false,
  };
}

/** The element that holds the text of an entry; a note may have its text as its name. */
export function findEntryBody(entry: Element, nested: string): Element | null {
  return own(entry, selectors.text, nested) ?? own(entry, '.p-name', nested, selectors.author);
}

/** What an entry answers is often cited in it, which is no part of the entry in any other way. */
function findParentLink(entry: Element, nested: string): Element | undefined {
  return [...entry.querySelectorAll(selectors.parent)].find(
    (link) => link.closest(nested) === entry,
  );
}

function own(entry: Element, selector: string, nested: string, outside?: string): Element | null {
  for (const found of entry.querySelectorAll(selector)) {
    if (isOwn(entry, found, nested) && !(outside && found.closest(outside))) return found;
  }
  return null;
}

function isOwn(entry: Element, found: Element, nested: string): boolean {
  return found.closest(`${nested}, .h-cite`) === entry;
}
