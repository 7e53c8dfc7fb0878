import { expect, test } from 'vitest';
import { mendedX } from '#tests/gallery/reading-props.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { toReadings } from './use-reading.ts';

const tally = { pages: 5, blind: 3, blindInRow: 3, blindSince: 7 };
const read = { pages: 2, blind: 0, blindInRow: 0, blindSince: null };
const reddit: SiteHealth = { id: 'reddit', since: 0, kinds: { feed: read }, selectors: {} };
const youtube: SiteHealth = {
  id: 'youtube',
  since: 0,
  kinds: { thread: tally, search: read },
  selectors: {},
};

test('pages are counted over all kinds, and a blind site stands first', () => {
  const [first, second] = toReadings([reddit, youtube], [], null);
  expect(first).toMatchObject({ name: 'YouTube', pages: 7, unread: 3 });
  expect(first?.blind).toEqual([{ kind: 'thread', pages: 3, since: 7 }]);
  expect(second).toMatchObject({ name: 'Reddit', pages: 2, unread: 0, blind: [] });
});

test('a site that a teammate has changed is there before this browser has seen it', () => {
  expect(toReadings([], [mendedX], null)).toMatchObject([{ id: 'x', pages: 0, teamSite: mendedX }]);
});

test('a site that is to be mended is there even when nothing is known of it', () => {
  expect(toReadings([reddit], [], 'x').map(({ id }) => id)).toEqual(['reddit', 'x']);
});
