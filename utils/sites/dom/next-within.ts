/** What stands behind an element and all that is in it, in document order, within `end`; null behind the last. */
export function nextWithin(end: Element, element: Element): Element | null {
  for (let at: Element | null = element; at && at !== end; at = at.parentElement) {
    if (at.nextElementSibling) return at.nextElementSibling;
  }
  return null;
}
