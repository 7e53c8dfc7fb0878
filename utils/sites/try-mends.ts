import type { SiteAdapter } from './adapter.ts';
import { scopesOf } from './scopes.ts';
import { countHits, listSelectors, mendSelectors } from './selectors.ts';
import type { SelectorTable } from './selectors.ts';

/** What an adapter finds in a page. */
export interface Trial {
  /** Elements that it takes for posts. */
  found: number;
  /** Those of them that have an author and a text. */
  read: number;
  /** How many elements each selector finds, by full name. */
  hits: Record<string, number>;
  /** What was used, by full name: of those wanted the ones that this browser understands, as shipped all others. */
  selectors: SelectorTable;
}

/** Reads a page once by the selectors that are wanted, and leaves all as it was: those of `now` stand again. */
export function tryMends(
  adapter: Pick<SiteAdapter, 'selectors' | 'deepTables' | 'findPosts' | 'readPost'>,
  { now, wanted }: { now: SelectorTable; wanted: SelectorTable },
  doc: Document,
  url: URL,
): Trial {
  try {
    mendSelectors(adapter.selectors, wanted, doc);
    const posts = adapter.findPosts(doc);
    const read = posts.filter((element) => adapter.readPost(element, url) !== null).length;
    const { selectors } = adapter;
    return {
      found: posts.length,
      read,
      hits: countHits(selectors, scopesOf(adapter, doc)),
      selectors: listSelectors(selectors),
    };
  } finally {
    mendSelectors(adapter.selectors, now, doc);
  }
}
