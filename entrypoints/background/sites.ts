import {
  keepGranted,
  registerContentScript,
  registerFrameScript,
} from '#utils/platform/content-script.ts';
import { logError } from '#utils/platform/log.ts';
import type { SiteId } from '#utils/model/site.ts';
import { toMatchPattern } from '#utils/platform/origins.ts';
import { giveBackOrigins } from '#utils/platform/permissions.ts';
import { defaultSettings } from '#utils/settings/schema.ts';
import { loadSettings, saveSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { showMenuOn } from './menu.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the content script and the context menu follow settings and permissions. Returns the patterns in force.
 * One after the other: two at once would register the same script twice.
 */
export async function applySites(): Promise<string[]> {
  const work = last.then(follow);
  last = work.catch(() => undefined);
  return work;
}

/** Switches all sites off and gives their access back, as before anything was set up. Never throws. */
export async function forgetSites(): Promise<void> {
  try {
    const granted = await applySites();
    await saveSettings(defaultSettings);
    await applySites();
    if (granted.length > 0) await giveBackOrigins(granted);
  } catch (error) {
    logError('forgetting sites failed', error);
  }
}

const toFramePatterns = (id: SiteId) => siteFacts[id].inFrames ?? [];

async function follow(): Promise<string[]> {
  const { sites, origins } = await loadSettings();
  const readable = origins.filter((origin) => URL.canParse(origin));
  const wished = [...sites.flatMap((id) => siteFacts[id].origins), ...readable.map(toMatchPattern)];
  const granted = await keepGranted([...new Set(wished)]);
  await registerContentScript(granted);
  await registerFrameScript(await keepGranted(sites.flatMap(toFramePatterns)));
  await showMenuOn(granted);
  return granted;
}
