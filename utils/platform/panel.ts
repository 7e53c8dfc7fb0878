import { browser } from './browser.ts';

interface ChromeSidePanel {
  open(options: { tabId: number }): Promise<void>;
}

interface FirefoxSidebar {
  open(): Promise<void>;
}

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox). Works only inside the handling of a person's act,
 * so callers must not await anything first. False: this browser did not allow it now.
 */
export async function openPanel(tabId: number): Promise<boolean> {
  // The polyfill knows neither: sidePanel is Chrome's own, and it leaves sidebarAction untyped in Chrome.
  const chromeApi = (globalThis as { chrome?: { sidePanel?: ChromeSidePanel } }).chrome;
  const firefoxApi = (browser as unknown as { sidebarAction?: FirefoxSidebar }).sidebarAction;
  try {
    if (chromeApi?.sidePanel) await chromeApi.sidePanel.open({ tabId });
    else if (firefoxApi) await firefoxApi.open();
    else return false;
    return true;
  } catch {
    return false;
  }
}
