// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  aLine,
  aPageBackground,
  lineAdapter,
  listChips,
  rules,
} from '#tests/support/a-page-background.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { startPageLife } from './page-life.ts';

const HOME = 'https://x.com/home';
const POST = 'https://x.com/ada_example/status/1';

let background: ReturnType<typeof aPageBackground>;
let address = '';
/** What the site's own adapter sees; the one for all sites sees everything. */
let isBlind = true;
let isPrivate = false;
/** Addresses at which the one for all sites has read something. */
let readByGeneric: string[] = [];
let end = () => {};

const own: SiteAdapter = {
  ...lineAdapter,
  isPrivate: () => isPrivate,
  findPosts: (root) => (isBlind ? [] : lineAdapter.findPosts(root)),
};
const generic: SiteAdapter = {
  ...lineAdapter,
  id: 'generic',
  readPost(element, url) {
    readByGeneric.push(url.href);
    return lineAdapter.readPost(element, url);
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  document.body.replaceChildren();
  background = aPageBackground();
  background.adapters = { x: own, generic };
  address = HOME;
  isBlind = true;
  isPrivate = false;
  readByGeneric = [];
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(isFramed = false) {
  end = await startPageLife(document, () => new URL(address), isFramed);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Whose adapter has begun to read, one after the other. */
const begun = () =>
  background.sent.filter(({ name }) => name === 'page.hello').map(({ request }) => request.site);

/** The page can be spoken to and watches, so something goes on there. */
const isAlive = () => background.listeners.size === 1;

test('where the own adapter sees nothing the one for all sites stands in', async () => {
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(9_000);
  expect(begun()).toEqual(['x', 'generic']);
  expect(listChips()).toHaveLength(1);
});

test('a site that is read well keeps its own adapter', async () => {
  isBlind = false;
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(60_000);
  expect(begun()).toEqual(['x']);
});

test('at another address the own adapter is back before the other has read anything', async () => {
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(9_000);
  address = POST;
  aLine('2', 'My Acme kettle too');
  await pass(1_000);
  expect(begun()).toEqual(['x', 'generic', 'x']);
  expect(new Set(readByGeneric)).toEqual(new Set([HOME]));
});

test('the own adapter is back as soon as there is something for it to read', async () => {
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(60_000);
  expect(begun()).toEqual(['x', 'generic']);
  isBlind = false;
  await pass(16_000);
  expect(begun()).toEqual(['x', 'generic', 'x']);
  await pass(60_000);
  expect(begun()).toHaveLength(3);
});

test('the own adapter is back as soon as its team has mended it', async () => {
  const table = { post: 'section' };
  const findPosts = (root: ParentNode) => [...root.querySelectorAll(table.post)];
  background.adapters = { x: { ...own, selectors: { page: table }, findPosts }, generic };
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(9_000);
  expect(begun()).toEqual(['x', 'generic']);
  const tellMends = (css: string) =>
    background.tell('rules.changed', { ...rules, ownSelectors: { 'page.post': css } });
  await tellMends('.gone');
  await pass(1_000);
  expect(begun()).toEqual(['x', 'generic']);
  background.rules = { ...rules, selectors: { 'page.post': 'article' } };
  await tellMends('article');
  await pass(1_000);
  expect(begun()).toEqual(['x', 'generic', 'x']);
  expect(listChips()).toHaveLength(1);

  // Taken back, it sees nothing again, and the other stands in as at first, though the page was counted before.
  await pass(9_000);
  await background.tell('rules.changed', rules);
  await pass(1_000);
  expect(listChips()).toHaveLength(0);
  background.rules = rules;
  await pass(9_000);
  expect(begun()).toEqual(['x', 'generic', 'x', 'generic']);
  expect(listChips()).toHaveLength(1);
});

test('a page that the own adapter never reads on purpose is read by no other', async () => {
  isPrivate = true;
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(60_000);
  expect(begun()).toEqual(['x']);
});

test('a page that becomes private under the one for all sites is not read by it', async () => {
  await open();
  await pass(9_000);
  expect(begun()).toEqual(['x', 'generic']);
  isPrivate = true;
  aLine('1', 'My Acme kettle stopped');
  await pass(30_000);
  expect(readByGeneric).toEqual([]);
  expect(begun()).toEqual(['x', 'generic', 'x']);
});

test('in a frame nothing stands in for the own adapter', async () => {
  await open(true);
  await pass(60_000);
  expect(begun()).toEqual(['x']);
});

test('the session goes on while what is to follow it cannot be brought', async () => {
  background.refuse = ({ name, request }) =>
    name === 'site.load' && request.site === 'generic' ? 'too_many' : null;
  await open();
  await pass(12_000);
  expect(begun()).toEqual(['x']);
  expect(isAlive()).toBe(true);
  background.refuse = () => null;
  await pass(2_000);
  expect(begun()).toEqual(['x', 'generic']);
});

test('what could not be brought is not begun where there is something to see by then', async () => {
  background.refuse = ({ name, request }) =>
    name === 'site.load' && request.site === 'generic' ? 'too_many' : null;
  aLine('1', 'My Acme kettle stopped');
  await open();
  await pass(9_000);
  background.refuse = () => null;
  isBlind = false;
  await pass(60_000);
  expect(begun()).toEqual(['x']);
});

test.each([
  ['it was brought', 'site.load', ['x']],
  ['it said hello', 'page.hello', ['x', 'generic', 'x']],
])('nothing stands in at an address that was come to while %s', async (_, moment, sites) => {
  background.refuse = ({ name, request }) => {
    if (name === moment && request.site === 'generic') address = POST;
    return null;
  };
  await open();
  await pass(8_500);
  isBlind = false;
  aLine('1', 'My Acme kettle stopped');
  await pass(30_000);
  expect(begun()).toEqual(sites);
  expect(readByGeneric).toEqual([]);
  expect(listChips()).toHaveLength(1);
});

test('after a change that failed the own adapter begins again, later each time', async () => {
  await open();
  background.refuse = ({ name }) => (name === 'page.hello' ? 'internal' : null);
  await pass(8_500);
  expect(begun()).toEqual(['x', 'generic']);
  expect(isAlive()).toBe(false);
  await pass(5_000);
  expect(begun()).toEqual(['x', 'generic', 'x']);
  await pass(29_000);
  expect(begun()).toHaveLength(3);
  isBlind = false;
  background.refuse = () => null;
  aLine('1', 'My Acme kettle stopped');
  await pass(2_000);
  expect(begun()).toEqual(['x', 'generic', 'x', 'x']);
  expect(isAlive()).toBe(true);
  expect(listChips()).toHaveLength(1);
});

test('nothing is begun again once the extension has gone', async () => {
  await open();
  background.refuse = ({ name }) => (name === 'page.hello' ? 'gone' : null);
  await pass(9_000);
  expect(begun()).toEqual(['x', 'generic']);
  await pass(600_000);
  expect(begun()).toHaveLength(2);
});

test('after the end nothing is begun again', async () => {
  await open();
  background.refuse = ({ name }) => (name === 'page.hello' ? 'internal' : null);
  await pass(9_000);
  end();
  expect(vi.getTimerCount()).toBe(0);
});
