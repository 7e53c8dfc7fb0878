import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from '#utils/platform/browser.ts';
import { defaultSettings } from './schema.ts';
import type { Settings } from './schema.ts';
import { loadSettings, saveSettings } from './store.ts';

const mine: Settings = {
  version: 1,
  sites: ['x', 'reddit'],
  origins: ['https://forum.example'],
  modes: { x: 'quiet' },
  hasOnboarded: true,
};
const stored = async () => (await browser.storage.local.get(null)) as Record<string, unknown>;

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.local.clear();
});

test('settings are loaded as they were saved', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
  await saveSettings(mine);
  expect(await loadSettings()).toEqual(mine);
});

describe('the browser’s own model', () => {
  test('is off until somebody switches it on', async () => {
    expect((await loadSettings()).usesBuiltInModel).toBeUndefined();
    await saveSettings(mine);
    expect((await loadSettings()).usesBuiltInModel).toBeUndefined();
    await saveSettings({ ...mine, usesBuiltInModel: true });
    expect((await loadSettings()).usesBuiltInModel).toBe(true);
  });

  test('is off where the settings cannot be read as a whole', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await browser.storage.local.set({ settings: { ...mine, version: 99, usesBuiltInModel: true } });
    expect((await loadSettings()).usesBuiltInModel).toBeUndefined();
  });
});

describe('settings that cannot be read as a whole', () => {
  test.each([
    ['of a newer version', { ...mine, version: 99 }],
    [
      'of a newer version with a site more',
      {
        ...mine,
        version: 2,
        sites: ['x', 'y', 'reddit'],
        modes: { x: 'quiet', y: 'full' },
        more: 1,
      },
    ],
  ])('count as far as they can be read: %s', async (_which, raw) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await browser.storage.local.set({ settings: raw });
    expect(await loadSettings()).toEqual(mine);
    expect(await stored()).toEqual({ settings: raw });
  });

  test.each([
    [null],
    ['x'],
    [7],
    [[]],
    [{ sites: 'x', origins: [7], modes: 3, hasOnboarded: 'yes' }],
  ])('lock nobody out: %j', async (raw) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await browser.storage.local.set({ settings: raw });
    expect(await loadSettings()).toEqual(defaultSettings);
  });

  test('are said to be so', async () => {
    const said = vi.spyOn(console, 'warn').mockReturnValue();
    await browser.storage.local.set({ settings: { ...mine, version: 99 } });
    await loadSettings();
    expect(said.mock.calls.flat().join(' ')).toContain('newer version');
  });

  test('are set aside when others are saved', async () => {
    const newer = { ...mine, version: 99 };
    await browser.storage.local.set({ settings: newer });
    await saveSettings(defaultSettings);
    expect(await stored()).toEqual({ settings: defaultSettings, 'settings.broken': newer });
  });
});
