import { browser } from '#utils/platform/browser.ts';
import { toAdapterSite } from '#utils/model/team-site-facts.ts';

/**
 * The selectors of a site as they were shipped, by full name: from the package, never from a page. What a page calls
 * shipped would decide which changes of the team a save keeps, on every host of the site.
 */
export async function loadShipped(id: string): Promise<Record<string, string>> {
  const file = browser.runtime.getURL(`/selectors/${toAdapterSite(id)}.json`);
  return (await (await fetch(file)).json()) as Record<string, string>;
}
