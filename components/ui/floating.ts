const GAP = 4;

/**
 * Shows an element with `popover="manual"` in the top layer, under its anchor or above it where there is more
 * room; in the top layer no ancestor in a host page can clip it. Measures once: callers close it on scroll.
 */
export function placeFloating(floating: HTMLElement, anchor: HTMLElement): void {
  // Absent in test DOMs and in old browsers, where the element simply stands in the flow.
  if (typeof floating.showPopover !== 'function') return;
  if (!floating.matches(':popover-open')) floating.showPopover();
  const view = anchor.ownerDocument.documentElement;
  const at = anchor.getBoundingClientRect();
  const size = floating.getBoundingClientRect();
  const below = at.bottom + GAP;
  const hasRoomBelow = below + size.height <= view.clientHeight || at.top < view.clientHeight / 2;
  const top = hasRoomBelow ? below : at.top - GAP - size.height;
  const left = Math.min(Math.max(GAP, at.left), view.clientWidth - size.width - GAP);
  floating.style.top = `${Math.max(GAP, top)}px`;
  floating.style.left = `${Math.max(GAP, left)}px`;
}
