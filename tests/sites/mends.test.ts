/**
 * A site changes, the team mends its selectors, and the adapter goes on as before: everywhere, not only where a selector
 * is looked up first. A class that code knows by heart, or a selector that was copied out of its table, fails here.
 */
import { describe, expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { siteIds } from '#utils/model/site.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { siteAdapters } from '#utils/sites/registry.ts';
import { mendSelectors } from '#utils/sites/selectors.ts';
import { changeMarkup, toMends, type Change } from './support/changed-markup.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { loadSavedPages, type SavedPage } from './support/saved-pages.ts';

const pages = loadSavedPages();
/** The generic adapter goes by standards, which nobody mends. */
const sites = siteIds.filter((id) => id !== 'generic');

interface Sight {
  /** Which elements are posts, by their place in the page. */
  places: number[];
  posts: (Post | null)[];
}

/** What is seen of a page before it changes, after that, and with mended selectors. */
function watch(page: SavedPage, adapter: SiteAdapter, change: Change) {
  return withFakeDom(page, (doc) => {
    const { selectors } = adapter;
    const all = [...doc.querySelectorAll('*')];
    const look = (): Sight => {
      const found = adapter.findPosts(doc);
      return {
        places: found.map((element) => all.indexOf(element)),
        posts: found.map((element) => adapter.readPost(element, new URL(page.url))),
      };
    };
    const mends = toMends(selectors, change);
    const before = look();
    changeMarkup(doc, selectors, change);
    const changed = look();
    const mended = mendSelectors(selectors, mends, doc);
    try {
      return {
        before,
        changed,
        after: look(),
        unmended: Object.keys(mends).length - mended.length,
      };
    } finally {
      mendSelectors(selectors, {}, doc);
    }
  });
}

function watchAll(id: (typeof sites)[number], change: Change) {
  const own = pages.filter(({ name }) => name.startsWith(`${id}/`));
  return Promise.all(own.map((page) => watch(page, siteAdapters[id], change)));
}

describe.each(sites)('%s', (id) => {
  test('finds the same posts by mended names of attributes', async () => {
    for (const { before, after, unmended } of await watchAll(id, 'attributes')) {
      // More where a site's own attributes also tell two forms of one post apart: code reads those by name.
      expect(after.places).toEqual(expect.arrayContaining(before.places));
      expect(unmended).toBe(0);
    }
  });

  test('reads the same by mended names of classes', async () => {
    for (const { before, after, unmended } of await watchAll(id, 'classes')) {
      expect(after).toEqual(before);
      expect(unmended).toBe(0);
    }
  });
});

test.each([
  ['x', 'attributes'],
  ['bluesky', 'attributes'],
  ['reddit', 'attributes'],
  ['mastodon', 'classes'],
  ['hackernews', 'classes'],
] as const)('%s goes blind when %s change and nothing is mended', async (id, change) => {
  const sights = await watchAll(id, change);
  const count = (sight: 'before' | 'changed' | 'after') =>
    sights.flatMap((one) => one[sight].places).length;
  expect(count('before')).toBeGreaterThan(5);
  expect(count('changed')).toBeLessThan(count('before') / 2);
  expect(count('after')).toBe(count('before'));
});
