import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** After each try that failed, the first field in `box` with a fault takes the focus: it may be far from the button. */
export function useFaultFocus(box: RefObject<HTMLElement | null>, failedTries: number): void {
  useEffect(() => {
    if (failedTries === 0) return;
    box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [box, failedTries]);
}
