/**
 * Reads every hand-cut page below this folder and compares with what was accepted. `npm run pages:accept` (or
 * `ACCEPT=1`) takes the present readings as right; a page without an accepted reading fails.
 */
import { describe, expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { readInFakeDom } from './support/fake-dom.ts';
import { acceptReading, loadAccepted, loadSavedPages } from './support/saved-pages.ts';

const pages = loadSavedPages();
const isAccepting = process.env['ACCEPT'] === '1';
const BYTES_MAX = 30_000;

test('the pages of all sites are found', () => {
  expect(pages.length).toBeGreaterThanOrEqual(35);
});

describe.each(pages)('$name', (page) => {
  test('is read as accepted', async () => {
    const reading = await readInFakeDom(page);
    if (isAccepting) acceptReading(page.name, reading);
    expect(reading).toEqual(loadAccepted(page.name));
  });

  test('gives posts that the model accepts', async () => {
    const { posts } = await readInFakeDom(page);
    for (const post of posts) expect(postSchema.safeParse(post).error).toBeUndefined();
  });

  test('is cut to its structure', () => {
    expect(page.bytes).toBeLessThanOrEqual(BYTES_MAX);
  });
});
