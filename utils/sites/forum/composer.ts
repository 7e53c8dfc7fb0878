/**
 * The editors of a thread: plain fields, editable elements, and frames whose body is edited (CKEditor 4, TinyMCE),
 * as far as the page lets us look into them.
 */
import { toEditorHost } from '../dom/editor-host.ts';
import { isVisible } from '../dom/visibility.ts';
import type { ForumSelectors } from './selectors.ts';

const EDITABLE = '[contenteditable="true"], [contenteditable=""]';

/** All editors in which a new post of this thread could be typed now, the richest first in every form. */
export function findBoxes(doc: Document, selectors: ForumSelectors): HTMLElement[] {
  return [...doc.querySelectorAll(selectors.form)].flatMap((form) => boxesOf(form, selectors));
}

/** An editor and the form that it belongs to. */
export interface Composer {
  form: Element;
  box: HTMLElement;
}

/** The composer that an editable element is, or is a part of, such as a quote; null for one of another kind. */
export function findComposer(editable: Element, selectors: ForumSelectors): Composer | null {
  const form = toEditorHost(editable).closest(selectors.form);
  const box = form && boxesOf(form, selectors).find((one) => one.contains(editable));
  return form && box ? { form, box } : null;
}

/** The first control of the form that sends. */
export function findSend(box: HTMLElement, selectors: ForumSelectors): HTMLElement | null {
  const form = findComposer(box, selectors)?.form;
  return form?.querySelector<HTMLElement>(selectors.submit) ?? null;
}

function boxesOf(form: Element, selectors: ForumSelectors): HTMLElement[] {
  const found = [...form.querySelectorAll<HTMLElement>(selectors.box)].filter(
    (box) => !box.closest('noscript') && isVisible(box),
  );
  const rich = found.filter(
    (box) => box.matches(EDITABLE) && !box.parentElement?.closest(EDITABLE),
  );
  const framed = found.map(toFramed).filter((body) => body !== null);
  // Rich editors keep a plain field beside them, which is not what people type into.
  return rich.length + framed.length > 0
    ? [...rich, ...framed]
    : found.filter((box) => !box.matches(`${EDITABLE}, iframe`));
}

/** What is edited in a frame; null where it is no frame, not edited, or of another origin. */
function toFramed(box: HTMLElement): HTMLElement | null {
  if (box.localName !== 'iframe') return null;
  try {
    const doc = (box as HTMLIFrameElement).contentDocument;
    const isEdited = doc?.designMode === 'on' || doc?.body?.matches(EDITABLE) === true;
    return isEdited ? (doc?.body ?? null) : null;
  } catch {
    return null;
  }
}
