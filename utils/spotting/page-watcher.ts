/**
 * Watches a page for posts: what is there, what comes, what changes, what goes. One observer for the page; all work
 * in slices; an element is read again only after something in it changed. What is remembered of an element is the
 * fingerprint of the post that was read from it, because sites put new posts into old elements.
 *
 * Posts that only become visible (a screen is shown again) cause no change that is worth observing everywhere; they
 * are found by a sweep of the whole page when it has come to rest.
 */
import type { Post } from '#utils/model/post.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { createChanges, observed } from './changes.ts';
import { toPageAddress } from './page-address.ts';
import { createPostMemory } from './post-memory.ts';
import { createPageScheduler, SLICE_MS, type SliceScheduler } from './slices.ts';

/** A post and where it stands. */
export interface SpottedPost {
  element: Element;
  post: Post;
}

export interface WatchOptions {
  doc: Document;
  adapter: Pick<SiteAdapter, 'findPosts' | 'seekPosts' | 'readPost'>;
  /** The page's address at this moment. */
  url: () => URL;
  /** Posts that are new or changed, or that stand in an element instead of another; never an empty batch. */
  onPosts(batch: SpottedPost[]): void;
  /** Elements given to `onPosts` before that left the page or are no post any more; never an empty list. */
  onGone(elements: Element[]): void;
  /** The page shows another address; comes before anything is read at it, and may stop the watch. */
  onMoved?(): void;
  /** True for elements of our own, whose coming and going is no news. */
  isOurs?: (node: Node) => boolean;
  scheduler?: SliceScheduler;
}

export interface PageWatch {
  /** Ends at once: nothing is called afterwards. */
  stop(): void;
  /**
   * The adapter looks for something else from now on: all posts go, and those that it finds come anew. An element that
   * is not found any more may still be one that can be read.
   */
  rescan(): void;
}

// A page is at rest when nothing has changed for so long; one that never rests is swept at the other pace. ms.
const REST_MS = 500;
const SWEEP_EVERY_MS = 3_000;

/** Begins watching. What is on the page already comes in the first slices, not at once. */
export function watchPage(options: WatchOptions): PageWatch {
  const { doc, adapter, onPosts, onGone } = options;
  const scheduler = options.scheduler ?? createPageScheduler();
  const memory = createPostMemory();
  const changes = createChanges(memory.has, options.isOurs ?? (() => false));
  const parents = new Set<Element>();
  const unread = new Set<Element>();
  let search: Iterator<undefined, Element[]> | null = null;
  let findsItself: boolean | null = null;
  let address = toPageAddress(options.url());
  let isScheduled = false;
  let isStopped = false;
  let wantsSweep = true;
  let changedAt = 0;
  let sweptAt = 0;
  let cancelRest: (() => void) | null = null;

  const schedule = (how: 'whenIdle' | 'next') => {
    if (isScheduled || isStopped) return;
    isScheduled = true;
    scheduler[how](work);
  };

  const awaitRest = () => {
    cancelRest ??= scheduler.after(REST_MS, () => {
      cancelRest = null;
      const now = scheduler.now();
      if (now - changedAt < REST_MS && now - sweptAt < SWEEP_EVERY_MS) return awaitRest();
      wantsSweep = true;
      schedule('whenIdle');
    });
  };

  const renew = () => {
    for (const element of memory.renew()) unread.add(element);
    wantsSweep = true;
  };

  const take = (elements: readonly Element[]) => {
    for (const element of elements) if (memory.take(element)) unread.add(element);
  };

  /** Finds the posts under `root`, at once or, where the adapter does it in steps, as `goOn` comes to them. */
  const find = (root: ParentNode) => {
    if (adapter.seekPosts) search = adapter.seekPosts(root);
    else take(adapter.findPosts(root));
  };

  /** Goes on with a search until `isOver`; true when none is left. At least one step is done. */
  const goOn = (isOver: () => boolean) => {
    while (search) {
      const step = search.next();
      if (step.done === true) {
        search = null;
        take(step.value);
      } else if (isOver()) return false;
    }
    return true;
  };

  const searchAll = (
    roots: Set<Element>,
    isOver: () => boolean,
    begin: (root: Element) => void,
  ) => {
    for (const root of roots) {
      roots.delete(root);
      begin(root);
      if (!goOn(isOver)) return false;
      if (isOver()) return roots.size === 0;
    }
    return true;
  };

  const look = (root: Element) => {
    if (!root.isConnected) return;
    find(root);
    // An adapter that looks only under its root does not see that the root itself is a post.
    const isPerhapsMissed = findsItself !== true && memory.mayBePost(root.localName);
    if (isPerhapsMissed && root.parentElement) parents.add(root.parentElement);
  };

  const read = (element: Element, url: URL, batch: SpottedPost[], gone: Element[]) => {
    if (!element.isConnected) return;
    const post = adapter.readPost(element, url);
    if (!post) {
      if (memory.noteUnreadable(element)) gone.push(element);
      return;
    }
    findsItself ??= adapter.findPosts(element).includes(element);
    if (memory.note(element, post)) batch.push({ element, post });
  };

  /** Does what there is to do until `isOver`; true when nothing is left. */
  const workOff = (isOver: () => boolean, url: URL, batch: SpottedPost[], gone: Element[]) => {
    // One record may bring 10,000 nodes: what comes next is a long step too.
    if (!goOn(isOver) || !changes.sort(isOver) || isOver()) return false;
    if (changes.hasNews) {
      changes.hasNews = false;
      changedAt = scheduler.now();
      awaitRest();
    }
    if (changes.hasRemoval) {
      changes.hasRemoval = false;
      gone.push(...memory.dropGone());
    }
    if (wantsSweep) {
      wantsSweep = false;
      sweptAt = scheduler.now();
      changes.roots.clear();
      find(doc);
      if (!goOn(isOver)) return false;
    }
    for (const element of changes.touched) unread.add(element);
    changes.touched.clear();
    return (
      searchAll(changes.roots, isOver, look) &&
      searchAll(parents, isOver, find) &&
      drain(unread, isOver, (element) => read(element, url, batch, gone))
    );
  };

  const work = () => {
    isScheduled = false;
    if (isStopped) return;
    const end = scheduler.now() + SLICE_MS;
    const url = options.url();
    const here = toPageAddress(url);
    if (here !== address) {
      address = here;
      renew();
      options.onMoved?.();
      if (isStopped) return;
    }
    const batch: SpottedPost[] = [];
    const gone: Element[] = [];
    const isDone = workOff(() => scheduler.now() >= end, url, batch, gone);
    if (!isDone) schedule('next');
    if (gone.length > 0) onGone(gone);
    if (batch.length > 0 && !isStopped) onPosts(batch);
  };

  const observer = new MutationObserver((records) => {
    changes.add(records);
    schedule('whenIdle');
  });
  observer.observe(doc, observed);
  schedule('whenIdle');

  return {
    stop() {
      isStopped = true;
      observer.disconnect();
      cancelRest?.();
    },
    rescan() {
      const known = memory.clear();
      unread.clear();
      parents.clear();
      search = null;
      findsItself = null;
      wantsSweep = true;
      schedule('whenIdle');
      if (known.length > 0) onGone(known);
    },
  };
}

/** Takes elements out of `from` one by one until `isOver`; true when none is left. At least one is done. */
function drain(
  from: Set<Element>,
  isOver: () => boolean,
  act: (element: Element) => void,
): boolean {
  for (const element of from) {
    from.delete(element);
    act(element);
    if (isOver()) return from.size === 0;
  }
  return true;
}
