/** Where an arrow key leads from an element: out, in, to the one before or after. Stays where there is none. */
export function stepElement(from: Element, key: string, ours: Element): Element {
  const next = toNext(from, key);
  const { body } = from.ownerDocument;
  if (!next || next === ours || next === body || !body.contains(next)) return from;
  return next;
}

function toNext(from: Element, key: string): Element | null {
  if (key === 'ArrowUp') return from.parentElement;
  if (key === 'ArrowDown') return from.firstElementChild;
  if (key === 'ArrowLeft') return from.previousElementSibling;
  return key === 'ArrowRight' ? from.nextElementSibling : null;
}
