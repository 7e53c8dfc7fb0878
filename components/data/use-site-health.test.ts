import { expect, test } from 'vitest';
import { addPage } from '#utils/model/judge-health.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { toBlindSites, toSiteName } from './use-site-health.ts';

const NOW = 10 * 24 * 3_600_000;

function blindSince(id: string, blindSince: number | null): SiteHealth {
  const blindInRow = blindSince === null ? 0 : 4;
  const feed = { pages: 9, blind: 4, blindInRow, blindSince, selectors: {} };
  return { id, since: 0, kinds: { feed } };
}

test('the site of the page at hand comes first', () => {
  const health = [blindSince('reddit', NOW - 1_000), blindSince('x', NOW - 2_000)];
  expect(toBlindSites(health, ['x'], NOW).map(({ name }) => name)).toEqual(['X', 'Reddit']);
});

test('a site that is read is not told of', () => {
  expect(toBlindSites([blindSince('x', null)], ['x'], NOW)).toEqual([]);
});

test('after a day only the page at hand is told of', () => {
  const health = [blindSince('reddit', 0), blindSince('x', 0)];
  expect(toBlindSites(health, ['x'], NOW).map(({ id }) => id)).toEqual(['x']);
});

test('pages of a kind that may show none say nothing', () => {
  let health: SiteHealth | null = null;
  for (let pages = 0; pages < 4; pages += 1) {
    health = addPage(health, 'discourse', { kind: 'feed', found: 0, read: 0, hits: {} }, NOW);
  }
  expect(toBlindSites(health ? [health] : [], ['discourse'], NOW)).toEqual([]);
});

test('a site that was taught goes by its host', () => {
  expect(toSiteName('generic@forum.example')).toBe('forum.example');
  expect(toSiteName('x')).toBe('X');
});
