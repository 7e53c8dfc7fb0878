/**
 * Reads all saved real pages in a real Chromium and compares with what a second parser found in them.
 * The pages are other people's posts and never enter the repository; `HEARBACK_SHARED` names their folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { findChromium } from '#scripts/browsers.ts';
import { openPageReader, type PageReader } from '#tests/sites/support/page-reader.ts';
import type { SiteId } from '#utils/model/site.ts';
import { comparePosts, type Comparison } from './compare.ts';
import { corpusSites, findCorpus, loadCorpusPages } from './corpus.ts';
import { addUp, BEGIN, END, toTable, type SiteFigures } from './figures.ts';

const folder = findCorpus();
const chromium = findChromium();
const missing =
  folder === null ? 'no saved pages here' : chromium === null ? 'no Chromium here' : '';
if (missing) process.stdout.write(`corpus of saved pages: skipped, ${missing}\n`);

const figures = new Map<SiteId, SiteFigures>();

/** The table of `docs/sites.md` is what was counted now; `WRITE=1` writes it anew. */
async function keepInDocs(): Promise<void> {
  const path = join(import.meta.dirname, '../../../docs/sites.md');
  const page = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  expect(rest).not.toBe('');
  const inOrder = new Map(corpusSites.map((id) => [id, figures.get(id) ?? addUp([])] as const));
  const table = toTable(inOrder);
  const options = await prettier.resolveConfig(path);
  const written = await prettier.format(`${before}${BEGIN}\n\n${table}\n\n${END}${after}`, {
    ...options,
    parser: 'markdown',
  });
  if (process.env['WRITE'] === '1') writeFileSync(path, written);
  expect(readFileSync(path, 'utf8')).toBe(written);
}

describe.skipIf(missing !== '')('saved real pages', { timeout: 60_000 }, () => {
  let reader: PageReader;

  beforeAll(async () => {
    reader = await openPageReader(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    await reader?.close();
    // A part of the sites says nothing of the table.
    if (figures.size === corpusSites.length) await keepInDocs();
  });

  test.each(corpusSites)('%s: every post is found, right, and none invented', async (site) => {
    const faults: string[] = [];
    const results: Comparison[] = [];
    let right = 0;
    for (const page of loadCorpusPages(folder ?? '', site)) {
      const reading = await reader.read(page);
      for (const post of reading.posts) expect(postSchema.safeParse(post).error).toBeUndefined();
      const result = comparePosts(reading.posts, page.expected, page.url);
      if (reading.site !== site) result.faults.unshift(`was taken for ${reading.site}`);
      results.push(result);
      right += result.right;
      faults.push(...result.faults.map((fault) => `${page.name}: ${fault}`));
    }
    const sum = addUp(results);
    figures.set(site, sum);
    process.stdout.write(`${site}: ${sum.pages} pages, ${right}/${sum.wanted} posts\n`);
    expect(sum.wanted).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
});
