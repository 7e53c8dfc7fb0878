import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ListKeys {
  /** X: chooses the row, or lets it go; with Shift all rows since the last one. */
  onChoose(id: string, isRange: boolean): void;
  /** Shift and an arrow: both rows are chosen. */
  onExtend(ids: string[]): void;
  onOpen(id: string): void;
  /** Escape in the list; false: there was nothing to close. */
  onEscape(): boolean;
}

const TEXT = 'textarea, select, input:not([type=checkbox]), [contenteditable]';
const DIALOG = 'dialog[open]';

/** The box that stands for a row when one moves through the list. */
const toBox = (row: Element | undefined | null) =>
  row?.querySelector<HTMLElement>('input[type=checkbox]') ?? null;

/**
 * Moves through rows (`data-row`, each with a checkbox) below a search field by keyboard. `/` leads to the search from
 * anywhere on the page where nothing is being written.
 */
export function useListKeys(box: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const last = useRef(keys);
  last.current = keys;
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const page = place.ownerDocument;
    const rows = () => [...place.querySelectorAll('[data-row]')];
    const search = () => place.querySelector<HTMLElement>('input[type=search]');
    const onPageKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isWriting = target instanceof Element && target.closest(TEXT) !== null;
      if (event.key !== '/' || isWriting || hasModifier(event) || page.querySelector(DIALOG))
        return;
      event.preventDefault();
      search()?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (!(target instanceof Element) || hasModifier(event) || event.defaultPrevented) return;
      if (target === search()) {
        if (key === 'ArrowDown') move(event, rows()[0]);
        return;
      }
      const row = target.closest('[data-row]');
      const id = row?.getAttribute('data-row');
      if (!row || !id || target.closest(TEXT)) return;
      const isBox = target === toBox(row);
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const all = rows();
        const next = all[all.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)];
        if (event.shiftKey && next) {
          last.current.onExtend([id, next.getAttribute('data-row') ?? id]);
        }
        if (next) move(event, next);
        else if (key === 'ArrowUp') {
          event.preventDefault();
          search()?.focus();
        }
      } else if (key.toLowerCase() === 'x') {
        event.preventDefault();
        last.current.onChoose(id, event.shiftKey);
      } else if (key === 'Enter' && isBox) {
        event.preventDefault();
        last.current.onOpen(id);
      } else if (key === 'Escape' && last.current.onEscape()) event.preventDefault();
    };
    page.addEventListener('keydown', onPageKey);
    place.addEventListener('keydown', onKey);
    return () => {
      page.removeEventListener('keydown', onPageKey);
      place.removeEventListener('keydown', onKey);
    };
  }, [box]);
}

function move(event: Event, row: Element | undefined) {
  const next = toBox(row);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.closest('[data-row]')?.scrollIntoView?.({ block: 'nearest' });
}

const hasModifier = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey || isComposing;

/** Gives a row the focus, where it has been lost. */
export function focusRow(box: HTMLElement | null, id: string): void {
  const active = box?.ownerDocument.activeElement;
  if (!box || (active && active !== box.ownerDocument.body)) return;
  const rows = [...box.querySelectorAll('[data-row]')];
  const row = rows.find((one) => one.getAttribute('data-row') === id);
  (
    toBox(row) ??
    box.querySelector<HTMLElement>('input[type=search]') ??
    box.querySelector('button')
  )?.focus();
}
