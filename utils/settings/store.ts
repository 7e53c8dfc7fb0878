import { z } from 'zod';
import { browser } from '#utils/platform/browser.ts';
import { logError } from '#utils/platform/log.ts';
import { SETTINGS_VERSION, defaultSettings, settingsSchema } from './schema.ts';
import type { Settings } from './schema.ts';

const KEY = 'settings';

/** Settings that this version cannot read; they are kept as they are and nothing is written over them. */
export class UnreadableSettingsError extends Error {
  constructor() {
    super(
      'These settings were written by a newer Hearback. Update the extension; nothing was changed.',
    );
    this.name = 'UnreadableSettingsError';
  }
}

const versioned = z.object({ version: z.number().int() });

/**
 * Loads the settings; defaults where none were ever saved. Throws `UnreadableSettingsError` for a newer version.
 * Broken settings are set aside under another key, reported, and replaced by defaults.
 */
export async function loadSettings(): Promise<Settings> {
  const raw: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (raw === undefined) return defaultSettings;
  const version = versioned.safeParse(raw);
  if (version.success && version.data.version > SETTINGS_VERSION)
    throw new UnreadableSettingsError();
  const settings = settingsSchema.safeParse(raw);
  if (settings.success) return settings.data;
  logError('settings were broken', settings.error.name);
  await browser.storage.local.set({ [`${KEY}.broken`]: raw, [KEY]: defaultSettings });
  return defaultSettings;
}

/** Saves checked settings; refuses to write over those of a newer version. */
export async function saveSettings(settings: Settings): Promise<void> {
  await loadSettings();
  await browser.storage.local.set({ [KEY]: settingsSchema.parse(settings) });
}
