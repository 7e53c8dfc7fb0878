// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import {
  anArticle,
  articleAdapter,
  clearPage,
  counts,
  watchArticles as watch,
} from '#tests/support/a-watched-page.ts';

beforeEach(clearPage);

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

test('tells of another address before it reads anything there', async () => {
  let url = new URL('https://site.example/feed');
  const seen: string[] = [];
  const page = watch({
    url: () => url,
    onMoved: () => seen.push('moved'),
    onPosts: (batch) => seen.push(...batch.map(({ post }) => post.id)),
  });
  document.body.append(anArticle('1'));
  await page.settle();
  url = new URL('https://site.example/feed#2');
  document.body.append(anArticle('2'));
  await page.settle();
  expect(seen).toEqual(['1', '2']);
  url = new URL('https://site.example/thread/1');
  document.body.append(anArticle('3'));
  await page.settle();
  expect(seen).toEqual(['1', '2', 'moved', '1', '2', '3']);
  page.stop();
});

test('reads nothing at another address when it is stopped there', async () => {
  let url = new URL('https://site.example/feed');
  const page = watch({ url: () => url, onMoved: () => page.stop() });
  await page.settle();
  url = new URL('https://site.example/thread/1');
  document.body.append(anArticle('1'));
  expect(await page.settle()).toEqual([]);
  expect(counts.reads).toBe(0);
});

test('gives everything again on request', async () => {
  document.body.append(anArticle('1'));
  const page = watch();
  await page.settle();
  page.rescan();
  expect(await page.settle()).toEqual(['1: Text']);
  page.stop();
});

test('lets go of what is looked for no more, though it could still be read', async () => {
  let css = 'article';
  const findPosts = (root: ParentNode) => [...root.querySelectorAll(css)];
  const one = anArticle('1');
  const other = anArticle('2');
  other.className = 'post';
  document.body.append(one, other);
  const page = watch({ adapter: { ...articleAdapter, findPosts } });
  await page.settle();
  css = '.post';
  page.rescan();
  expect(await page.settle()).toEqual(['2: Text']);
  expect(page.gone).toEqual([one, other]);
  one.append('!');
  expect(await page.settle()).toEqual([]);
  page.stop();
});

test('is silent after stop', async () => {
  const page = watch();
  await page.settle();
  document.body.append(anArticle('1'));
  page.stop();
  expect(await page.settle()).toEqual([]);
});
