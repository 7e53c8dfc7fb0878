/**
 * Counts, once for each address, what the adapter finds in a page that had time to come; once more where posts come
 * later, as when somebody scrolls down to them.
 */
import { isBlindPage } from '#utils/model/blind-page.ts';
import type { PageHealth } from '#utils/model/site-health.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { isHeld } from '#utils/sites/held.ts';
import { scopesOf } from '#utils/sites/scopes.ts';
import type { ScopesOf } from '#utils/sites/scopes.ts';
import { listSelectors } from '#utils/sites/selectors.ts';
import { toPageAddress } from '#utils/spotting/page-address.ts';
import { createPageScheduler } from '#utils/spotting/slices.ts';

/** So long after an address was come to, its posts should be there, ms. */
const SETTLED_MS = 8_000;
/** More posts say nothing new, and they are read in one go, within a moment that nobody feels. */
const POSTS_MAX = 30;

export interface HealthWatchOptions {
  doc: Document;
  adapter: Pick<
    SiteAdapter,
    'id' | 'selectors' | 'deepTables' | 'pageKind' | 'isPrivate' | 'findPosts' | 'readPost'
  >;
  url: () => URL;
  /** The address is another one than before. May stop the watch. */
  onMoved(): void;
  tell(health: PageHealth): void;
}

/** Starts counting; returns how to stop. Call `look` now and then: it waits for the page by itself. */
export function watchHealth({ doc, adapter, url, onMoved, tell }: HealthWatchOptions) {
  /** The address that is being counted or was; empty when it has to be counted again. */
  let address = '';
  let known = '';
  /** The page was counted before anything of it had come that looks like posts. */
  let isEmpty = false;
  const scheduler = createPageScheduler();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const count = (isAgain: boolean) => {
    timer = undefined;
    // A page in the background may not have loaded what it shows.
    if (doc.visibilityState !== 'visible') {
      // What came later is still there to be seen by the next look.
      if (!isAgain) address = '';
      return;
    }
    if (adapter.isPrivate?.(doc) === true) return;
    const posts = adapter.findPosts(doc).slice(0, POSTS_MAX);
    const read = posts.filter((element) => adapter.readPost(element, url()) !== null).length;
    // At once: a moment later there may be posts that had not come when they were read.
    const held = read > 0 ? undefined : isHeld(adapter, doc);
    const health: PageHealth = {
      kind: adapter.pageKind(url()),
      found: posts.length,
      read,
      hits: {},
    };
    if (held !== undefined) health.held = held;
    if (isAgain) health.isAgain = true;
    isEmpty = !isAgain && read === 0 && held === false && !isBlindPage(adapter.id, health);
    const selectors = Object.entries(listSelectors(adapter.selectors)).filter(([, css]) => css);
    const counted = address;
    const scopes = scopesOf(adapter, doc);
    scheduler.next(() => countAll(selectors, health, counted, scopes));
  };

  /** A selector at a time: on a huge page each takes its milliseconds. */
  const countAll = (
    selectors: [name: string, css: string][],
    health: PageHealth,
    counted: string,
    scopes: ScopesOf,
  ) => {
    if (isStopped) return;
    const [first, ...rest] = selectors;
    if (first) {
      const [name, css] = first;
      const [table = ''] = name.split('.');
      health.hits[name] = scopes(table).some((scope) => scope.querySelector(css)) ? 1 : 0;
    }
    // Left while its time ran, or since: what was counted is of the next page, which had no time to come.
    if (toPageAddress(url()) !== counted) return look();
    if (rest.length === 0) tell(health);
    else scheduler.next(() => countAll(rest, health, counted, scopes));
  };

  const look = () => {
    const here = toPageAddress(url());
    if (isStopped) return;
    if (here === address) return lookForLate();
    const hasMoved = known !== '' && here !== known;
    known = here;
    address = here;
    isEmpty = false;
    clearTimeout(timer);
    timer = setTimeout(count, SETTLED_MS, false);
    // At the end, because this watch may be over then.
    if (hasMoved) onMoved();
  };

  /** What has just come is given its time as well. */
  const lookForLate = () => {
    if (!isEmpty || timer !== undefined || isHeld(adapter, doc) !== true) return;
    timer = setTimeout(count, SETTLED_MS, true);
  };

  return {
    look,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
