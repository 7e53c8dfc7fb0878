import { z } from 'zod';
import { siteIdSchema, siteModeSchema } from '#utils/model/site-schema.ts';
import { browser } from '#utils/platform/browser.ts';
import { logError } from '#utils/platform/log.ts';
import { SETTINGS_VERSION, defaultSettings, settingsSchema } from './schema.ts';
import type { Settings } from './schema.ts';

const KEY = 'settings';
/** What could not be read as a whole when something was saved over it. */
const ASIDE = 'settings.broken';

const { origins } = settingsSchema.shape;
const looseSchema = z
  .object({
    sites: z.array(z.unknown()).catch([]),
    origins: origins.catch([]),
    modes: z.record(z.string(), z.unknown()).catch({}),
    hasOnboarded: z.boolean().catch(false),
  })
  .catch(defaultSettings);

/**
 * Loads the settings; defaults where none were ever saved. Of those that are broken or of a newer version, what can
 * be read: some browsers (Firefox 153, 2026-11) let a page that owns its content script write here, and that must
 * not switch Hearback off everywhere. Writes nothing.
 */
export async function loadSettings(): Promise<Settings> {
  const raw = await loadRaw();
  if (raw === undefined) return defaultSettings;
  const settings = settingsSchema.safeParse(raw);
  if (settings.success) return settings.data;
  logError(
    'settings are broken or of a newer version; what can be read is used',
    settings.error.name,
  );
  return toReadable(raw);
}

/** Saves checked settings. What could not be read as a whole is set aside first, never lost. */
export async function saveSettings(settings: Settings): Promise<void> {
  const checked = settingsSchema.parse(settings);
  const raw = await loadRaw();
  const isReadable = raw === undefined || settingsSchema.safeParse(raw).success;
  await browser.storage.local.set({ ...(isReadable ? {} : { [ASIDE]: raw }), [KEY]: checked });
}

async function loadRaw(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

function toReadable(raw: unknown): Settings {
  const loose = looseSchema.parse(raw);
  const modes = Object.entries(loose.modes).flatMap(([site, mode]) => {
    const entry = z.tuple([siteIdSchema, siteModeSchema]).safeParse([site, mode]);
    return entry.success ? [entry.data] : [];
  });
  return {
    version: SETTINGS_VERSION,
    sites: loose.sites.flatMap((site) => siteIdSchema.safeParse(site).data ?? []),
    origins: loose.origins,
    modes: Object.fromEntries(modes),
    hasOnboarded: loose.hasOnboarded,
  };
}
