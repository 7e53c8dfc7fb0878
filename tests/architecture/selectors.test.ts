/** A team can mend a selector while pages are open; one that was copied into a constant would stay broken. */
import { describe, expect, test } from 'vitest';
import { siteAdapters } from '#utils/sites/registry.ts';
import { isTest, listFiles, readText } from './support/source-files.ts';
import { findStraySelectors, isSiteSelector, listExposed } from './support/stray-selectors.ts';

/**
 * What is no site's own: marks that are standards, marks by which a site is told before it is read, and words that many
 * sites use near a post that no adapter reads (`selected/nearby.ts`, in a script of its own that takes no mends).
 */
const SHARED =
  /^utils\/sites\/(?:generic\.ts|generic\/|dom\/|facts\/|recognize\.ts|selected\/nearby\.ts)/u;

const files = listFiles().filter(
  (path) => path.startsWith('utils/sites/') && !isTest(path) && !SHARED.test(path),
);
const exposed = listExposed(Object.values(siteAdapters));

test('there are tables and files to compare', () => {
  expect(exposed.size).toBeGreaterThan(80);
  expect(files.length).toBeGreaterThan(25);
});

test.each(files)('%s keeps its selectors where a mend reaches them', (path) => {
  expect(findStraySelectors(path, readText(path), exposed)).toEqual([]);
});

describe('a selector that no mend reaches is found', () => {
  const tables = [{ selectors: { page: { post: '.post' } } }];
  const find = (source: string) => findStraySelectors('a.ts', source, listExposed(tables));

  test.each([
    ['in a constant', `const POST = '[data-testid="post"]';`],
    ['in a template', 'const OWN = `${QUOTE}, .post`;'],
    ['in a list', `const POSTS = ['a', '.post'];`],
    ['in a table that is not exposed', `const selectors = { post: '.card' };`],
    ['under another name than exposed', `const selectors = { card: '.post' };`],
    ['copied out of its table', `export const POST = selectors.post;`],
    ['put together of its table', 'const OWN = `${postSelectors.post} > a`;'],
    ['as the name of an element', `const CARD = 'post-card'; const find = (a) => a.closest(CARD);`],
  ])('%s', (_where, source) => {
    expect(find(source)).not.toEqual([]);
  });

  test.each([
    ['in an exposed table', `const selectors = { post: '.post' };`],
    ['in a function', `const find = (root) => root.querySelector(selectors.post);`],
    ['put together when used', 'function find() { return `${selectors.post}, .quote`; }'],
    ['made of words of HTML', `const ITEM = 'article, [role="article"]';`],
    ['exposed as a whole', `const adapter = { selectors: { ...other.selectors } };`],
  ])('not one %s', (_where, source) => {
    expect(find(source)).toEqual([]);
  });

  test.each(['news.ycombinator.com', 'https://x.com/#top', 'handle.invalid', 'a. b', '/a/[id]/b'])(
    '“%s” is none',
    (text) => {
      expect(isSiteSelector(text)).toBe(false);
    },
  );
});
