import { browser } from './browser.ts';

/**
 * Runs the script of a site in a tab's page, or in a frame of it, in our own world there; false when the page is gone or out of reach. The
 * scripts are built by `scripts/site-scripts.ts`.
 */
export async function runSiteScript(tabId: number, site: string, frameId = 0): Promise<boolean> {
  return run(tabId, frameId, `sites/${site}.js`);
}

/** Brings what is needed to point at the parts of a tab's page, which hardly any page ever loads. */
export async function runTeaching(tabId: number): Promise<boolean> {
  return run(tabId, 0, 'teaching.js');
}

async function run(tabId: number, frameId: number, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [file],
    });
    return true;
  } catch {
    return false;
  }
}
