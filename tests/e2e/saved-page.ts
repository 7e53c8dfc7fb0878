/** Saved real pages, served at their real addresses. Nothing of them stands in the repository. */
import type { Page } from '@playwright/test';
import type { Teammate } from '#scripts/drive/teammate.ts';
import type { CorpusPage } from '#tests/sites/corpus/corpus.ts';

/** A word by which one post of the page can be found: its longest plain one. Throws when it has none. */
export function pickWord(page: CorpusPage): string {
  const words = page.expected
    .filter((post) => !post.hidden && !post.promoted)
    .flatMap((post) => `${post.text} ${post.title ?? ''}`.split(/\s+/))
    .filter((word) => /^[a-z]{5,14}$/i.test(word))
    .sort((one, other) => other.length - one.length);
  if (!words[0]) throw new Error(`${page.name} has no plain word`);
  return words[0];
}

/** Opens a saved page at its address; whatever else it asks for is not there. */
export async function openSaved(teammate: Teammate, saved: CorpusPage): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          body: saved.html,
          contentType: 'text/html; charset=utf-8',
          // The page's own scripts would only stumble over what is missing; ours are not bound by it.
          headers: { 'content-security-policy': "script-src 'none'" },
        })
      : route.abort(),
  );
  await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
  return page;
}
