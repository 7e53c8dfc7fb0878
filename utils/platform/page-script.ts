import { browser } from './browser.ts';

/**
 * Runs the script of a site in a tab's page, or in a frame of it, in our own world there; false when the page is gone
 * or out of reach. The scripts are built by `scripts/page-scripts.ts`.
 */
export async function runSiteScript(tabId: number, site: string, frameId = 0): Promise<boolean> {
  return run(tabId, frameId, `sites/${site}.js`);
}

/** What hardly any page ever needs: pointing at its parts, taking a selection for a post. */
export type PageTool = 'teaching' | 'marking';

/** Brings a tool into a tab's page; false when the page is gone or out of reach. */
export async function runPageTool(tabId: number, tool: PageTool): Promise<boolean> {
  return run(tabId, 0, `${tool}.js`);
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
