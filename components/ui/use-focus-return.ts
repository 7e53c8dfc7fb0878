import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** When `box` goes away with the focus in it, the focus goes back to where it was before, as far as that still is. */
export function useFocusReturn(box: RefObject<HTMLElement | null>): void {
  // Asked while drawing: a field inside may take the focus before the effect runs.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const inside = box.current;
    return () => {
      const active = document.activeElement;
      const isLost = active === null || active === document.body || inside?.contains(active);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [box, opener]);
}
