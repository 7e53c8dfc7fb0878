// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aBrand, aPost, aThreadView } from '#tests/support/builders.ts';
import { markWords } from '#components/chip/mark-words.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { Match } from '#utils/model/brand.ts';
import type { Post } from '#utils/model/post.ts';
import { browser } from '#utils/platform/browser.ts';
import { createMentionBook } from '../mentions.ts';
import { createSurface, measureTheme } from '../surface.ts';
import { createPostMarker } from './post-marker.ts';

type Sent = { threadId: string; post: Post; match: Match };

const acme = aBrand();
const bolt = aBrand({ id: 'bolt', name: 'Bolt', handles: [], domains: [] });
const page = new URL('https://forum.example/thread/7');
const noRules: PageRules = { brands: [], roster: [], myHandles: [], mode: 'full', selectors: {} };
const post = '<div><a href="/u/ada_e">Ada</a><p id="s">The kettle stopped.</p></div>';

let sent: Sent[] = [];
let isTaken = true;
let roots: ShadowRoot[] = [];

beforeEach(() => {
  sent = [];
  isTaken = true;
  roots = [];
  document.body.replaceChildren();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (raw: unknown) => {
    const { mentions = [] } = (raw as { request: { mentions?: Sent[] } }).request;
    sent.push(...mentions);
    const views = mentions.map(({ threadId }) => aThreadView({ thread: { id: threadId } }));
    return { ok: true, value: isTaken ? views : [] };
  });
});
afterEach(() => vi.restoreAllMocks());

function select(html: string, selector = '#s'): Element {
  document.body.innerHTML = html;
  const element = document.querySelector(selector) ?? document.body;
  const range = document.createRange();
  range.selectNodeContents(element);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  return element;
}

function start(
  rules: Partial<PageRules> = {},
  seen: (element: Element) => Post | undefined = () => undefined,
) {
  const said: string[] = [];
  const mentions = createMentionBook({
    onViews: () => undefined,
    onGone: () => undefined,
    onError: () => undefined,
  });
  const all = { ...noRules, brands: [acme], ...rules };
  mentions.setRules(all);
  const marker = createPostMarker({
    doc: document,
    createSurface,
    measureTheme,
    url: () => page,
    rules: () => all,
    posts: { of: seen },
    mentions,
    notices: { say: (text) => said.push(text) },
    onMarked: () => undefined,
    onError: () => said.push('ended'),
  });
  return { marker, mentions, said };
}

const form = () =>
  roots.findLast((root) => root.host.isConnected && root.querySelector('form') !== null) ?? null;

async function fillIn(author: string, brandId?: string) {
  const root = form();
  const input = root?.querySelector('input');
  const choice = root?.querySelector('select');
  if (!root || !input) throw new Error('no form');
  input.value = author;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  if (choice && brandId !== undefined) {
    choice.value = brandId;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve, 20));
}

test('takes a selected text for a mention of the only brand at once, where its author stands near', async () => {
  const element = select(post);
  const { marker, mentions, said } = start();
  await marker.mark();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.match).toMatchObject({ brandId: 'acme', sure: true, reason: markWords.reason });
  expect(sent[0]?.post).toMatchObject({
    site: 'generic',
    author: { handle: 'ada_e', name: 'Ada' },
    text: 'The kettle stopped.',
    permalink: page.href,
  });
  mentions.read([]);
  expect(mentions.threadOf(element)).toBe(sent[0]?.threadId);
  expect(marker.mountPoint(element)).toEqual({ anchor: element, where: 'after' });
  expect(said).toEqual([markWords.saved('Acme', 'Ada')]);
});

test('says where the mention is to be found when nothing is added to the page', async () => {
  select(post);
  const { marker, said } = start({ mode: 'quiet' });
  await marker.mark();
  expect(said).toEqual([markWords.savedQuietly('Acme', 'Ada')]);
});

test('asks who wrote it where nobody stands near', async () => {
  select('<p id="s">The kettle stopped.</p>');
  const { marker } = start();
  await marker.mark();
  expect(sent).toEqual([]);
  await fillIn('');
  expect(form()?.textContent).toContain(markWords.noAuthor);
  await fillIn('@ada_example');
  expect(sent[0]?.post.author).toEqual({ handle: 'ada_example' });
  expect(form()?.querySelector('form') ?? null).toBeNull();
});

test('lets the person choose among brands', async () => {
  select(post);
  const { marker } = start({ brands: [acme, bolt] });
  await marker.mark();
  await fillIn('ada_e', 'bolt');
  expect(sent[0]?.match.brandId).toBe('bolt');
  expect(sent[0]?.post.author).toEqual({ handle: 'ada_e', name: 'Ada' });
});

test('leaves it to the person which of several brands is meant', async () => {
  select(post);
  const { marker } = start({ brands: [acme, bolt] });
  await marker.mark();
  await fillIn('ada_e');
  expect(sent).toEqual([]);
  expect(form()?.textContent).toContain(markWords.noBrandChosen);
  await fillIn('ada_e', 'bolt');
  expect(sent.map(({ match }) => match.brandId)).toEqual(['bolt']);
});

test('keeps what was typed when the team has not taken it', async () => {
  isTaken = false;
  select('<p id="s">The kettle stopped.</p>');
  const { marker, said } = start();
  await marker.mark();
  await fillIn('ada_example');
  expect(form()?.textContent).toContain(markWords.refused);
  expect(form()?.querySelector('input')?.value).toBe('ada_example');
  expect(said).toEqual([]);
  isTaken = true;
  form()
    ?.querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await vi.waitFor(() => expect(said).toEqual([markWords.saved('Acme', 'ada_example')]));
  expect(form()).toBeNull();
});

test('says why last, when everything else on the page has ended', async () => {
  select(post);
  const { marker, said } = start();
  vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(
    new Error('Extension context invalidated.'),
  );
  await marker.mark();
  expect(said).toEqual(['ended', expect.stringContaining('Reload this page')]);
});

test('asks nothing where the text names one of several brands', async () => {
  select(post.replace('kettle', 'Bolt kettle'));
  const { marker } = start({ brands: [acme, bolt] });
  await marker.mark();
  expect(sent[0]?.match).toMatchObject({ brandId: 'bolt', matched: 'Bolt' });
});

test('takes the post as the adapter has read it, where it has', async () => {
  const element = select(post);
  const whole = aPost({ text: 'The kettle stopped. What now?' });
  const { marker } = start({}, (one) => (one === element.parentElement ? whole : undefined));
  await marker.mark();
  expect(sent[0]?.post).toEqual(whole);
});

test('does not take a comment for the article in which it stands', async () => {
  const element = select(post);
  const article = aPost({ text: 'News of today' });
  const { marker } = start({}, (one) => (one === element.parentElement ? article : undefined));
  await marker.mark();
  expect(sent[0]?.post.text).toBe('The kettle stopped.');
});

test.each([
  ['nothing is selected', '', {}, markWords.nothing],
  ['there is no brand', post, { brands: [] }, markWords.noBrand],
])('says so when %s', async (_when, html, rules, words) => {
  if (html) select(html);
  else document.getSelection()?.removeAllRanges();
  const { marker, said } = start(rules);
  await marker.mark();
  expect(said).toEqual([words]);
  expect(sent).toEqual([]);
});

test('leaves advertisements alone', async () => {
  select(post);
  const { marker, said } = start({}, () => aPost({ text: 'The kettle stopped.', promoted: true }));
  await marker.mark();
  expect(said).toEqual([markWords.promoted]);
});

test('says so the second time', async () => {
  select(post);
  const { marker, mentions, said } = start();
  await marker.mark();
  mentions.read([]);
  await marker.mark();
  expect(said.at(-1)).toBe(markWords.already);
  expect(sent).toHaveLength(1);
});

test('says so when the team has not taken it', async () => {
  isTaken = false;
  const element = select(post);
  const { marker, mentions, said } = start();
  await marker.mark();
  expect(said).toEqual([markWords.refused]);
  mentions.read([]);
  expect(mentions.threadOf(element)).toBeUndefined();
});

test('lets go of it when something else stands there', async () => {
  const element = select(post);
  const { marker, mentions } = start();
  await marker.mark();
  element.textContent = 'Another post';
  mentions.read([]);
  expect(mentions.threadOf(element)).toBeUndefined();
});
