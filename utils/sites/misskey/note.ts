/**
 * The parts of a note. In timelines and on its own page a note is an `article`; what it answers, above it, and its
 * answers below are small blocks with the same `header`. A quote is such a block within an article; a link's preview is
 * an article there.
 */
import { toIdHost } from '#utils/model/address-id.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { decodePart } from '#utils/sites/dom/named-link.ts';
import { selectors } from './selectors.ts';

/** The element of the note that an `article` or `header` belongs to; null when it is no note, or the part of one. */
export function toNote(mark: Element): Element | null {
  if (mark.parentElement?.closest(selectors.article)) return null;
  if (mark.matches(selectors.article)) return findHeader(mark) ? mark : null;
  return isNoteHeader(mark) && !isInForm(mark) ? toBlock(mark) : null;
}

/** The block that a note is shown as within something else: portrait beside header and text. */
export function toBlock(header: Element): Element | null {
  return header.parentElement?.parentElement ?? null;
}

/** The block of the note that this one quotes. */
export function findQuote(note: Element): Element | null {
  const own = findHeader(note);
  for (const header of note.querySelectorAll(selectors.header)) {
    const isPreview = header.closest(selectors.article) !== note;
    if (header !== own && !isPreview && isNoteHeader(header)) return toBlock(header);
  }
  return null;
}

/** The first match that is the note's own, not its quote's. */
export function findOwn(
  note: Element,
  selector: string,
  accepts: (found: Element) => boolean = () => true,
): Element | null {
  const quote = findQuote(note);
  for (const found of note.querySelectorAll(selector)) {
    if (!quote?.contains(found) && accepts(found)) return found;
  }
  return null;
}

/** The id of a note on its server, by the link that its time is. */
export function findNoteId(note: Element, url: URL): string | null {
  const link = findOwn(note, selectors.noteLink, (found) => found.querySelector('time') !== null);
  return toNoteId(link, url);
}

/** The note that a link leads to, as `host/id`: ids are good on their server only. */
export function toNoteId(link: Element | null, url: URL): string | null {
  const address = toUrl(link?.getAttribute('href'), url);
  const id = /^\/notes\/(\w+)\/?$/u.exec(address?.pathname ?? '')?.[1];
  return id && address && toIdHost(address) === toIdHost(url)
    ? `${toIdHost(url)}/notes/${id}`
    : null;
}

/** A handle with its server: local people have none in the address of their page. */
export function toMisskeyHandle(person: Element | null, url: URL): string {
  const path = toUrl(person?.getAttribute('href'), url)?.pathname ?? '';
  const acct = decodePart(/^\/@([^/]+)/u.exec(path)?.[1] ?? '');
  return !acct || acct.includes('@') ? acct : `${acct}@${url.host}`;
}

function findHeader(note: Element): Element | null {
  for (const header of note.querySelectorAll(selectors.header)) {
    if (isNoteHeader(header)) return header;
  }
  return null;
}

function isNoteHeader(header: Element): boolean {
  return header.matches(selectors.header) && header.querySelector(selectors.person) !== null;
}

/** The form shows what it answers or quotes in such a block. */
function isInForm(header: Element): boolean {
  const form = toBlock(header)?.parentElement;
  return form?.querySelector(selectors.submit) != null;
}
