import type { Browser } from '@playwright/test';
import type { PageReading } from './page-reading.ts';

/** Shows a saved page at its real address in a real browser, without its scripts or any network, and reads it. */
export async function readInBrowser(
  browser: Browser,
  bundle: string,
  saved: { html: string; url: string },
): Promise<PageReading> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await context.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().url() === saved.url
        ? route.fulfill({
            body: saved.html,
            contentType: 'text/html; charset=utf-8',
            // Keeps the page's scripts still while `<noscript>` stays text, as in a person's browser.
            headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
          })
        : route.abort(),
    );
    const page = await context.newPage();
    await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
    await page.evaluate(bundle);
    return await page.evaluate(
      (address) => (globalThis as unknown as PageGlobals).readSitePage(address),
      saved.url,
    );
  } finally {
    await context.close();
  }
}

interface PageGlobals {
  readSitePage(address: string): PageReading;
}
