/**
 * All saved real pages again, read by `generic` as if none of their sites had an adapter: what it finds without any
 * knowledge of a site must be right (author and text), and as many as docs/sites.md says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { findChromium } from '#scripts/browsers.ts';
import { openPageReader, type PageReader } from '#tests/sites/support/page-reader.ts';
import { comparePosts, type ExpectedPost } from './compare.ts';
import { findCorpus, loadEveryPage } from './corpus.ts';

const folder = findCorpus();
const chromium = findChromium();
const pages = folder === null ? [] : loadEveryPage(folder);

/** The posts that are among those expected, each of which counts once. */
function pickRight(found: Post[], expected: ExpectedPost[], url: string): Post[] {
  const left = expected.map(({ author, text }) => ({ author, text }));
  return found.filter((post) => {
    const at = left.findIndex((want) => comparePosts([post], [want], url).right === 1);
    return at >= 0 && left.splice(at, 1).length === 1;
  });
}

describe.skipIf(pages.length === 0 || chromium === null)('as unknown sites', () => {
  let reader: PageReader;
  const sum = { pages: 0, found: 0, right: 0, expected: 0 };

  beforeAll(async () => {
    reader = await openPageReader(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    await reader?.close();
    process.stdout.write(`generic: ${sum.right} of ${sum.found} right, ${sum.expected} there\n`);
    // Tests come in any order, and one alone says nothing of the sum.
    if (sum.pages < pages.length) return;
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/sites.md'), 'utf8');
    const figure = `${sum.right} of ${sum.expected} posts of all saved pages`;
    if (!docs.includes(figure)) throw new Error(`docs/sites.md does not say: ${figure}`);
  });

  test.each(pages)('$name: nothing is invented', { timeout: 60_000 }, async (page) => {
    const reading = await reader.read(page, 'generic');
    // An accepted answer is shown twice, the second time with the forum's own host, which a saved page may lack.
    const byPlace = new Map(reading.posts.map((post) => [post.id.replace(/^[^/]+/u, ''), post]));
    const posts = [...byPlace.values()];
    const right = pickRight(posts, page.expected, page.url);
    sum.pages += 1;
    sum.found += posts.length;
    sum.right += right.length;
    sum.expected += page.expected.length;
    process.stdout.write(
      `${page.name}: ${right.length} of ${posts.length} right, ${page.expected.length} there\n`,
    );
    expect(posts.filter((post) => !right.includes(post))).toEqual([]);
  });
});
