import type { Post } from '#utils/model/post.ts';
import { findNamedLink } from '#utils/sites/dom/named-link.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { findNoteId, findOwn, findQuote, toMisskeyHandle, toNoteId } from './note.ts';
import { selectors } from './selectors.ts';

/** Reads one note; null when it has no address or no author. */
export function readNote(note: Element, url: URL): Post | null {
  const id = findNoteId(note, url);
  const person = findOwn(note, selectors.person);
  const header = findOwn(note, selectors.header);
  const quote = findQuote(note);
  const answered = findOwn(note, selectors.noteLink, (link) => !link.querySelector('time'));
  const parentId = toNoteId(answered, url);
  return toPost({
    site: 'misskey',
    id,
    handle: toMisskeyHandle(person, url),
    name: readLine(findNamedLink(header?.querySelectorAll(selectors.person) ?? [])),
    // The content warning, which stands before the button that opens the text.
    title: readLine(findOwn(note, selectors.warning, hasButton), { skip: 'button' }),
    text: readBody(note),
    permalink: id && `${url.protocol}//${id}`,
    time: findOwn(note, `${selectors.noteLink} time`)?.getAttribute('datetime'),
    parentId: parentId === id ? null : parentId,
    quoted: quote && readQuote(quote, url),
  });
}

function readQuote(quote: Element, url: URL): { author: string; text: string } | null {
  const author = toMisskeyHandle(quote.querySelector(selectors.person), url);
  return author ? { author, text: readBody(quote) } : null;
}

/** The first part that keeps line feeds and is neither a name nor a warning; translations come after it. */
function readBody(note: Element): string {
  const isBody = (part: Element) =>
    !part.closest(`${selectors.person}, ${selectors.header}`) &&
    !hasButton(part.closest(selectors.warning));
  return readText(findOwn(note, selectors.written, isBody));
}

function hasButton(paragraph: Element | null): boolean {
  return (
    paragraph !== null && [...paragraph.children].some(({ localName }) => localName === 'button')
  );
}
