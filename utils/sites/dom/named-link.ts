import { cleanLine } from './clean-text.ts';

/** The first link with words of its own. Portraits link to the same page, and their `alt` says more than the name. */
export function findNamedLink(links: Iterable<Element>): Element | null {
  const named = [...links].filter((link) => cleanLine(link.textContent ?? '') !== '');
  return named.find((link) => link.querySelector('img') === null) ?? named[0] ?? null;
}

/** A part of an address as people write it; as it is where it is encoded wrongly. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
