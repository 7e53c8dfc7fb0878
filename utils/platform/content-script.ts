import { browser } from './browser.ts';

/** The built content script, as WXT names it. */
const FILE = 'content-scripts/page.js';

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
  const added = await register('page', patterns);
  if (added.length > 0) await injectInto(added);
}

/**
 * The same in frames whose own address matches, whatever page they stand in. Frames that are open already get it when
 * they are loaded again: to find them, something of ours would have to run in frames of other sites.
 */
export async function registerFrameScript(patterns: readonly string[]): Promise<void> {
  await register('frames', patterns);
}

/** Registers it in place of what was there; returns what was not there before. */
async function register(id: 'page' | 'frames', patterns: readonly string[]): Promise<string[]> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const before = known[0]?.matches ?? [];
  const isSame = before.length === patterns.length && patterns.every((one) => before.includes(one));
  if (isSame) return [];
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (patterns.length === 0) return [];
  await browser.scripting.registerContentScripts([
    {
      id,
      js: [FILE],
      matches: [...patterns],
      runAt: 'document_idle',
      allFrames: id === 'frames',
      persistAcrossSessions: true,
    },
  ]);
  return patterns.filter((pattern) => !before.includes(pattern));
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
