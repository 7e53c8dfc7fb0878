/** The hand-cut pages again in a real browser, whose visibility, selectors and shadow roots no fake DOM has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '#scripts/browsers.ts';
import { openPageReader, type PageReader } from './support/page-reader.ts';
import { loadAccepted, loadSavedPages } from './support/saved-pages.ts';

const chromium = findChromium();
if (chromium === null) process.stdout.write('saved pages in Chromium: skipped, no Chromium here\n');

describe.skipIf(chromium === null)('in Chromium', { timeout: 30_000 }, () => {
  let reader: PageReader;

  beforeAll(async () => {
    reader = await openPageReader(chromium ?? '');
  }, 60_000);
  afterAll(() => reader?.close());

  test.each(loadSavedPages())('$name is read as accepted', async (page) => {
    expect(await reader.read(page)).toEqual(loadAccepted(page.name));
  });
});
