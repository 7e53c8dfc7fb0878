import { browser } from './browser.ts';

/** The built content script, as WXT names it. */
const FILE = 'content-scripts/page.js';
const ID = 'page';

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
