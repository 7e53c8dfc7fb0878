/** What looks like posts by marks that an adapter does not read by: a page has some, though none may be read. */
import type { SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** An element without any is a placeholder for what has not come. */
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** How many `page.holder` elements stand in the page with words in them; undefined where a site has no such selector. */
export function countHeld(
  { selectors }: Pick<SiteAdapter, 'selectors'>,
  doc: Document,
): number | undefined {
  const holder = selectors['page']?.['holder'];
  if (!holder) return undefined;
  return [...doc.querySelectorAll(holder)].filter(
    (element) => HAS_WORDS.test(element.textContent ?? '') && !isOnHiddenScreen(element),
  ).length;
}
