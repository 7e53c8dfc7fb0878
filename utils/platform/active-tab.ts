import { browser } from './browser.ts';

/**
 * Tells the active tab of this window now and whenever another becomes active or loads a page. The address
 * `?tab=<id>` names one tab instead, for a panel that was opened as a page of its own. Returns how to stop.
 */
export function watchActiveTab(onTab: (tabId: number) => void): () => void {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d+$/.test(named)) {
    onTab(Number(named));
    return () => undefined;
  }
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined) onTab(tab.id);
  };
  const listener = () => void look();
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(listener);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(listener);
  };
}

/** Opens the options in a tab, at a section. */
export async function openOptions(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${hash}`) });
}

/** Goes to the board: to its tab where one is open, else in a new one. */
export async function openBoard(): Promise<void> {
  const url = browser.runtime.getURL('/board.html');
  const [open] = await browser.tabs.query({ url: `${url}*` }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

/** Opens a web page in a new tab. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** A tab as far as people know it. */
export interface OpenTab {
  tabId: number;
  /** Empty where the browser does not tell. */
  title: string;
}

/** All tabs, the one looked at last first. */
export async function listTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .flatMap(({ id, title }) => (id === undefined ? [] : [{ tabId: id, title: title ?? '' }]));
}
