/** A page of articles, the adapter that reads it, and a watch over it whose work is done when a test says so. */
import type { Post } from '#utils/model/post.ts';
import { watchPage, type SpottedPost, type WatchOptions } from '#utils/spotting/page-watcher.ts';
import type { SliceScheduler } from '#utils/spotting/slices.ts';

/** A clock that moves only by work: each look at it costs `tick` ms. */
function createManualScheduler(tick = 0) {
  let time = 0;
  let jobs: (() => void)[] = [];
  let timers: { at: number; run: () => void }[] = [];
  const push = (run: () => void) => {
    jobs.push(run);
  };
  const scheduler: SliceScheduler = {
    now: () => (time += tick),
    whenIdle: push,
    next: push,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  return {
    scheduler,
    runSlice() {
      const due = jobs;
      jobs = [];
      for (const run of due) run();
      return due.length > 0;
    },
    pass(ms: number) {
      time += ms;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
  };
}

/** What the adapter was asked since the last `clearPage`. */
export const counts = { reads: 0, searches: 0 };

/** Posts are `<article data-id>`; those under `[hidden]` or `.off` do not count. */
export function findArticles(root: ParentNode): Element[] {
  counts.searches += 1;
  return [...root.querySelectorAll('article')].filter((one) => !one.closest('[hidden], .off'));
}

/** Reads the articles of a page. */
export const articleAdapter: WatchOptions['adapter'] = {
  findPosts: findArticles,
  readPost(element, url): Post | null {
    counts.reads += 1;
    const id = element.getAttribute('data-id');
    if (!id) return null;
    const text = element.querySelector('p')?.textContent ?? '';
    const permalink = `${url.origin}/${id}`;
    const author = { handle: 'ada_example' };
    return { site: 'generic', id, author, text, permalink, time: null, parentId: null };
  },
};

/** An article with one line. */
export function anArticle(id: string, text = 'Text'): HTMLElement {
  const article = document.createElement('article');
  article.dataset['id'] = id;
  const line = document.createElement('p');
  line.append(text);
  article.append(line);
  return article;
}

/** Watches the document by a clock of its own; each look at that costs `tick` ms. */
export function watchArticles(overrides: Partial<WatchOptions> = {}, tick = 0) {
  const spotted: string[] = [];
  const batches: number[] = [];
  const gone: Element[] = [];
  const manual = createManualScheduler(tick);
  const page = watchPage({
    doc: document,
    adapter: articleAdapter,
    url: () => new URL('https://site.example/feed'),
    onPosts(batch: SpottedPost[]) {
      batches.push(batch.length);
      spotted.push(...batch.map(({ post }) => `${post.id}: ${post.text}`));
    },
    onGone: (elements) => gone.push(...elements),
    isOurs: (node) => node instanceof HTMLElement && node.localName === 'our-chip',
    scheduler: manual.scheduler,
    ...overrides,
  });
  const settle = async () => {
    // Mutation records come in a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (manual.runSlice());
    return spotted.splice(0);
  };
  return { ...page, ...manual, settle, gone, batches };
}

/** An empty page; nothing is counted. */
export function clearPage(): void {
  document.body.replaceChildren();
  counts.reads = 0;
  counts.searches = 0;
}
