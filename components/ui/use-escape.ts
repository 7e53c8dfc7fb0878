import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls `onEscape` when Escape is pressed inside `box` and nothing in there has taken it. */
export function useEscape(box: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const last = useRef(onEscape);
  last.current = onEscape;
  useLayoutEffect(() => {
    const place = box.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      last.current();
    };
    place?.addEventListener('keydown', onKey);
    return () => place?.removeEventListener('keydown', onKey);
  }, [box]);
}
