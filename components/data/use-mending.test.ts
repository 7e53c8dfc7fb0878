// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aTrial } from '#tests/gallery/reading-props.ts';
import { browser } from '#utils/platform/browser.ts';
import { useMending } from './use-mending.ts';

type Asked = { name: string; request: { tabId: number } };

const inPackage: Record<string, Record<string, string>> = {
  '/selectors/x.json': { 'post.text': '.text', 'post.author': '.author' },
  '/selectors/reddit.json': { 'post.body': '.body' },
  '/selectors/discourse.json': { 'post.text': '.cooked' },
  '/selectors/generic.json': { 'taught.post': '' },
};
/** Where tabs stand, by their ids; one can be led elsewhere. */
let addresses: Record<number, string>;

/** Tabs of these sites; pages of `slow` do not answer. */
function openTabs(sites: Record<number, string | null>, slow: number[] = []) {
  const tabs = Object.keys(sites).map((id) => ({ id: Number(id), title: `Page ${id}` }));
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async ({ name, request }: Asked) => {
    const id = sites[request.tabId];
    if (name === 'teamSite.load') return { ok: true, value: id ? { id, others: [] } : null };
    if (slow.includes(request.tabId)) return new Promise(() => undefined);
    return { ok: true, value: aTrial({ found: request.tabId }) };
  }) as never);
}

beforeEach(() => {
  vi.restoreAllMocks();
  addresses = {};
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(((path: string) => path) as never);
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (tabId: number) => ({
    url: addresses[tabId],
  })) as never);
  vi.spyOn(globalThis, 'fetch').mockImplementation((async (path: string) =>
    Response.json(inPackage[path])) as never);
});
afterEach(cleanup);

test('only pages of the site are there to try on', async () => {
  openTabs({ 1: 'reddit', 2: 'x', 3: null, 4: 'x' });
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.pages).toHaveLength(2));
  expect(result.current.pages?.map(({ tabId }) => tabId)).toEqual([2, 4]);
});

test('what was shipped is told by the package, whatever a page says', async () => {
  openTabs({ 2: 'x' });
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.reading).not.toBeNull());
  expect(result.current.reading?.shipped.selectors).toHaveProperty('box.field');
  expect(result.current.shipped).toEqual(inPackage['/selectors/x.json']);
});

test('what was shipped stays known while another page is read', async () => {
  openTabs({ 2: 'x', 4: 'x' }, [4]);
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.reading?.now.found).toBe(2));
  act(() => result.current.onPage(4));
  expect(result.current).toMatchObject({ tabId: 4, reading: null });
  expect(result.current.shipped).toEqual(inPackage['/selectors/x.json']);
});

test('nothing of one site stays when another is mended', async () => {
  openTabs({ 2: 'x' });
  const { result, rerender } = renderHook(({ id }) => useMending(id, null), {
    initialProps: { id: 'x' },
  });
  await waitFor(() => expect(result.current.reading).not.toBeNull());
  rerender({ id: 'reddit' });
  await waitFor(() => expect(result.current.pages).toEqual([]));
  expect(result.current).toMatchObject({ tabId: null, reading: null });
  await waitFor(() => expect(result.current.shipped).toEqual(inPackage['/selectors/reddit.json']));
});

test('of a site that runs anywhere a person chooses the page, by its host', async () => {
  openTabs({ 2: 'discourse', 4: 'discourse' });
  addresses = { 2: 'https://evil.example/t/1', 4: 'https://forum.example:8443/t/1' };
  const { result } = renderHook(() => useMending('discourse', null));
  await waitFor(() => expect(result.current.pages).toHaveLength(2));
  expect(result.current.pages?.map(({ host }) => host)).toEqual([
    'evil.example',
    'forum.example:8443',
  ]);
  expect(result.current).toMatchObject({ tabId: null, reading: null });
  act(() => result.current.onPage(4));
  await waitFor(() => expect(result.current.reading?.now.found).toBe(4));
});

test('a page that was chosen is chosen no more once it stands at another host', async () => {
  openTabs({ 4: 'discourse' });
  addresses = { 4: 'https://forum.example/t/1' };
  const { result } = renderHook(() => useMending('discourse', null));
  await waitFor(() => expect(result.current.pages).toHaveLength(1));
  act(() => result.current.onPage(4));
  act(() => result.current.onFindPages());
  await waitFor(() => expect(browser.tabs.get).toHaveBeenCalledTimes(2));
  expect(result.current.tabId).toBe(4);
  addresses = { 4: 'https://evil.example/t/1' };
  act(() => result.current.onFindPages());
  await waitFor(() => expect(result.current.tabId).toBeNull());
});

test('a page of a site that was taught is taken by itself: it can be at no other host', async () => {
  openTabs({ 4: 'generic@forum.example' });
  const { result } = renderHook(() => useMending('generic@forum.example', null));
  await waitFor(() => expect(result.current.tabId).toBe(4));
  await waitFor(() => expect(result.current.shipped).toEqual(inPackage['/selectors/generic.json']));
});

test('without a page nothing is tried', async () => {
  openTabs({});
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.pages).toEqual([]));
  expect(await result.current.onTry({})).toEqual({ refused: 'Choose a page first.' });
});
