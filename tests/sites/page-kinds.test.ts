/** Each site is shown in every situation in which it is read differently, or somebody wrote down why not. */
import { describe, expect, test } from 'vitest';
import { siteIds, type SiteId } from '#utils/model/site.ts';
import { kindExceptions } from './support/kind-exceptions.ts';
import { neededKinds, toShownKinds } from './support/page-kinds.ts';
import { loadSavedPages } from './support/saved-pages.ts';

/** Sites that show posts in another language than they were written in, each in its own way. */
const TRANSLATING: SiteId[] = ['x', 'bluesky', 'mastodon', 'linkedin', 'youtube'];
const shown = toShownKinds(loadSavedPages());
const excused = kindExceptions.flatMap(({ kind, sites, because }) =>
  sites.map((site) => ({ kind, site, because })),
);

describe.each(siteIds)('%s', (id) => {
  test.each(neededKinds)('has a hand-cut page of the kind %s, or a reason why not', (kind) => {
    const isExcused = excused.some((one) => one.site === id && one.kind === kind);
    expect(shown.get(id)?.has(kind) || isExcused).toBe(true);
  });
});

test('no reason is kept that a page proves wrong', () => {
  expect(excused.filter(({ kind, site }) => shown.get(site)?.has(kind))).toEqual([]);
});

test('every reason is given once, in a sentence', () => {
  const names = excused.map(({ kind, site }) => `${site} ${kind}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const reasons = kindExceptions.map(({ because }) => because);
  expect(reasons.filter((because) => !/^[A-Z].{20,}[^.]\.$/u.test(because))).toEqual([]);
});

test.each(TRANSLATING)('%s has a page with translated posts', (id) => {
  expect(shown.get(id)?.has('translated')).toBe(true);
});
