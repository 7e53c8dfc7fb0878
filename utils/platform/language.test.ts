import { afterEach, expect, test, vi } from 'vitest';
import { browser } from './browser.ts';
import { detectLanguage } from './language.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const detected = (isReliable: boolean, language: string, percentage: number) =>
  vi
    .spyOn(browser.i18n, 'detectLanguage')
    .mockResolvedValue({ isReliable, languages: [{ language, percentage }] });

test.each([
  ['sure', true, 'de', 98, 'de'],
  ['of a region', true, 'zh-TW', 98, 'zh'],
  ['not sure', false, 'de', 98, null],
  ['half of it', true, 'de', 51, null],
  ['none', true, 'und', 100, null],
])('%s', async (_, isReliable, language, percentage, expected) => {
  detected(isReliable, language, percentage);
  expect(await detectLanguage('Mein Kessel pfeift')).toBe(expected);
});

test('a browser that fails says nothing', async () => {
  vi.spyOn(browser.i18n, 'detectLanguage').mockRejectedValue(new Error('gone'));
  expect(await detectLanguage('Mein Kessel pfeift')).toBeNull();
});
