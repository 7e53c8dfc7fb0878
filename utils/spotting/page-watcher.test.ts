// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { watchPage, type SpottedPost, type WatchOptions } from './page-watcher.ts';
import type { SliceScheduler } from './slices.ts';

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

const counts = { reads: 0, searches: 0 };

/** Posts are `<article data-id>`; those under `[hidden]` or `.off` do not count. */
function findArticles(root: ParentNode): Element[] {
  counts.searches += 1;
  return [...root.querySelectorAll('article')].filter((one) => !one.closest('[hidden], .off'));
}

const adapter: WatchOptions['adapter'] = {
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

function anArticle(id: string, text = 'Text'): HTMLElement {
  const article = document.createElement('article');
  article.dataset['id'] = id;
  const line = document.createElement('p');
  line.append(text);
  article.append(line);
  return article;
}

function watch(overrides: Partial<WatchOptions> = {}, tick = 0) {
  const spotted: string[] = [];
  const batches: number[] = [];
  const gone: Element[] = [];
  const manual = createManualScheduler(tick);
  const page = watchPage({
    doc: document,
    adapter,
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

beforeEach(() => {
  document.body.replaceChildren();
  counts.reads = 0;
  counts.searches = 0;
});

test('gives what is on the page already', async () => {
  document.body.append(anArticle('1'), anArticle('2'));
  const page = watch();
  expect(await page.settle()).toEqual(['1: Text', '2: Text']);
  page.stop();
});

test('gives what comes later', async () => {
  const page = watch();
  await page.settle();
  const feed = document.createElement('div');
  document.body.append(feed);
  feed.append(anArticle('1'));
  expect(await page.settle()).toEqual(['1: Text']);
  feed.append(anArticle('2'));
  expect(await page.settle()).toEqual(['2: Text']);
  page.stop();
});

test('reads a post again only after a change in it', async () => {
  const first = anArticle('1');
  document.body.append(first, anArticle('2'));
  const page = watch();
  await page.settle();
  expect(counts.reads).toBe(2);
  document.body.append(document.createElement('aside'));
  await page.settle();
  expect(counts.reads).toBe(2);
  first.querySelector('p')?.replaceChildren('Edited');
  expect(await page.settle()).toEqual(['1: Edited']);
  expect(counts.reads).toBe(3);
  page.stop();
});

test('keeps quiet about a change that leaves the post as it was', async () => {
  const article = anArticle('1');
  document.body.append(article);
  const page = watch();
  await page.settle();
  article.append(document.createElement('button'));
  expect(await page.settle()).toEqual([]);
  page.stop();
});

test('notices another post in the same element', async () => {
  const article = anArticle('1');
  document.body.append(article);
  const page = watch();
  await page.settle();
  article.setAttribute('data-id', '2');
  expect(await page.settle()).toEqual(['2: Text']);
  page.stop();
});

test('reads an element that is filled in later', async () => {
  const article = document.createElement('article');
  document.body.append(article);
  const page = watch();
  expect(await page.settle()).toEqual([]);
  article.setAttribute('data-id', '1');
  expect(await page.settle()).toEqual(['1: ']);
  page.stop();
});

test('tells what left the page', async () => {
  const feed = document.createElement('div');
  const article = anArticle('1');
  feed.append(article);
  document.body.append(feed, anArticle('2'));
  const page = watch();
  await page.settle();
  feed.remove();
  await page.settle();
  expect(page.gone).toEqual([article]);
  page.stop();
});

test('does not take a post that was moved for gone', async () => {
  const article = anArticle('1');
  document.body.append(article, anArticle('2'));
  const page = watch();
  await page.settle();
  document.body.append(article);
  expect(await page.settle()).toEqual([]);
  expect(page.gone).toEqual([]);
  page.stop();
});

test('tells that an element is no post any more', async () => {
  const article = anArticle('1');
  document.body.append(article);
  const page = watch();
  await page.settle();
  article.removeAttribute('data-id');
  await page.settle();
  expect(page.gone).toEqual([article]);
  page.stop();
});

test('ignores what we add ourselves', async () => {
  const article = anArticle('1');
  document.body.append(article);
  const page = watch();
  await page.settle();
  counts.searches = 0;
  const chip = document.createElement('our-chip');
  article.append(chip);
  chip.setAttribute('style', 'color: red');
  chip.remove();
  await page.settle();
  page.pass(10_000);
  await page.settle();
  expect(counts).toEqual({ reads: 1, searches: 0 });
  page.stop();
});

test('finds a screen that is shown again when the page is at rest', async () => {
  const screen = document.createElement('div');
  screen.hidden = true;
  screen.append(anArticle('1'));
  document.body.append(screen);
  const page = watch();
  expect(await page.settle()).toEqual([]);
  screen.hidden = false;
  await page.settle();
  page.pass(600);
  expect(await page.settle()).toEqual(['1: Text']);
  page.stop();
});

test('gives everything again at another address', async () => {
  let url = new URL('https://site.example/feed');
  document.body.append(anArticle('1'));
  const page = watch({ url: () => url });
  await page.settle();
  url = new URL('https://site.example/thread/1');
  document.body.append(anArticle('2'));
  expect(await page.settle()).toEqual(['1: Text', '2: Text']);
  page.stop();
});

test('gives everything again on request', async () => {
  document.body.append(anArticle('1'));
  const page = watch();
  await page.settle();
  page.rescan();
  expect(await page.settle()).toEqual(['1: Text']);
  page.stop();
});

test('works in slices', async () => {
  const feed = document.createElement('div');
  for (let id = 0; id < 200; id += 1) feed.append(anArticle(`${id}`));
  document.body.append(feed);
  const page = watch({}, 1);
  expect(await page.settle()).toHaveLength(200);
  expect(Math.max(...page.batches)).toBeLessThanOrEqual(4);
  page.stop();
});

test('a search in steps goes on over slices, and what comes meanwhile is found too', async () => {
  const feed = document.createElement('div');
  for (let id = 0; id < 30; id += 1) feed.append(anArticle(`${id}`));
  document.body.append(feed);
  function* seekPosts(root: ParentNode): Iterator<undefined, Element[]> {
    const found = findArticles(root);
    for (let part = 0; part < found.length * 3; part += 1) yield;
    return found;
  }
  const page = watch({ adapter: { ...adapter, seekPosts } }, 1);
  await new Promise((resolve) => setTimeout(resolve, 0));
  page.runSlice();
  expect(page.batches).toEqual([]);
  document.body.append(anArticle('late'), anArticle('later'));
  expect(await page.settle()).toHaveLength(32);
  expect(Math.max(...page.batches)).toBeLessThanOrEqual(4);
  page.stop();
});

test('a form that answers for its own parent leads nobody in circles', async () => {
  const page = watch();
  await page.settle();
  const article = anArticle('1');
  const form = document.createElement('form');
  const field = document.createElement('input');
  form.append(field);
  // As browsers do for `<input name="parentNode">`.
  for (const name of ['parentNode', 'parentElement']) {
    Object.defineProperty(form, name, { value: field });
  }
  article.append(form);
  document.body.append(article);
  await page.settle();
  counts.reads = 0;
  field.setAttribute('data-id', 'x');
  await page.settle();
  expect(counts.reads).toBe(1);
  page.stop();
});

test('searches what was added as one piece once', async () => {
  const page = watch();
  await page.settle();
  counts.searches = 0;
  let inner: Element = document.body;
  for (let depth = 0; depth < 40; depth += 1) {
    const next = document.createElement('section');
    inner.append(next);
    inner = next;
  }
  inner.append(anArticle('1'));
  expect(await page.settle()).toEqual(['1: Text']);
  expect(counts.searches).toBeLessThan(5);
  page.stop();
});

test('is silent after stop', async () => {
  const page = watch();
  await page.settle();
  document.body.append(anArticle('1'));
  page.stop();
  expect(await page.settle()).toEqual([]);
});
