/** What looks like posts by marks that an adapter does not read by: a page has some, though none may be read. */
import type { SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** An element without any is a placeholder for what has not come. */
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Whether a `page.holder` element stands in the page with words in it; undefined where a site has no such selector. */
export function isHeld(
  { selectors }: Pick<SiteAdapter, 'selectors'>,
  doc: Document,
): boolean | undefined {
  const holder = selectors['page']?.['holder'];
  if (!holder) return undefined;
  // Most often the first one is; to find them all costs a huge page a long moment.
  const first = doc.querySelector(holder);
  return first !== null && (isFilled(first) || [...doc.querySelectorAll(holder)].some(isFilled));
}

function isFilled(element: Element): boolean {
  return HAS_WORDS.test(element.textContent ?? '') && !isOnHiddenScreen(element);
}
