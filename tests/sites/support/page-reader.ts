import type { Browser } from '@playwright/test';
import { bundleAdapters } from './adapter-bundle.ts';
import { launchChromium } from './chromium.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { PageReading } from './page-reading.ts';

export interface PageReader {
  /** Shows a saved page at its real address, without its scripts or any network, and reads it, as its own site or another. */
  read(saved: { html: string; url: string }, site?: SiteId): Promise<PageReading>;
  close(): Promise<void>;
}

/** One tab of a real browser that reads saved pages, one at a time. */
export async function openPageReader(executablePath: string): Promise<PageReader> {
  const [bundle, browser] = await Promise.all([bundleAdapters(), launchChromium(executablePath)]);
  return { read: await openTab(browser, bundle), close: () => browser.close() };
}

async function openTab(browser: Browser, bundle: string): Promise<PageReader['read']> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let current = { html: '', url: '' };
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().url() === current.url
      ? route.fulfill({
          body: current.html,
          contentType: 'text/html; charset=utf-8',
          // Keeps the page's scripts still while `<noscript>` stays text, as in a person's browser.
          headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
        })
      : route.abort(),
  );
  return async (saved, site) => {
    // Two pages may share an address; only a tab that left it loads it again.
    await page.goto('about:blank');
    current = { html: saved.html, url: new URL(saved.url).href };
    await page.goto(current.url, { waitUntil: 'domcontentloaded' });
    await page.evaluate(bundle);
    return page.evaluate(
      ([address, as]) => (globalThis as unknown as PageGlobals).readSitePage(address, as),
      [current.url, site] as const,
    );
  };
}

interface PageGlobals {
  readSitePage(address: string, site?: SiteId): PageReading;
}
