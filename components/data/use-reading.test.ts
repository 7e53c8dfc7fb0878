// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it, test } from 'vitest';
import { mendedX } from '#tests/gallery/reading-props.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { toReadings, useReading } from './use-reading.ts';

afterEach(cleanup);

const tally = { pages: 5, blind: 3, blindInRow: 3, blindSince: 7, selectors: {} };
const read = { pages: 2, blind: 0, blindInRow: 0, blindSince: null, selectors: {} };
const reddit: SiteHealth = { id: 'reddit', since: 0, kinds: { feed: read } };
const x: SiteHealth = {
  id: 'x',
  since: 0,
  kinds: { thread: tally, search: read },
};

test('pages are counted over all kinds, and a blind site stands first', () => {
  const [first, second] = toReadings([reddit, x], [], null);
  expect(first).toMatchObject({ name: 'X', pages: 7, unread: 3 });
  expect(first?.blind).toEqual([{ kind: 'thread', pages: 3, since: 7 }]);
  expect(second).toMatchObject({ name: 'Reddit', pages: 2, unread: 0, blind: [] });
});

test('a site that a teammate has changed is there before this browser has seen it', () => {
  expect(toReadings([], [mendedX], null)).toMatchObject([{ id: 'x', pages: 0, teamSite: mendedX }]);
});

test('a site that is to be mended is there even when nothing is known of it', () => {
  expect(toReadings([reddit], [], 'x').map(({ id }) => id)).toEqual(['reddit', 'x']);
});

describe('a site being mended', () => {
  const options = { now: 0, serverNow: 0, canMend: true, hasTeam: true, siteToMend: 'x' };
  const open = () =>
    renderHook(({ isShown }) => useReading({ ...options, isShown }), {
      initialProps: { isShown: true },
    });

  it('is the one that the options were opened for', () => {
    expect(open().result.current.mending).toMatchObject({ id: 'x', name: 'X', hasTeam: true });
  });

  it('is forgotten once its section is left', () => {
    const { result, rerender } = open();
    rerender({ isShown: false });
    rerender({ isShown: true });
    expect(result.current.mending).toBeNull();
    act(() => result.current.onMend('reddit'));
    expect(result.current.mending?.id).toBe('reddit');
  });
});
