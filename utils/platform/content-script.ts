import { browser } from './browser.ts';

/** The built content script, as WXT names it. */
const FILE = 'content-scripts/page.js';
const ID = 'page';

/** Address as people type it → origin; null when it is none we may read. */
export function toOrigin(address: string): string | null {
  try {
    const typed = address.trim();
    const url = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
    return isWeb && url.hostname !== '' ? url.origin : null;
  } catch {
    return null;
  }
}

/** The match pattern of an origin. Patterns carry no port, so a port is matched by its host. */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Those of the patterns that the person has granted. */
export async function keepGranted(patterns: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => granted[index]);
}

/**
 * Makes the content script run on exactly these patterns from now on, also after a restart. Pages that are open
 * already get it at once.
 */
export async function registerContentScript(patterns: readonly string[]): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const before = known[0]?.matches ?? [];
  const isSame = before.length === patterns.length && patterns.every((one) => before.includes(one));
  if (isSame) return;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (patterns.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      js: [FILE],
      matches: [...patterns],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
  const added = patterns.filter((pattern) => !before.includes(pattern));
  if (added.length > 0) await injectInto(added);
}

async function injectInto(patterns: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [FILE] }),
    ),
  );
}
