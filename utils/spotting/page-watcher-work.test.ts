// @vitest-environment happy-dom
/** How much the watcher does for a page, and in which portions. */
import { beforeEach, expect, test } from 'vitest';
import {
  anArticle,
  articleAdapter,
  clearPage,
  counts,
  findArticles,
  watchArticles as watch,
} from '#tests/support/a-watched-page.ts';

beforeEach(clearPage);

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
  const page = watch({ adapter: { ...articleAdapter, seekPosts } }, 1);
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
