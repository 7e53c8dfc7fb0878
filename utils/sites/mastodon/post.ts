import { toIdHost } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import { toAbsoluteUrl, toUrl } from '#utils/sites/dom/address.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { toFullHandle } from './instance.ts';
import { findParent } from './thread.ts';

export const postSelectors = {
  // Web UI of 4.x, January 2026.
  post: '.status[data-id], .detailed-status',
  quote: '.status__quote',
  quoted: '.status',
  link: 'a.status__relative-time, a.detailed-status__datetime',
  author: 'a.status__display-name, a.detailed-status__display-name',
  handle: '.display-name__account',
  name: '.display-name__html, .display-name strong',
  text: '.status__content__text',
  // Hashtags that ended the text are shown in a bar of their own since 4.2.
  tags: '.hashtag-bar > a',
  // `.content-warning` since 4.3; before that a line within the content.
  warning: '.content-warning > p, .content-warning > span, .status__content > p > span:first-child',
  warningButton: '.status__content__spoiler-link, .content-warning button',
};

/** True for a status that stands inside another one as its quote. */
export function isQuoted(element: Element): boolean {
  return element.parentElement?.closest(postSelectors.quote) != null;
}

/** Reads one status; null when it has no id or no author. */
export function readMastodonPost(element: Element, url: URL): Post | null {
  const doc = element.ownerDocument;
  const link = own(element, postSelectors.link);
  const text = own(element, postSelectors.text);
  const warning = readWarning(element);
  const parent = findParent(element, postSelectors.post, (one) => !isQuoted(one));
  const quote = element.querySelector(postSelectors.quote);
  return toPost({
    site: 'mastodon',
    id: findId(element, url),
    handle: toFullHandle(readAcct(element), doc, url),
    name: readLine(own(element, postSelectors.name)),
    text: readBody(element),
    title: warning,
    permalink: toAbsoluteUrl(link?.getAttribute('href'), url),
    time: link?.querySelector('time')?.getAttribute('datetime'),
    parentId: parent && findId(parent, url),
    lang: text?.getAttribute('lang'),
    quoted: quote && readQuote(quote, url),
    truncated: warning !== '' && text === null,
  });
}

/** `<host>/<id>`: the number of a status is only good on its server. */
export function findId(element: Element, url: URL): string | null {
  const href = own(element, postSelectors.link)?.getAttribute('href');
  const id = element.getAttribute('data-id') ?? toUrl(href, url)?.pathname.split('/').at(-1);
  return id && /^\w+$/u.test(id) ? `${toIdHost(url)}/${id}` : null;
}

/** The handle as the page writes it, without `@` in front: local people have no domain. */
export function readAcct(element: Element): string {
  const author = own(element, postSelectors.author);
  const path = /^\/@([^/]+)\/?$/u.exec(author?.getAttribute('href') ?? '')?.[1];
  const shown = readLine(own(element, postSelectors.handle));
  return cleanLine(path ?? (shown || (author?.getAttribute('title') ?? ''))).replace(/^@/u, '');
}

/** What was written, with the hashtags that the page shows below it. */
export function readBody(element: Element): string {
  const tags = [...element.querySelectorAll(postSelectors.tags)]
    .filter((tag) => isOwn(element, tag))
    .map((tag) => readLine(tag));
  return [readText(own(element, postSelectors.text)), tags.join(' ')].filter(Boolean).join('\n');
}

/** The content warning; empty when there is none. */
function readWarning(element: Element): string {
  if (!own(element, postSelectors.warningButton)) return '';
  return readLine(own(element, postSelectors.warning), { skip: 'button' });
}

function readQuote(quote: Element, url: URL): Post['quoted'] | null {
  const status =
    quote.querySelector(postSelectors.post) ?? quote.querySelector(postSelectors.quoted);
  const acct = status && readAcct(status);
  if (!status || !acct) return null;
  return { author: toFullHandle(acct, quote.ownerDocument, url), text: readBody(status) };
}

function own(element: Element, selector: string): Element | null {
  for (const found of element.querySelectorAll(selector)) if (isOwn(element, found)) return found;
  return null;
}

function isOwn(element: Element, found: Element): boolean {
  const quote = found.closest(postSelectors.quote);
  return !quote || quote.contains(element);
}
