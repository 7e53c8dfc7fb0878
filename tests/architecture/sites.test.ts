/** No site without pages that show how it is read, and without a row that says how well. */
import { describe, expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { recognizeSite } from '#utils/sites/recognize.ts';
import { readTable } from './support/doc-tables.ts';
import { listFiles } from './support/source-files.ts';

/** The seven things that a row says of a site, after its name. */
const COLUMNS = 8;
const files = listFiles();
const rows = readTable('docs/sites.md', 'Status');

test('docs/sites.md has a row for every site, none for another', () => {
  expect(rows.map(([name]) => name)).toEqual(siteIds.map((id) => siteFacts[id].name));
});

describe.each(siteIds)('%s', (id) => {
  const saved = files.filter((path) => path.startsWith(`tests/sites/${id}/`));
  const pages = saved.filter((path) => path.endsWith('/page.html'));

  test('has three hand-cut pages or more, each with its reading', () => {
    expect(pages.length).toBeGreaterThanOrEqual(3);
    const readings = pages.map((path) => path.replace('page.html', 'expected.json'));
    expect(readings.filter((path) => !saved.includes(path))).toEqual([]);
  });

  test('stands in frames only at addresses of its own, which it may ask for', () => {
    const { inFrames = [], origins } = siteFacts[id];
    const bare = { querySelector: () => null } as unknown as Document;
    for (const pattern of inFrames) {
      expect(pattern).toMatch(/^https:\/\/[^*/]+\/[^*]+(?:\/\*\/[^*]+)*\*$/u);
      const address = pattern.replace(/\*$/u, '').replaceAll('*', '1');
      expect(recognizeSite(bare, new URL(address))).toBe(id);
      expect(origins.some((one) => pattern.startsWith(one.replace(/\*$/u, '')))).toBe(true);
    }
  });

  test('has a poisoned page', () => {
    expect(pages.some((path) => path.includes('poisoned'))).toBe(true);
  });

  test('has an adapter file of its own name', () => {
    expect(files).toContain(`utils/sites/${id}.ts`);
  });

  test('has a full row with the day of the last look', () => {
    const row = rows.find(([name]) => name === siteFacts[id].name) ?? [];
    expect(row).toHaveLength(COLUMNS);
    expect(row.filter((cell) => cell === '')).toEqual([]);
    expect(row.at(-1)).toMatch(/^\d{4}-\d{2}/u);
  });
});
