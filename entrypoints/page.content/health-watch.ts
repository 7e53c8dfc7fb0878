/** Counts, once for each address, what the adapter finds in a page that had time to come. */
import type { PageHealth } from '#utils/model/site-health.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { countHits, type SelectorTables } from '#utils/sites/selectors.ts';
import { createPageScheduler } from '#utils/spotting/slices.ts';

/** So long after an address was come to, its posts should be there, ms. */
const SETTLED_MS = 8_000;
/** More posts say nothing new, and take their time to be read. */
const POSTS_MAX = 100;

export interface HealthWatchOptions {
  doc: Document;
  adapter: Pick<SiteAdapter, 'selectors' | 'pageKind' | 'findPosts' | 'readPost'>;
  url: () => URL;
  /** The address is another one than before. */
  onMoved(): void;
  tell(health: PageHealth): void;
}

/** Starts counting; returns how to stop. Call `look` now and then: it waits for the page by itself. */
export function watchHealth({ doc, adapter, url, onMoved, tell }: HealthWatchOptions) {
  /** The address that is being counted or was; empty when it has to be counted again. */
  let address = '';
  let known = '';
  const scheduler = createPageScheduler();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const count = () => {
    timer = undefined;
    // A page in the background may not have loaded what it shows.
    if (doc.visibilityState !== 'visible') {
      address = '';
      return;
    }
    const posts = adapter.findPosts(doc).slice(0, POSTS_MAX);
    const read = posts.filter((element) => adapter.readPost(element, url()) !== null).length;
    const health = { kind: adapter.pageKind(url()), found: posts.length, read, hits: {} };
    const selectors = Object.entries(adapter.selectors).flatMap(([group, table]) =>
      Object.entries(table).map(([name, css]) => ({ [group]: { [name]: css } })),
    );
    scheduler.next(() => countAll(selectors, health));
  };

  /** A selector at a time: on a huge page each takes its milliseconds. */
  const countAll = (selectors: SelectorTables[], health: PageHealth) => {
    if (isStopped) return;
    const [first, ...rest] = selectors;
    if (first) Object.assign(health.hits, countHits(first, doc));
    if (rest.length === 0) tell(health);
    else scheduler.next(() => countAll(rest, health));
  };

  return {
    look() {
      const { origin, pathname, search } = url();
      const here = origin + pathname + search;
      if (here === address) return;
      if (known !== '' && here !== known) onMoved();
      known = here;
      address = here;
      clearTimeout(timer);
      timer = setTimeout(count, SETTLED_MS);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
