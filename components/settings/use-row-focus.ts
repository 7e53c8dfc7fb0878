import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { focusRow } from './use-list-keys.ts';

const toRows = (box: Element | null) => [...(box?.querySelectorAll('[data-row]') ?? [])];

/**
 * When the row that has the focus goes from the list, the one that takes its place gets it; without any, the search, as when
 * the words about what was done go.
 */
export function useRowFocus(box: RefObject<HTMLElement | null>): void {
  const last = useRef<{ row: Element; at: number } | null>(null);
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('[data-row], .toast') : null;
      last.current = row && { row, at: toRows(place).indexOf(row) };
    };
    // Whoever left by themselves is not called back. A row that goes is gone by the next microtask.
    const onLeave = () =>
      queueMicrotask(() => {
        if (last.current?.row.isConnected && !place.matches(':focus-within')) last.current = null;
      });
    place.addEventListener('focusin', onFocus);
    place.addEventListener('focusout', onLeave);
    return () => {
      place.removeEventListener('focusin', onFocus);
      place.removeEventListener('focusout', onLeave);
    };
  }, [box]);
  useEffect(() => {
    const gone = last.current;
    if (!gone || gone.row.isConnected) return;
    last.current = null;
    const rows = toRows(box.current);
    focusRow(box.current, rows[Math.min(gone.at, rows.length - 1)]?.getAttribute('data-row') ?? '');
  });
}
