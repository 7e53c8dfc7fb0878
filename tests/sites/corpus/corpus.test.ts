/**
 * Reads all saved real pages in a real Chromium and compares with what a second parser found in them.
 * The pages are other people's posts and never enter the repository; `HEARBACK_SHARED` names their folder.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { findChromium } from '#scripts/browsers.ts';
import { openPageReader, type PageReader } from '#tests/sites/support/page-reader.ts';
import { comparePosts } from './compare.ts';
import { corpusSites, findCorpus, loadCorpusPages } from './corpus.ts';

const folder = findCorpus();
const chromium = findChromium();
const missing =
  folder === null ? 'no saved pages here' : chromium === null ? 'no Chromium here' : '';
if (missing) process.stdout.write(`corpus of saved pages: skipped, ${missing}\n`);

describe.skipIf(missing !== '')('saved real pages', { timeout: 60_000 }, () => {
  let reader: PageReader;

  beforeAll(async () => {
    reader = await openPageReader(chromium ?? '');
  }, 60_000);
  afterAll(() => reader?.close());

  test.each(corpusSites)('%s: every post is found, right, and none invented', async (site) => {
    const faults: string[] = [];
    const sum = { pages: 0, rightPages: 0, posts: 0, rightPosts: 0 };
    for (const page of loadCorpusPages(folder ?? '', site)) {
      const reading = await reader.read(page);
      for (const post of reading.posts) expect(postSchema.safeParse(post).error).toBeUndefined();
      const result = comparePosts(reading.posts, page.expected, page.url);
      if (reading.site !== site) result.faults.unshift(`was taken for ${reading.site}`);
      sum.pages += 1;
      sum.rightPages += result.faults.length === 0 ? 1 : 0;
      sum.posts += result.wanted;
      sum.rightPosts += result.right;
      faults.push(...result.faults.map((fault) => `${page.name}: ${fault}`));
    }
    process.stdout.write(
      `${site}: ${sum.rightPages}/${sum.pages} pages, ${sum.rightPosts}/${sum.posts} posts\n`,
    );
    expect(sum.posts).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
});
