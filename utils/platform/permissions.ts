import { browser } from './browser.ts';

/**
 * Asks the person for access to these origins; true when granted. Must be the first thing done in a click:
 * browsers refuse it after an await.
 */
export async function askForOrigins(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** Gives access back. */
export async function giveBackOrigins(patterns: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...patterns] });
}

/** True when all of these origins are granted. */
export async function hasOrigins(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/** Tells whenever access was granted or taken away. Returns how to stop. */
export function watchPermissions(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}

/** This extension's version. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
