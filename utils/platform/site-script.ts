import { browser } from './browser.ts';

/**
 * Runs the script of a site in a tab's page, or in a frame of it, in our own world there; false when the page is gone or out of reach. The
 * scripts are built by `scripts/site-scripts.ts`.
 */
export async function runSiteScript(tabId: number, site: string, frameId = 0): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [`sites/${site}.js`],
    });
    return true;
  } catch {
    return false;
  }
}
