/** From the element under the pointer to the one that is meant: the link around a name, the text around a paragraph. */
import { readLine } from '#utils/sites/dom/read-text.ts';
import type { Pointed } from './lesson.ts';

/** Where people can write. */
export const EDITABLE = 'textarea, [contenteditable]:not([contenteditable="false"]), input';
const PROSE = new Set(
  'p li ul ol blockquote pre span em strong b i u a h1 h2 h3 h4 h5 h6 br img code'.split(' '),
);

/** The link to the author where there is one: its address says their handle. */
export function toAuthor(pointed: Element, post: Element): Element {
  const link = pointed.closest('a');
  return link && link !== post && post.contains(link) && readLine(link) !== '' ? link : pointed;
}

/** The whole text around a paragraph of it. */
export function toText(pointed: Element, post: Element, { author }: Pointed): Element {
  let at = pointed;
  for (;;) {
    const parent = at.parentElement;
    const isWithin = parent && parent !== post && post.contains(parent);
    if (!isWithin || (author && parent.contains(author))) return at;
    if (![...parent.children].every(({ localName }) => PROSE.has(localName))) return at;
    at = parent;
  }
}

/** The link that leads to the post. */
export function toLink(pointed: Element, post: Element): Element | null {
  const link = pointed.closest('a') ?? pointed.querySelector('a');
  return link && post.contains(link) && link.hasAttribute('href') ? link : null;
}

/** What says the moment to machines, at or around what says it to people. */
export function toTime(pointed: Element, post: Element): Element | null {
  const told = pointed.closest('[datetime], [title]');
  if (told && told !== post && post.contains(told)) return told;
  return pointed.querySelector('[datetime], [title]');
}

/** The field to write in; null where there is none. */
export function toBox(pointed: Element): Element | null {
  return pointed.closest(EDITABLE) ?? pointed.querySelector(EDITABLE);
}
