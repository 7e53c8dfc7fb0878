// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aTrial } from '#tests/gallery/reading-props.ts';
import { browser } from '#utils/platform/browser.ts';
import { useMending } from './use-mending.ts';

type Asked = { name: string; request: { tabId: number } };

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

beforeEach(() => vi.restoreAllMocks());
afterEach(cleanup);

test('only pages of the site are there to try on', async () => {
  openTabs({ 1: 'reddit', 2: 'x', 3: null, 4: 'x' });
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.pages).toHaveLength(2));
  expect(result.current.pages?.map(({ tabId }) => tabId)).toEqual([2, 4]);
});

test('what was shipped stays known while another page is read', async () => {
  openTabs({ 2: 'x', 4: 'x' }, [4]);
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.reading?.now.found).toBe(2));
  act(() => result.current.onPage(4));
  expect(result.current).toMatchObject({ tabId: 4, reading: null });
  expect(result.current.shipped).toEqual(aTrial().selectors);
});

test('nothing of one site stays when another is mended', async () => {
  openTabs({ 2: 'x' });
  const { result, rerender } = renderHook(({ id }) => useMending(id, null), {
    initialProps: { id: 'x' },
  });
  await waitFor(() => expect(result.current.shipped).not.toBeNull());
  rerender({ id: 'reddit' });
  await waitFor(() => expect(result.current.pages).toEqual([]));
  expect(result.current).toMatchObject({ tabId: null, shipped: null, reading: null });
});

test('without a page nothing is tried', async () => {
  openTabs({});
  const { result } = renderHook(() => useMending('x', null));
  await waitFor(() => expect(result.current.pages).toEqual([]));
  expect(await result.current.onTry({})).toEqual({ refused: 'Choose a page first.' });
});
