import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from '#utils/platform/browser.ts';
import { defaultSettings } from '#utils/settings/schema.ts';
import { saveSettings } from '#utils/settings/store.ts';
import { frameRule, framedSitesAt } from './frame-rule.ts';

let granted: string[];

beforeEach(async () => {
  vi.restoreAllMocks();
  granted = ['https://disqus.com/embed/comments/*', 'https://x.com/*'];
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins = [] }) =>
    origins.every((one) => granted.includes(one)),
  );
  await saveSettings({ ...defaultSettings, sites: ['disqus', 'x'] });
});

test.each([
  ['https://disqus.com', ['disqus']],
  ['https://www.google.com', ['googlebusiness']],
  ['https://x.com', []],
  ['https://disqus.com.evil.example', []],
  ['http://disqus.com', []],
  ['null', []],
  ['', []],
])('at %s these stand in frames: %s', (origin, sites) => {
  expect(framedSitesAt(origin)).toEqual(sites);
});

describe('a frame', () => {
  test('is wanted where its site is switched on and granted', async () => {
    expect(await frameRule.isWanted('https://disqus.com')).toBe(true);
  });

  test('is not wanted where it is not switched on', async () => {
    await saveSettings({ ...defaultSettings, sites: ['x'] });
    expect(await frameRule.isWanted('https://disqus.com')).toBe(false);
  });

  test('is not wanted where it is not granted', async () => {
    granted = ['https://x.com/*'];
    expect(await frameRule.isWanted('https://disqus.com')).toBe(false);
  });

  test('of a site that stands in no frames is not wanted, whatever is granted', async () => {
    expect(await frameRule.isWanted('https://x.com')).toBe(false);
  });
});
