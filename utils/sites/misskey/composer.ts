/** Misskey has one form for all it sends; a reply shows the note that it answers above the field. */
import { toNoteId } from './note.ts';
import { selectors } from './selectors.ts';
import { parentOf } from '../dom/neighbors.ts';

/** So far up from a field its button is looked for. */
const LEVELS = 8;

/** The button of the form around a field; null for a field of anything else. */
export function findSend(editable: Element): HTMLElement | null {
  return findForm(editable)?.querySelector<HTMLElement>(selectors.submit) ?? null;
}

/** The id of the note that a field answers; null for a note of one's own, a quote, any other field. */
export function findAnsweredId(editable: Element, url: URL): string | null {
  const form = editable.matches(selectors.box) ? findForm(editable) : null;
  if (!form?.querySelector(selectors.submit)?.querySelector(selectors.replyIcon)) return null;
  const shown = [...form.querySelectorAll(selectors.noteLink)]
    .filter((link) => link.closest(selectors.header) && link.querySelector('time'))
    .map((link) => toNoteId(link, url));
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

function findForm(editable: Element): Element | null {
  let form = parentOf(editable);
  for (let level = 0; form && level < LEVELS; level += 1, form = parentOf(form)) {
    if (form.querySelector(selectors.submit)) return form;
  }
  return null;
}
