import type { Post } from '#utils/model/post.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { isOpening, toThread, type ThreadAddress } from './address.ts';
import { findLink, findPlace, findText, isReact, postSelectors } from './holders.ts';
import { findParentPlace } from './parent.ts';

/** Seen with the marks of `holders.ts`. */
export const partSelectors = {
  reactAuthor: '[data-testid="issue-body-header-author"], [data-testid="avatar-link"]',
  // Not every name of a discussion has the class; all have the card that opens above them.
  railsAuthor: 'a.author[href], h3 a[data-hovercard-type="user"], h3 a[data-hovercard-url]',
  reactLink:
    '[data-testid="issue-body-header-link"], [data-testid="comment-header"] a[href*="#issuecomment-"]',
  time: 'relative-time[datetime]',
  title: '[data-testid="issue-title"], .js-issue-title',
  // Mail answers carry the mail below; code has a button to copy it.
  notText:
    '.email-hidden-toggle, .email-hidden-reply, clipboard-copy, button, tool-tip, .sr-only, form',
};

/** What stands where an issue was opened without a word; GitHub speaks English only. */
const NO_TEXT = 'No description provided.';

/** Reads one post; null when it names no author or no place, or is folded up. */
export function readGithubPost(holder: Element, url: URL): Post | null {
  const place = findPlace(holder);
  const thread = findThread(holder, url);
  const body = findText(holder);
  const isFirst = place === null ? holder.matches(postSelectors.reactOpening) : isOpening(place);
  if (!thread || !body || (place === null && !isFirst)) return null;
  const quote = isFirst ? null : findQuote(body);
  const text = readText(body, { skip: partSelectors.notText });
  const quoted = quote && readText(quote);
  return toPost({
    site: 'github',
    id: isFirst ? thread.id : place,
    handle: readAuthor(holder, url),
    text: toOwnText(text, quoted),
    title: isFirst ? readTitle(holder.ownerDocument) : '',
    permalink: isFirst ? thread.url : `${thread.url}#${place}`,
    time: readTime(holder, body),
    parentId: findParentPlace(holder),
    quoted: quoted ? { author: '', text: quoted } : null,
  });
}

/** The thread of a post: its own link tells it where several are on a page (boards, lists with a panel). */
export function findThread(holder: Element, url: URL): ThreadAddress | null {
  const link = isReact(holder) ? holder.querySelector(partSelectors.reactLink) : findLink(holder);
  return toThread(link?.getAttribute('href'), url) ?? toThread(url.href, url);
}

/** Login of a person, or name of an app, by the address of the profile. */
function readAuthor(holder: Element, url: URL): string {
  const { reactAuthor, railsAuthor } = partSelectors;
  const link = holder.querySelector(isReact(holder) ? reactAuthor : railsAuthor);
  const path = toUrl(link?.getAttribute('href'), url)?.pathname ?? '';
  return /^\/(?:apps\/)?([\w-]{1,100})\/?$/u.exec(path)?.[1] ?? readLine(link);
}

function readTime(holder: Element, body: Element): string | null {
  const times = [...holder.querySelectorAll(partSelectors.time)];
  const time = times.find((one) => !body.contains(one));
  // What follows the text is of answers or of an edit.
  const isHead = time && (time.compareDocumentPosition(body) & 4) !== 0;
  return isHead ? time.getAttribute('datetime') : null;
}

function readTitle(doc: Document): string {
  return readLine(doc.querySelector(partSelectors.title));
}

/** The quote that an answer begins with, as "Quote reply" writes it; quotes further down belong to what is said. */
function findQuote(body: Element): Element | null {
  let first = body.firstElementChild;
  while (first?.matches(postSelectors.reactText)) first = first.firstElementChild;
  return first?.localName === 'blockquote' && first.nextElementSibling ? first : null;
}

function toOwnText(text: string, quoted: string | null): string {
  if (text === NO_TEXT) return '';
  return quoted && text.startsWith(quoted) ? text.slice(quoted.length).trim() : text;
}
